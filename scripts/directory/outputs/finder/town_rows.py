"""Rows of the finder's pieces from the table of towns: one for each spelling of each town."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

COLUMNS: Final = ("spelling", "country", "lat", "lon", "weight", "name", "near")
"""`weight`: inhabitants in thousands, an eighth of them for a foreign spelling. `name`: empty in that name's row."""
FOREIGN_SHARE: Final = 8


class Row(NamedTuple):
    """A spelling, whether the country itself or English has it, and the row as JSON."""

    spelling: str
    is_own: bool
    weight: int
    json: str


def towns(text: str) -> Iterator[list[Row]]:
    """The rows of each town in the text of towns.tsv, its main name first."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    for line in quoted.split("\n")[1:-1]:
        country, name, _, lat, lon, also, english, elsewhere, people, near = line.split("\t")
        weight = max(1, (int(people) + 500) // 1000)
        place, end = f'"{country}",{lat},{lon}', f'"{name}","{near}"]'
        rows = [Row(name, True, weight, f'["{name}",{place},{weight},"","{near}"]')]
        if also or english:
            others = filter(None, f"{also}|{english}".split("|"))
            rows += [Row(one, True, weight, f'["{one}",{place},{weight},{end}') for one in others]
        if elsewhere:
            foreign = max(1, weight // FOREIGN_SHARE)
            rows += [Row(one, False, foreign, f'["{one}",{place},{foreign},{end}') for one in elsewhere.split("|")]
        yield rows
