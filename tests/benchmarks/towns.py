"""Where made-up people live: mostly in big towns of the gazetteer, some in villages that it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from benchmarks.draw import Draw
from directory.gazetteer import TABLE, Gazetteer

_LETTERS: Final = "ABCEGHJKLMNPRSTVWXY"


class Town(NamedTuple):
    """A row of the gazetteer; ``near`` is empty for a town with no namesake."""

    name: str
    ascii: str
    lat: float
    lon: float
    near: str


class Spot(NamedTuple):
    """A town as a person's file names it; ``is_exact`` when the file has to say where it is."""

    name: str
    latin: str
    region: str
    lat: float
    lon: float
    is_exact: bool


class Towns:
    """The towns of the project at ``root``, a town as likely as it has people."""

    def __init__(self, root: Path) -> None:
        self._gazetteer = Gazetteer(root / TABLE)
        self._towns: dict[str, list[Town]] = {}
        people: dict[str, list[int]] = {}
        for country, town, inhabitants in _rows(root / TABLE):
            self._towns.setdefault(country, []).append(town)
            people.setdefault(country, []).append(inhabitants)
        self._sums = {country: list(accumulate(numbers)) for country, numbers in people.items()}

    def spot(self, draw: Draw, country: str, village: str) -> Spot:
        """One in twenty lives in a ``village`` and one in twenty writes a place though the gazetteer has it."""
        town = self._towns[country][draw.place(self._sums[country])]
        chance = draw.below(100)
        lat, lon = (round(degrees + draw.between(-9, 9) / 100, 2) for degrees in (town.lat, town.lon))
        if chance < 5:
            return Spot(village.format(town=town.name), town.ascii, "", lat, lon, True)
        region = town.near if draw.chance(60) else ""
        if chance < 10:
            return Spot(town.name, town.ascii, region, lat, lon, True)
        is_exact = len(self._gazetteer.find(country, town.name)) != 1
        return Spot(town.name, town.ascii, region, town.lat, town.lon, is_exact)


def _rows(table: Path) -> Iterator[tuple[str, Town, int]]:
    """Country, town and how many people live there."""
    header, *lines = table.read_text("utf-8").splitlines()
    names = header.split("\t")
    for line in lines:
        row = dict(zip(names, line.split("\t"), strict=False))
        place = float(row["lat"]), float(row["lon"])
        yield row["country"], Town(row["name"], row["ascii"], *place, row["near"]), int(row["people"]) or 1


def post_area(form: str, draw: Draw, town: str) -> str:
    """The first part of a post code in the form of its country: its beginning belongs to the town."""
    number = crc32(town.encode())
    letters = "".join(letter for letter in town.upper() if letter in _LETTERS) or "X"
    area = ""
    for at, sign in enumerate(form):
        same = {"0": str(number // 10**at % 10), "A": letters[at % len(letters)]}
        area += str(draw.between(1, 9)) if sign == "9" else same.get(sign, sign)
    return area
