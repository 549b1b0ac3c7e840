"""The parts of a YAML file with the characters that each takes up, so that one can be changed and no other.

Only for text that ``records.parse`` has accepted: no anchors, tags or second documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import yaml
from records.values import Value
from yaml import events as event

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DASH: Final = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*-")


class Field(NamedTuple):
    """A name in a mapping, where it begins, and its value."""

    name: str
    start: int
    node: Node


class Item(NamedTuple):
    """A value in a list, with the place of its dash; in brackets there is none and it is the value's."""

    dash: int
    node: Node


@dataclass(frozen=True)
class Node:
    """A value: characters ``start`` to ``end`` of the text, blank lines after it not counted."""

    start: int
    end: int
    value: str | None = None
    is_flow: bool = False
    """In brackets or braces."""
    fields: tuple[Field, ...] | None = None
    items: tuple[Item, ...] | None = None

    @property
    def data(self) -> Value:
        """The same as ``records.parse`` makes of it."""
        if self.fields is not None:
            return {field.name: field.node.data for field in self.fields}
        return [item.node.data for item in self.items] if self.items is not None else self.value

    @property
    def is_block_mapping(self) -> bool:
        """One field a line."""
        return self.fields is not None and not self.is_flow

    @property
    def is_block_list(self) -> bool:
        """One item a line, with dashes."""
        return self.items is not None and not self.is_flow

    def scalars(self) -> Iterator[tuple[int, int]]:
        """The characters of every name and every single value inside."""
        if self.fields is None and self.items is None:
            yield self.start, self.end
        for field in self.fields or ():
            yield field.start, field.start + len(field.name)
            yield from field.node.scalars()
        for item in self.items or ():
            yield from item.node.scalars()


def nodes(text: str) -> Node | None:
    """The value of the whole text; None when there is nothing in it."""
    stream: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
    next(stream)
    if not isinstance(next(stream), event.DocumentStartEvent):
        return None
    return _node(next(stream), stream, text)


def _node(start: Any, stream: Iterator[Any], text: str) -> Node:
    if isinstance(start, event.ScalarEvent):
        begin = _first(start)
        is_empty = not start.value and not start.style
        blanks = "\r\n" if start.style in ("|", ">") else " \t\r\n"  # below a header, blanks belong to the text
        end = begin + len(text[begin : _last(start)].rstrip(blanks))
        return Node(begin, end, None if is_empty else start.value)
    if isinstance(start, event.MappingStartEvent):
        return _mapping(start, stream, text)
    return _sequence(start, stream, text)


def _first(one: Any) -> int:
    """The first character of an event."""
    return int(one.start_mark.index)


def _last(one: Any) -> int:
    """The character after an event."""
    return int(one.end_mark.index)


def _mapping(start: Any, stream: Iterator[Any], text: str) -> Node:
    fields = []
    while not isinstance(key := next(stream), event.MappingEndEvent):
        fields.append(Field(key.value, _first(key), _node(next(stream), stream, text)))
    begin = _first(start)
    end = _last(key) if start.flow_style else max(fields[-1].node.end, fields[-1].start)
    return Node(begin, end, is_flow=bool(start.flow_style), fields=tuple(fields))


def _sequence(start: Any, stream: Iterator[Any], text: str) -> Node:
    items: list[Item] = []
    end = begin = _first(start)
    while not isinstance(one := next(stream), event.SequenceEndEvent):
        node = _node(one, stream, text)
        found = None if start.flow_style else _DASH.match(text, end)
        items.append(Item(found.end() - 1 if found else node.start, node))
        end = node.end
    end = _last(one) if start.flow_style else end
    return Node(begin, end, is_flow=bool(start.flow_style), items=tuple(items))
