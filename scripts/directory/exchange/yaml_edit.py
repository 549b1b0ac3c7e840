"""A file with some values changed, and every other byte as it was.

Someone wrote comments, an order and line breaks into the file for a reason, and a reviewer reads the
difference; so only the characters of a changed value are replaced.  No comment is ever lost: when the part
that holds it is written anew or deleted, it stays above, on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from records import Source, parse
from records.values import Path, Value

from directory.exchange.aligning import aligned
from directory.exchange.fields import order_at
from directory.exchange.yaml_nodes import Field, Item, Node, nodes
from directory.exchange.yaml_writer import field as field_text
from directory.exchange.yaml_writer import inline, item, ordered, written

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_BREAK: Final = re.compile("\r\n?|\n")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")


class CannotEdit(Exception):  # noqa: N818 - told to the user as what it is
    """The file is written in a way that cannot be changed without writing all of it anew."""


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: str


def edited(text: str, data: Mapping[str, Value]) -> str:
    """``text`` changed so that it says ``data``; raises CannotEdit.  Lines may end in any way."""
    found = _BREAK.search(text)
    newline = found[0] if found else "\n"
    text += "" if text.endswith(("\n", "\r")) else newline
    top = nodes(text)
    if top is None or not top.is_block_mapping:
        raise CannotEdit
    result = _spliced(text, _Editor(text, newline).mapping(top, data, ()))
    record, _ = parse(Source("", _BREAK.sub("\n", result)))
    if record is None or record.data != data:
        raise CannotEdit
    return result


def _spliced(text: str, edits: Iterator[Edit]) -> str:
    parts, done = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if edit.start < done:
            raise CannotEdit
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


class _Editor:
    """The edits of one text, part by part."""

    def __init__(self, text: str, newline: str) -> None:
        self.text = text
        self.newline = newline

    def mapping(self, node: Node, new: Mapping[str, Value], path: Path) -> Iterator[Edit]:
        """Edits that make a mapping say ``new``."""
        fields = node.fields or ()
        for index, field in enumerate(fields):
            if field.name not in new:
                yield from self.without_field(field, fields[index + 1 :])
            elif field.node.data != new[field.name]:
                yield from self.field(field, new[field.name], path)
        for name in ordered(new, path):
            if all(field.name != name for field in fields):
                yield self.new_field(fields, name, new[name], path)

    def field(self, field: Field, new: Value, path: Path) -> Iterator[Edit]:
        """Edits that give a field another value, as deep inside as possible."""
        at, node = (*path, field.name), field.node
        if node.is_block_mapping and isinstance(new, dict) and new:
            yield from self.mapping(node, new, at)
        elif node.is_block_list and isinstance(new, list) and new:
            yield from self.sequence(node, new, at)
        elif node.value is not None and isinstance(new, str):
            yield from self.scalar(node, new, at, self.column(field.start))
        elif node.is_flow and "#" not in self.text[node.start : node.end] and not written(new, at, 0).body:
            yield Edit(node.start, node.end, written(new, at, 0).head)
        else:
            yield from self.whole_field(field, new, path)

    def scalar(self, node: Node, new: str, path: Path, indent: int) -> Iterator[Edit]:
        """The value alone; a comment after it stays on its line."""
        value = written(new, path, indent)
        header = _BLOCK_HEADER.match(self.text, node.start, node.end)
        if header:
            yield Edit(node.start, node.end, self.lines(value.head + (header[1] or "") + value.body))
            return
        yield Edit(node.start, node.end, value.head)
        if value.body:
            end = self.content_end(node.end)
            yield Edit(end, end, self.lines(value.body))

    def whole_field(self, field: Field, new: Value, path: Path) -> Iterator[Edit]:
        """The field written anew, its comments above it."""
        indent, end = self.column(field.start), self.content_end(max(field.node.end, field.start))
        text = field_text(field.name, new, path, indent)
        yield from self.comments(field.start, end, field.node, field.start)
        yield Edit(field.start, end, self.lines(text))

    def new_field(self, fields: Sequence[Field], name: str, new: Value, path: Path) -> Edit:
        """Where the house would write it: after the last field that goes before it."""
        order = order_at(path)
        rank = order.index(name) if name in order else len(order)
        before = [one for one in fields if one.name in order and order.index(one.name) < rank]
        indent = self.column(fields[0].start)
        text = self.lines(" " * indent + field_text(name, new, path, indent) + "\n")
        if before or not self.is_first_on_line(fields[0].start):
            last = max(before or fields[:1], key=lambda one: one.start)
            place = self.line_end(max(last.node.end, last.start))
        else:
            place = self.line_start(fields[0].start)
        return Edit(place, place, text)

    def without_field(self, field: Field, later: Sequence[Field]) -> Iterator[Edit]:
        """The lines of a field out; beside a dash, the next field moves up to the dash."""
        if self.is_first_on_line(field.start):
            end = self.line_end(max(field.node.end, field.start))
            yield from self.comments(field.start, end, field.node, field.start)
            yield Edit(self.line_start(field.start), end, "")
        elif later:
            yield from self.comments(field.start, later[0].start, field.node, field.start)
            yield Edit(field.start, later[0].start, "")
        else:
            raise CannotEdit

    def sequence(self, node: Node, new: Sequence[Value], path: Path) -> Iterator[Edit]:
        """Items that stay keep their lines; changed ones are changed inside."""
        items = node.items or ()
        column = self.column(items[0].dash)
        place = self.line_start(items[0].dash)
        for old_index, new_index in aligned([one.node.data for one in items], new):
            if new_index is None:
                yield from self.without_item(items[old_index or 0])
            elif old_index is None:
                yield Edit(place, place, self.lines(item(new[new_index], path, column) + "\n"))
            else:
                yield from self.item(items[old_index], new[new_index], path)
            if old_index is not None:
                place = self.line_end(items[old_index].node.end)

    def item(self, old: Item, new: Value, path: Path) -> Iterator[Edit]:
        """One item that stays."""
        if old.node.data == new:
            return
        if old.node.is_block_mapping and isinstance(new, dict):
            yield from self.mapping(old.node, new, (*path, 0))
        elif old.node.value is not None and isinstance(new, str):
            yield Edit(old.node.start, old.node.end, inline(new))
        else:
            yield from self.without_item(old)
            place = self.line_end(old.node.end)
            yield Edit(place, place, self.lines(item(new, path, self.column(old.dash)) + "\n"))

    def without_item(self, old: Item) -> Iterator[Edit]:
        if not self.is_first_on_line(old.dash):
            raise CannotEdit
        end = self.line_end(old.node.end)
        yield from self.comments(old.dash, end, old.node, old.dash)
        yield Edit(self.line_start(old.dash), end, "")

    def comments(self, start: int, end: int, node: Node, above: int) -> Iterator[Edit]:
        """The comments between ``start`` and ``end``, on lines of their own above the line of ``above``."""
        blanked = list(self.text[start:end])
        for first, last in node.scalars():
            body = self.content_end(first) if self.text[first : first + 1] in ("|", ">") else first
            blanked[body - start : last - start] = re.sub("[^\r\n]", "_", self.text[body:last])
        found = _COMMENT.findall("".join(blanked))
        place = self.line_start(above)
        indent = " " * (len(self.text[place:above]) - len(self.text[place:above].lstrip(" ")))
        if found:
            yield Edit(place, place, "".join(f"{indent}{one.rstrip()}{self.newline}" for one in found))

    def lines(self, text: str) -> str:
        return text.replace("\n", self.newline)

    def column(self, place: int) -> int:
        return place - self.line_start(place)

    def is_first_on_line(self, place: int) -> bool:
        return not self.text[self.line_start(place) : place].strip(" ")

    def line_start(self, place: int) -> int:
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def content_end(self, place: int) -> int:
        """Where the line of ``place`` ends, before its line break."""
        found = _BREAK.search(self.text, place)
        return found.start() if found else len(self.text)

    def line_end(self, place: int) -> int:
        """Where the next line begins."""
        found = _BREAK.search(self.text, place)
        return found.end() if found else len(self.text)
