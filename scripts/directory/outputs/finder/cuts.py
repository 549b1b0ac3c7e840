"""Sorted rows in pieces that a phone can fetch one at a time, cut where few letters tell the pieces apart.

A cut is the shortest beginning that the first key of a piece does not share with the last key of the piece before. Cuts
are looked for about the middle, again and again, so one more row changes one piece and not all that follow.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, takewhile
from math import ceil
from typing import Final, NamedTuple

FULL: Final = 0.95
"""How full a piece should be; what is left is the room in which to look for a good place to cut."""
LAST: Final = "\U0010ffff"
"""Behind every letter."""


class Cut(NamedTuple):
    """Rows `low` to `high` (not included), found by every key from `start` to the `start` of the next cut."""

    start: str
    low: int
    high: int


def cuts(keys: Sequence[str], sizes: Sequence[int], limit: int) -> list[Cut]:
    """`keys`, which are sorted, in pieces of at most `limit` by size; only rows with the same key together exceed it.

    The first `start` is empty, so that every key leads somewhere. No piece is empty; no keys have no pieces.
    """
    places = [0, *_places(keys, [0, *accumulate(sizes)], limit, 0, len(keys)), len(keys)]
    return [Cut(_start(keys, low), low, high) for low, high in pairwise(places) if low < high]


def _start(keys: Sequence[str], place: int) -> str:
    if not place:
        return ""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(keys[place - 1], keys[place], strict=False))
    return keys[place][: len(list(shared)) + 1]


def _places(keys: Sequence[str], ends: Sequence[int], limit: int, low: int, high: int) -> Iterator[int]:
    """Where to cut a range, in order. `ends[n]` is the size of all rows before the row `n`."""
    if ends[high] - ends[low] <= limit or keys[low] == keys[high - 1]:
        return
    place = _place(keys, ends, limit, low, high)
    yield from _places(keys, ends, limit, low, place)
    yield place
    yield from _places(keys, ends, limit, place, high)


def _place(keys: Sequence[str], ends: Sequence[int], limit: int, low: int, high: int) -> int:
    """The change of the earliest letter about the middle; else the one that is nearest to it."""
    first, last = _middle(ends, limit, low, high)
    middle = (first + last) // 2
    places: list[int] = []
    for before, behind in _groups(keys[middle]):
        around = bisect_left(keys, before, low, high), bisect_right(keys, behind, low, high)
        places = [place for place in around if low < place < high] or places
        if any(first <= place <= last for place in places):
            break
    return min(places, key=lambda place: abs(place - middle))


def _groups(key: str) -> Iterator[tuple[str, str]]:
    """The first and the last key that may share one letter with `key`, then two, and so on; at last `key` alone."""
    for depth in range(1, len(key) + 1):
        yield key[:depth], key[:depth] + LAST
    yield key, key


def _middle(ends: Sequence[int], limit: int, low: int, high: int) -> tuple[int, int]:
    """Between which rows to cut so that both sides fit into whole pieces, nearly full ones."""
    size = ends[high] - ends[low]
    count = ceil(size / (limit * FULL))
    least, most = size - (count - count // 2) * limit, (count // 2) * limit
    first = bisect_left(ends, ends[low] + least, low + 1, high - 1)
    return first, max(first, bisect_right(ends, ends[low] + most, low + 1, high) - 1)
