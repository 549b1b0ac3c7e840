"""Towns of the world and where they are, so that nobody has to look up coordinates.

The table is GeoNames (CC BY 4.0, see docs/data/gazetteer/LICENCE.txt): towns of 15,000 people and more,
sorted by country so that the towns of one country are read without the rest.  ``directory.gazetteer.extract``
makes it and says what its columns hold.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

TABLE: Final = "docs/data/gazetteer/towns.tsv"
LAST_COLUMN: Final = 9
"""What tells namesakes apart; empty where a town has none."""


class Town(NamedTuple):
    """A town with its place to the hundredth of a degree."""

    country: str
    name: str
    lat: float
    lon: float


Names: TypeAlias = Mapping[str, tuple[Town, ...]]
"""Towns by their spelling in plain letters."""


class Gazetteer:
    """The towns of one table, read country by country when they are asked for."""

    def __init__(self, table: Path) -> None:
        self._table = table
        self._own: dict[str, Names] = {}
        self._foreign: dict[str, Names] = {}

    def find(self, country: str, name: str) -> tuple[Town, ...]:
        """All towns of a country that are called ``name`` in some spelling: none, one, or several namesakes.

        What other languages call a town counts only where no town is called so at home.
        """
        return self._names(country).get(plain(name)) or self._abroad(country).get(plain(name), ())

    def names(self, country: str) -> Iterable[str]:
        """The spellings known in a country, in plain letters; for "did you mean"."""
        return self._names(country).keys()

    def _names(self, country: str) -> Names:
        if country not in self._own:
            self._own[country] = _by_name(self._block(country), (_MAIN, _ALSO, _ENGLISH))
        return self._own[country]

    def _abroad(self, country: str) -> Names:
        if country not in self._foreign:
            self._foreign[country] = _by_name(self._block(country), (_ELSEWHERE,))
        return self._foreign[country]

    def _block(self, country: str) -> list[list[str]]:
        """The rows of one country, which stand together."""
        block = self._bytes[self._start(f"{country}\t".encode()) : self._start(f"{country}\n".encode())]
        return [row.split("\t") for row in block.decode().splitlines()]

    def _start(self, first: bytes) -> int:
        """Where the first row stands that is not before ``first`` in order: by halving, a few steps in millions."""
        return bisect_left(range(len(self._bytes)), first, key=self._row_around)

    def _row_around(self, at: int) -> bytes:
        start = self._bytes.rfind(b"\n", 0, at) + 1
        return self._bytes[start : start + 3]

    @cached_property
    def _bytes(self) -> bytes:
        """Without the line of column names.  Bytes, since few builds need the letters of all countries."""
        return self._table.read_bytes().partition(b"\n")[2] if self._table.is_file() else b""


def _by_name(rows: list[list[str]], columns: Iterable[slice]) -> Names:
    """The first column goes before the next: Newport is Newport, though it is also written for others."""
    found: dict[str, tuple[Town, ...]] = {}
    towns = [Town(row[0], row[1], float(row[3]), float(row[4])) for row in rows]
    for column in columns:
        names: dict[str, tuple[Town, ...]] = {}
        for town, row in zip(towns, rows, strict=True):
            for spelling in {plain(one) for cell in row[column] for one in cell.split("|") if one}:
                names[spelling] = (*names.get(spelling, ()), town)
        found = {**names, **found}
    return found


def plain(name: str) -> str:
    """One spelling for ``Nürnberg``, ``NURNBERG``, ``Saint-Denis`` and ``Saint Denis``."""
    bare = name.casefold()
    if not bare.isascii():
        bare = "".join(one for one in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(one))
    return _GAPS.sub(" ", bare).strip()


_GAPS: Final = re.compile(r"[\s'’.-]+")
_MAIN, _ALSO, _ENGLISH, _ELSEWHERE = slice(1, 3), slice(5, 6), slice(6, 7), slice(7, 8)
