"""Outlines of the world's countries, ready to be drawn, so that a map needs no other server and no script.

The table is Natural Earth (public domain, see docs/data/world/LICENCE.txt), made by `directory.outlines.extract`.
Columns, between tabs: country (ISO 3166; empty for land that has no code), x and y of the place for a number or a dot,
room there (the radius of a circle that fits into the country), outline (an SVG path of whole numbers; empty for
countries too small to be drawn). All lengths are units of a map that is WIDTH × HEIGHT, with the origin top left.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

TABLE: Final = "docs/data/world/outlines.tsv"
WIDTH: Final = 1000
HEIGHT: Final = 450
COLUMNS: Final = ("country", "x", "y", "room", "outline")


class Outline(NamedTuple):
    """One country on the map; the columns of the table."""

    country: str
    x: int
    y: int
    room: float
    path: str


def read_outlines(table: Path) -> tuple[Outline, ...]:
    """All rows of the table, in its order: by country, land without a code first."""
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_outline(*line.split("\t")) for line in lines)


def _outline(country: str, x: str, y: str, room: str, path: str) -> Outline:
    return Outline(country, int(x), int(y), float(room), path)
