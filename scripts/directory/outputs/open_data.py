"""The whole directory as data: JSON, GeoJSON (RFC 7946) and CSV, with the same facts and words in each.

**The licence.**  The list (its choice, order and form) is CC BY 4.0.  That licence leaves out privacy and
personality by its own words (section 2.b.1), so a sentence says what a person agreed to: to be found by a
family, nothing else.  Whoever takes the data over must take removals over too.  Coordinates of towns come from
GeoNames, whose name must stay.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from directory import guard
from directory.directory import Directory
from directory.model import Instructor
from directory.outputs.escape import json_text, plain
from directory.outputs.open_data_records import CONFIG, Day, PublicPerson, PublicPrice, records

FOLDER: Final = "instructors/data"
"""Where the files lie on the site; ``data`` can be no person's id."""
LICENCE: Final = "CC BY 4.0 for the compilation; personal details only for contacting the person about a class"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"
USE: Final = (
    "This list is for finding a class. People may be removed from it at any time: fetch it again before each use and"
    " delete who is gone. No unsolicited mail, no calls, no advertising."
)
ATTRIBUTION: Final = "Coordinates of towns: GeoNames (geonames.org), CC BY 4.0"


@with_config(CONFIG)
class Licence(TypedDict):
    """What may be done with the data."""

    name: str
    url: str
    use: str
    """What the people in it agreed to."""
    attribution: str


PublicDirectory = TypedDict(
    "PublicDirectory",
    {
        "$schema": Annotated[str, Field(description="Where the JSON Schema of this file is.")],
        "generated": Annotated[Day, Field(description="The day that decided on status and on which classes are over.")],
        "licence": Licence,
        "people": list[PublicPerson],
    },
)
"""The whole of directory.json."""


@dataclass(frozen=True)
class Lines:
    """What each person adds to the files: a line of JSON, a line of GeoJSON unless their place is unknown, CSV rows."""

    people: list[str]
    features: list[str]
    rows: str


def lines(people: Iterable[Instructor], directory: Directory, site_address: str) -> Lines:
    """The lines of `people`, who may be a part of the directory."""
    texts, features, out = [], [], io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    about_file = _about_file(directory.today, site_address)
    for one in records(people, directory, site_address):
        text = json_text(one)
        texts.append(text)
        if one["lat"] is not None:
            features.append(_feature(one, text))
        table.writerow([*_row(one), *about_file])
    return Lines(texts, features, out.getvalue())


def files(parts: Sequence[Lines], today: date, site_address: str) -> dict[str, str]:
    """``{path on the site: text}`` of all data files and their schema; write them as UTF-8, line ends as they are.

    directory.json is one object as ``schema_text`` describes it, with one person a line so that two days can be
    compared.  directory.geojson is a FeatureCollection of everyone with coordinates; its ``properties`` are those of
    directory.json.  directory.csv has a header, commas and CRLF; text is guarded by ``guard``, numbers are plain,
    lists are joined with ``; ``, classes are JSON.  The licence stands in every row, since rows get copied.
    """
    head = _head(today, site_address)
    people = [line for part in parts for line in part.people]
    features = [line for part in parts for line in part.features]
    return {
        f"{FOLDER}/directory.json": _with_lines(head, "people", people),
        f"{FOLDER}/directory.geojson": _with_lines({"type": "FeatureCollection", **head}, "features", features),
        f"{FOLDER}/directory.csv": ",".join(COLUMNS) + "\r\n" + "".join(part.rows for part in parts),
        f"{FOLDER}/directory.schema.json": schema_text(),
    }


def _head(today: date, site_address: str) -> dict[str, Any]:
    licence: Licence = {"name": LICENCE, "url": LICENCE_ADDRESS, "use": USE, "attribution": ATTRIBUTION}
    return {"$schema": _schema_address(site_address), "generated": today.isoformat(), "licence": licence}


def _schema_address(site_address: str) -> str:
    return f"{site_address.rstrip('/')}/{FOLDER}/directory.schema.json"


def _feature(person: PublicPerson, text: str) -> str:
    """``text`` is the person as JSON. Longitude first: RFC 7946 §3.1.1."""
    point = {"type": "Point", "coordinates": [person["lon"], person["lat"]]}
    head = {"type": "Feature", "id": person["id"], "geometry": point}
    return f'{json_text(head)[:-1]},"properties":{text}}}'


def _with_lines(head: dict[str, Any], name: str, items: Iterable[str]) -> str:
    lines = ",\n".join(items)
    return f"{json_text(head)[:-1]},{json_text(name)}:[\n{lines}\n]}}\n"


def _about_file(today: date, site_address: str) -> list[str]:
    return [today.isoformat(), guard.write(LICENCE), _schema_address(site_address)]


COLUMNS: Final = (
    *("id", "url", "name", "title", "title_label", "certified_by", "certified_by_name", "certified_on", "valid_until"),
    *("verified_on", "status", "country", "region", "town", "postcode_area", "lat", "lon", "languages", "formats"),
    *("special", "access", "price", "currency", "free_places", "classes", "website", "about", "sample"),
    *("generated", "licence", "schema"),
)


def _row(person: PublicPerson) -> Iterator[str]:
    """The cells of a person up to ``sample``; only words that people write can need a guard."""
    yield from (_words(person["id"]), person["url"], _words(person["name"]), person["title"], person["title_label"])
    yield from (_words(person["certified_by"]["id"]), _words(person["certified_by"]["name"]), person["certified_on"])
    yield from (person["valid_until"] or "", person["verified_on"], person["status"], person["country"])
    yield from (_words(person["region"]), _words(person["town"]), _words(person["postcode_area"]))
    yield from (_number(person["lat"]), _number(person["lon"]), _words("; ".join(person["languages"])))
    yield from ("; ".join(person[name]) for name in ("formats", "special", "access"))
    yield from _price(person["price"])
    yield from (json_text(person["classes"]), _words(person["website"]), _words(person["about"]))
    yield "true" if person["sample"] else "false"


def _words(text: str | None) -> str:
    return guard.write(plain(text)) if text else ""


def _number(value: float | None) -> str:
    return "" if value is None else str(value)


def _price(price: PublicPrice | str | None) -> tuple[str, str, str]:
    """Amount, currency and free places."""
    if isinstance(price, dict):
        return _number(price["from"]), price["currency"], _number(price["free_places"])
    return price or "", "", ""


def schema_text() -> str:
    """JSON Schema of directory.json.  A test keeps docs/data/schemas/directory.json equal to it; this writes it anew:

    PYTHONPATH=scripts python -c "from directory.outputs import schema_text; print(schema_text(), end='')" >
    docs/data/schemas/directory.json
    """
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(PublicDirectory).json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
