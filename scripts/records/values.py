"""The shapes that a record is made of, and the places in its file."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""``("classes", 0, "start")``"""

Value: TypeAlias = "dict[str, Value] | list[Value] | str | None"
"""Texts, nested; None only where nothing is written."""


class Place(NamedTuple):
    """A line and a column of the file, both counted from 1, columns in characters."""

    line: int
    column: int
