"""The columns that a table can have, derived from the model: one for each single value of a person.

``contact.email`` is the ``email`` inside ``contact``; ``classes.2.start`` the ``start`` of the second class;
a list of words stands in one cell, ``en|es``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from records.fields import FromText, PlainText
from records.names import person_name
from records.values import Path

from directory.model import Entry

EACH: Final = "N"
"""Stands in a leaf's path for the number of an item."""
ID: Final[Path] = ("id",)
"""The path of the column with the names of the files."""

Names: TypeAlias = tuple[str, ...]


class Kind(Enum):
    """What a cell of the column holds, as far as tables treat it differently."""

    WORDS = "words"
    CODE = "code"
    LIST = "list"
    DATE = "date"
    MOMENT = "date and time"
    FLAG = "true or false"
    WHOLE = "whole number"
    DECIMAL = "number"


@dataclass(frozen=True)
class Leaf:
    """One single value: ``("classes", "N", "start")``."""

    path: Names
    kind: Kind
    about: str
    """The model's own explanation of it."""

    @property
    def is_repeated(self) -> bool:
        """Whether there is one for each item of a list of items."""
        return EACH in self.path

    def at(self, index: int) -> Path:
        """The path of the leaf in the item with this index, counted from 0."""
        return tuple(index if step == EACH else step for step in self.path)


_HOUSE_ORDER: Final = ("title", "start", "end", "time_zone", "weeks", "place", "online")
"""How people read a class; the model judges the zone before the times and so has another order."""


def column_name(path: Path) -> str:
    """``("classes", 0, "start")`` → ``classes.1.start``; people count from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def path_of(header: str) -> Path | None:
    """The path that a header names, letter case, spaces and hyphens aside; None when it names no field."""
    name = re.sub("[ _-]+", "_", header.strip(" \u00a0\"'“”„‘’").casefold())
    steps = tuple(_step(part) for part in name.split("."))
    return steps if steps == ID or leaf_at(steps) else None


def _step(part: str) -> str | int:
    return int(part) - 1 if re.fullmatch("[1-9][0-9]?", part) else part


def leaf_at(path: Path) -> Leaf | None:
    """The leaf that ``path`` leads to."""
    return _BY_PATH.get(tuple(EACH if isinstance(step, int) else step for step in path))


def order_at(path: Path) -> Names:
    """The names that can stand in the fields at ``path``, in the order in which the house writes them."""
    inner = tuple(EACH if isinstance(step, int) else step for step in path)
    below = (leaf.path[len(inner)] for leaf in LEAVES if leaf.path[: len(inner)] == inner != leaf.path)
    return tuple(dict.fromkeys(below))


def _leaves(model: type[BaseModel], above: Names = ()) -> Iterator[Leaf]:
    order = [name for name in _HOUSE_ORDER if above] + list(model.model_fields)
    for name in dict.fromkeys(order):
        if info := model.model_fields.get(name):
            yield from _of_field(info, (*above, info.alias or name))


def _of_field(info: FieldInfo, path: Names) -> Iterator[Leaf]:
    parts = [*_parts(info.annotation), *info.metadata]
    inner = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
    if inner is None or any(get_origin(part) is Literal for part in parts):
        yield Leaf(path, _kind(parts), info.description or "")
    if inner:
        yield from _leaves(inner, (*path, EACH) if tuple in parts else path)


def _parts(annotation: Any) -> Iterator[Any]:
    """Everything inside ``Annotated[tuple[X, ...], Few(3)] | None``, outermost first."""
    yield annotation
    if origin := get_origin(annotation):
        yield origin
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _parts(part)


_KINDS: Final = (
    (tuple, Kind.LIST),
    (datetime, Kind.MOMENT),
    (date, Kind.DATE),
    (bool, Kind.FLAG),
    (int, Kind.WHOLE),
    (float, Kind.DECIMAL),
    (Decimal, Kind.DECIMAL),
)


def _kind(parts: list[Any]) -> Kind:
    for kind in (kind for python, kind in _KINDS if any(part is python for part in parts)):
        return kind
    return Kind.WORDS if any(_is_for_words(part) for part in parts) else Kind.CODE


def _is_for_words(part: Any) -> bool:
    return isinstance(part, PlainText) or (isinstance(part, FromText) and part.make is person_name)


LEAVES: Final = tuple(_leaves(Entry))
"""Every single value of a person, in the order of the house."""
_BY_PATH: Final = {leaf.path: leaf for leaf in LEAVES}
