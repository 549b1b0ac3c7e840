"""How far places are from each other, and which are near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import asin, cos, floor, radians, sin, sqrt
from typing import Generic, Protocol, TypeVar

CELL = 0.5
"""Degrees: more than `Grid` is asked for at once (30 km), except in the far north."""


class Located(Protocol):
    """Whatever has a place, in degrees."""

    @property
    def lat(self) -> float: ...

    @property
    def lon(self) -> float: ...


Spot = TypeVar("Spot", bound=Located)


class Grid(Generic[Spot]):
    """Places by squares of half a degree."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
        for spot in spots:
            self._cells[_cell(spot)].append(spot)

    def near(self, spot: Located, most: float) -> Iterator[tuple[float, Spot]]:
        """(kilometres, place) of all that are at most so many kilometres away; at most 30."""
        row, column = _cell(spot)
        for place in ((row + up, column + right) for up in (-1, 0, 1) for right in (-2, -1, 0, 1, 2)):
            for other in self._cells.get(place, ()):
                far = kilometres(spot, other)
                if far <= most:
                    yield far, other


def _cell(spot: Located) -> tuple[int, int]:
    return floor(spot.lat / CELL), floor(spot.lon / CELL)


def kilometres(one: Located, other: Located) -> float:
    """Great circle on a ball of 6,371 km."""
    lat, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 12742 * asin(sqrt(half))
