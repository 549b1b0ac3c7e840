"""From degrees to the map: the Natural Earth projection, which keeps Europe legible and the north unstretched.

Šavrič, B., Jenny, B., Patterson, T., Petrovič, D. & Hurni, L. (2011). A Polynomial Equation for the Natural Earth
Projection. Cartography and Geographic Information Science 38(4), 363-372.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, radians
from typing import Final, TypeAlias

from directory.outlines import WIDTH

Point: TypeAlias = tuple[float, float]
"""Degrees east and north, or x and y on the map."""

MIDDLE: Final = 9.5
"""The meridian in the middle of the map. The other side of the world, 170.5° west, is then sea: no land is cut."""
_WEST, _EAST, _NORTH = -168.5, 182.5, 83.8
"""The edges of the map, in degrees from its middle and from the equator: beyond Hawaii, Samoa and Greenland."""


def to_map(place: Point) -> Point:
    """Degrees east (of Greenwich) and north → x and y in units of the map."""
    x, y = _natural_earth(place[0] - MIDDLE, place[1])
    return (x - _LEFT) * _SCALE, (_TOP - y) * _SCALE


def unwrap(places: Iterable[Point]) -> list[Point]:
    """The same line without a jump at 180°, on the side of the map's edge where most of it lies."""
    line: list[Point] = []
    for east, north in places:
        near = line[-1][0] if line else east
        line.append((east - 360 * floor((east - near) / 360 + 0.5), north))
    middle = sum(east for east, _ in line) / len(line)
    turns = floor((middle - MIDDLE) / 360 + 0.5)
    return [(east - 360 * turns, north) for east, north in line]


def _natural_earth(east: float, north: float) -> Point:
    """The projection on a globe of radius 1, y upwards."""
    p2 = radians(north) ** 2
    p4 = p2 * p2
    x = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    y = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return radians(east) * x, radians(north) * y


_LEFT: Final = _natural_earth(_WEST, 0)[0]
_TOP: Final = _natural_earth(0, _NORTH)[1]
_SCALE: Final = WIDTH / (_natural_earth(_EAST, 0)[0] - _LEFT)
