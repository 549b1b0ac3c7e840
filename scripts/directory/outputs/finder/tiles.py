"""Points of the globe in tiles of a k-d tree, each small enough to be fetched by a phone.

A range is divided at the roundest degree about its middle, so a person who comes or goes changes one tile and not its
neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import ceil, cos, radians
from typing import Final, Protocol, TypeVar

_FULL: Final = 0.95
"""How full a tile should be; what is left is the room in which to look for a round degree."""
_STEPS: Final = (1000, 500, 100, 50, 10, 5, 1)
"""Hundredths of a degree, from ten degrees down."""


class Point(Protocol):
    """Something at a place, in hundredths of a degree, whose JSON has a size."""

    @property
    def lat(self) -> int: ...

    @property
    def lon(self) -> int: ...

    @property
    def size(self) -> int: ...


P = TypeVar("P", bound=Point)


def tiles(points: Sequence[P], limit: int) -> Iterator[list[P]]:
    """`points` in tiles of at most `limit` by size, each in the order of `points`; none when there are no points."""
    size = sum(point.size for point in points)
    if size <= limit or len(points) < 2:
        yield from [list(points)] if points else []
        return
    count = ceil(size / (limit * _FULL))
    room = max(0, 1 - (count - count // 2) * limit / size), count // 2 * limit / size
    for part in _divided(points, room):
        yield from tiles(part, limit)


def _divided(points: Sequence[P], room: tuple[float, float]) -> tuple[Sequence[P], Sequence[P]]:
    """Two parts: south and north, or west and east; in the order of the list when all are in one place.

    `room` are the shares of points between which to divide, so that both parts make whole tiles.
    """
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    south, north, west, east = min(lats), max(lats), min(lons), max(lons)
    if (south, west) == (north, east):
        middle = min(max(round(len(points) * sum(room) / 2), 1), len(points) - 1)
        return points[:middle], points[middle:]
    is_tall = north - south > (east - west) * cos(radians((south + north) / 200))
    values = lats if is_tall else lons
    cut = _cut(sorted(values), room)
    sides: tuple[list[P], list[P]] = [], []
    for point, value in zip(points, values, strict=True):
        sides[value >= cut].append(point)
    return sides


def _cut(values: Sequence[int], room: tuple[float, float]) -> int:
    """The roundest value in `room` that leaves some of the sorted `values` on either side."""
    low, high = (values[min(int(len(values) * share), len(values) - 1)] for share in room)
    if low == high:
        below, above = bisect_left(values, low), len(values) - bisect_left(values, low + 1)
        return low if below >= above else low + 1
    middle = (low + high) / 2
    rounded = (round(middle / step) * step for step in _STEPS)
    return next((value for value in rounded if low < value <= high), high)
