"""Chance that falls the same on every machine and with every version of Python.

Of ``random.Random`` only ``random()`` is used: the others may give something else in the next Python.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """Draws from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def below(self, end: int) -> int:
        """A whole number from 0 to before ``end``."""
        return int(self._random() * end)

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + self.below(most - least + 1)

    def chance(self, percent: int) -> bool:
        """Whether something happens that happens so often in a hundred times."""
        return self.below(100) < percent

    def one(self, things: Sequence[T]) -> T:
        """One of them, each as likely as the others."""
        return things[self.below(len(things))]

    def shared(self, parts: Mapping[T, int]) -> T:
        """One of the keys, as often as its part of the whole says."""
        return list(parts)[self.place(list(accumulate(parts.values())))]

    def place(self, sums: Sequence[int]) -> int:
        """An index, as likely as the step from the sum before it to its own."""
        return bisect_right(sums, self.below(sums[-1]))

    def some(self, things: Sequence[T], most: int) -> list[T]:
        """None to ``most`` of them, all different, in their order."""
        wanted = self.between(0, min(most, len(things)))
        left = list(range(len(things)))
        return [things[at] for at in sorted(left.pop(self.below(len(left))) for _ in range(wanted))]
