"""Fewer points for a line, and the size and the middle of what it encloses. Lengths are units of the map."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import dist, inf
from typing import Final

from directory.outlines.projection import Point

_GRID: Final = 8
_ROUNDS: Final = 6


def area(ring: Sequence[Point]) -> float:
    """What a closed ring encloses, in square units, whichever way round it goes."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*ring, ring[0])))) / 2


def kept(line: Sequence[Point], smallest: float) -> list[int]:
    """Which points of a line to keep, both ends among them, by the method of Visvalingam and Whyatt (1993).

    The point with the smallest triangle between its neighbours goes first, until no triangle is under `smallest`.
    """
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = {at: area((line[at - 1], line[at], line[at + 1])) for at in range(1, len(line) - 1)}
    heap = [(size, at) for at, size in sizes.items()]
    heapify(heap)
    while heap:
        size, at = heappop(heap)
        if sizes.get(at) != size:
            continue  # a neighbour has gone since, or the point itself
        if size >= smallest:
            break
        del sizes[at]
        after[before[at]], before[after[at]] = after[at], before[at]
        for near in {before[at], after[at]} & sizes.keys():
            sizes[near] = max(size, area((line[before[near]], line[near], line[after[near]])))
            heappush(heap, (sizes[near], near))
    return [0, *sorted(sizes), len(line) - 1]


def roomiest(rings: Sequence[Sequence[Point]]) -> tuple[Point, float]:
    """The place in a polygon that is farthest from its edges, and how far that is."""
    xs, ys = zip(*rings[0], strict=True)
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    reach = max(max(xs) - min(xs), max(ys) - min(ys)) / 2
    for _ in range(_ROUNDS):
        steps = [reach * step / _GRID for step in range(-_GRID, _GRID + 1)]
        places = [(middle[0] + right, middle[1] + down) for right in steps for down in steps]
        middle = max(places, key=lambda place: clearance(place, rings))
        reach /= _GRID / 2
    return middle, clearance(middle, rings)


def clearance(place: Point, rings: Sequence[Sequence[Point]]) -> float:
    """How far a place is from the nearest edge; less than 0 outside."""
    inside, nearest = False, inf
    for a, b in (edge for ring in rings for edge in pairwise((*ring, ring[0]))):
        if (a[1] > place[1]) != (b[1] > place[1]):
            inside ^= place[0] < a[0] + (place[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        nearest = min(nearest, _distance(place, a, b))
    return nearest if inside else -nearest


def _distance(place: Point, a: Point, b: Point) -> float:
    """From a place to the line between two points."""
    along = (b[0] - a[0], b[1] - a[1])
    length = along[0] ** 2 + along[1] ** 2
    share = ((place[0] - a[0]) * along[0] + (place[1] - a[1]) * along[1]) / length if length else 0
    share = min(1, max(0, share))
    return dist(place, (a[0] + share * along[0], a[1] + share * along[1]))
