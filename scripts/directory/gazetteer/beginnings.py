"""Which beginnings of post codes to keep, where a table of all codes would be too big.

A code is looked up by its longest beginning in the table.  "13" may stand for Marseille and what is around it, and
"13100" beside it for Aix-en-Provence: so a few rows put most people where they live.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heapreplace
from typing import Final, NamedTuple

from directory.gazetteer.measure import Located, kilometres

SHORTEST: Final = 2
LONGEST: Final = 5
WRONG: Final = 30
"""From so many kilometres on, one wrong place is as bad as another."""


class Home(NamedTuple):
    """A place where people have a code; ``town``: an area may be said to lie there."""

    lat: float
    lon: float
    code: str
    people: float
    town: bool


def chosen(homes: Iterable[Home], goal: float, gain: float) -> dict[str, Home]:
    """The beginnings, each with its place: so many that people are ``goal`` km from it on average.

    Or fewer, when another one would bring the average person nearer by less than ``gain`` km.
    """
    choice = _Choice(homes)
    choice.go_on(goal, gain)
    return choice.kept


class _Choice:
    def __init__(self, homes: Iterable[Home]) -> None:
        self._away = dict.fromkeys(homes, 0.0)
        self._homes: dict[str, list[Home]] = defaultdict(list)
        for home in self._away:
            for length in range(SHORTEST, min(len(home.code), LONGEST) + 1):
                self._homes[home.code[:length]].append(home)
        self._places = {start: _middle(inside) for start, inside in self._homes.items()}
        self._people = sum(home.people for home in self._away)
        self._way = 0.0
        self.kept: dict[str, Home] = {}
        for start in [start for start in self._homes if len(start) == SHORTEST]:
            self._keep(start)

    def go_on(self, goal: float, gain: float) -> None:
        """Again and again the beginning that spares all its people most kilometres together."""
        left = [(-self._spared(start), start) for start in self._homes if start not in self.kept]
        heapify(left)
        while left and self._way > goal * self._people and -left[0][0] > gain * self._people:
            start = left[0][1]
            now = -self._spared(start)
            if now > left[0][0]:  # others, kept since then, serve some of its people
                heapreplace(left, (now, start))
            else:
                heappop(left)
                self._keep(start)

    def _keep(self, start: str) -> None:
        self.kept[start] = self._places[start]
        for home in self._served(start):
            away = _far(home, self._places[start])
            self._way += home.people * (away - self._away[home])
            self._away[home] = away

    def _served(self, start: str) -> Iterator[Home]:
        """Those for whom no longer beginning is kept."""
        for home in self._homes[start]:
            longer = (home.code[:length] for length in range(len(start) + 1, len(home.code) + 1))
            if not any(one in self.kept for one in longer):
                yield home

    def _spared(self, start: str) -> float:
        place = self._places[start]
        return sum(home.people * (self._away[home] - _far(home, place)) for home in self._served(start))


def _middle(homes: list[Home]) -> Home:
    """Where the way to all the others is shortest; a town if there is one."""
    towns = [home for home in homes if home.town] or homes[:: len(homes) // 50 + 1]
    return min(towns, key=lambda town: sum(home.people * kilometres(town, home) for home in homes))


def _far(one: Located, other: Located) -> float:
    return min(kilometres(one, other), WRONG)
