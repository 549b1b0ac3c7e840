"""A map of the world, on which every country with instructors is a link, as values for `components/world-map/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from directory.outlines import HEIGHT, WIDTH, Outline
from directory.outputs import paths
from directory.outputs.wording import Wording

SHADES: Final = 4
"""Strengths of the colour, by the number of people."""
_ROOM_TO_BE_SEEN: Final = 2
"""A country with less `room` gets a dot."""
_ROOM_FOR_A_DIGIT: Final = 2
"""What a digit needs of a country's `room`; the whole figure needs as much again for its edge."""


@dataclass(frozen=True)
class MapCountry:
    """A country with instructors. `shade` is 1 to SHADES; `outline` is an SVG path, empty where only a dot is drawn."""

    name: str
    path: str
    label: str
    people: str
    shade: int
    x: int
    y: int
    outline: str
    has_dot: bool
    shows_count: bool


@dataclass(frozen=True)
class WorldMap:
    """The names are those that `components/world-map/` prints; `land` is one path for all countries without anybody."""

    width: int
    height: int
    land: str
    countries: tuple[MapCountry, ...]


def world_map(people: Mapping[str, int], wording: Wording, outlines: Iterable[Outline]) -> WorldMap:
    """The map of a directory with so many `people` in each country, by its code of ISO 3166.

    Countries stand in the order of the list beside the map; dots come last, so that no outline covers them.
    """
    most = max(people.values(), default=1)
    rows = tuple(outlines)
    listed = (_country(row, people[row.country], most, wording) for row in rows if row.country in people)
    land = "".join(row.path for row in rows if row.country not in people)
    return WorldMap(WIDTH, HEIGHT, land, tuple(sorted(listed, key=lambda one: (one.has_dot, one.name))))


def _country(row: Outline, people: int, most: int, wording: Wording) -> MapCountry:
    name, figure = wording.country(row.country), f"{people:,}"
    return MapCountry(
        name=name,
        path=paths.country_path(row.country),
        label=wording.say("map_country", country=name, count=wording.count(people)),
        people=figure,
        shade=_shade(people, most),
        x=row.x,
        y=row.y,
        outline=row.path,
        has_dot=row.room < _ROOM_TO_BE_SEEN,
        shows_count=row.room >= _ROOM_FOR_A_DIGIT * (1 + len(figure)),
    )


def _shade(people: int, most: int) -> int:
    """Steps of equal factors, so that a country with a thousand people does not make all others look empty."""
    return 1 + round((SHADES - 1) * log(people) / log(max(most, 2)))
