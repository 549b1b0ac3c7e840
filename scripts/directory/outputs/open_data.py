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
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from directory import guard
from directory.directory import Directory
from directory.outputs.escape import json_text, plain
from directory.outputs.open_data_records import CONFIG, Day, PublicPerson, records

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


def files(directory: Directory, site_address: str) -> dict[str, str]:
    """``{path on the site: text}`` of all data files and their schema; write them as UTF-8, line ends as they are."""
    return {
        f"{FOLDER}/directory.json": directory_json(directory, site_address),
        f"{FOLDER}/directory.geojson": geojson(directory, site_address),
        f"{FOLDER}/directory.csv": csv_table(directory, site_address),
        f"{FOLDER}/directory.schema.json": schema_text(),
    }


def directory_json(directory: Directory, site_address: str) -> str:
    """One object, as ``schema_text`` describes it, with one person a line so that two days can be compared."""
    return _with_lines(_head(directory.today, site_address), "people", records(directory, site_address))


def geojson(directory: Directory, site_address: str) -> str:
    """A FeatureCollection of everyone with coordinates; ``properties`` are those of directory.json."""
    head = {"type": "FeatureCollection", **_head(directory.today, site_address)}
    people = records(directory, site_address)
    return _with_lines(head, "features", [_feature(one) for one in people if one["lat"] is not None])


def _head(today: date, site_address: str) -> dict[str, Any]:
    licence: Licence = {"name": LICENCE, "url": LICENCE_ADDRESS, "use": USE, "attribution": ATTRIBUTION}
    return {"$schema": _schema_address(site_address), "generated": today.isoformat(), "licence": licence}


def _schema_address(site_address: str) -> str:
    return f"{site_address.rstrip('/')}/{FOLDER}/directory.schema.json"


def _feature(person: PublicPerson) -> dict[str, Any]:
    """Longitude first: RFC 7946 §3.1.1."""
    point = {"type": "Point", "coordinates": [person["lon"], person["lat"]]}
    return {"type": "Feature", "id": person["id"], "geometry": point, "properties": person}


def _with_lines(head: dict[str, Any], name: str, items: Iterable[Any]) -> str:
    lines = ",\n".join([json_text(item) for item in items])
    return f"{json_text(head)[:-1]},{json_text(name)}:[\n{lines}\n]}}\n"


def csv_table(directory: Directory, site_address: str) -> str:
    """A table with a header, commas and CRLF; text is guarded by ``guard``, numbers are plain.

    Lists are joined with ``; ``, classes are JSON.  The licence stands in every row, since rows get copied.
    """
    about_file = {
        "generated": directory.today.isoformat(),
        "licence": LICENCE,
        "schema": _schema_address(site_address),
    }
    rows = [{**dict(_flat(one)), **about_file} for one in records(directory, site_address)]
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([[_in_cell(row[column]) for column in COLUMNS] for row in rows])
    return out.getvalue()


def _flat(person: PublicPerson) -> Iterator[tuple[str, Any]]:
    """One value for each column of a person."""
    yield from person.items()
    price = person["price"]
    yield "certified_by", person["certified_by"]["id"]
    yield "certified_by_name", person["certified_by"]["name"]
    yield "price", price["from"] if isinstance(price, dict) else price
    yield "currency", price["currency"] if isinstance(price, dict) else None
    yield "free_places", price["free_places"] if isinstance(price, dict) else None
    yield "classes", json_text(person["classes"])


def _in_cell(value: Any) -> str:
    if isinstance(value, str):
        return guard.write(plain(value))
    if isinstance(value, list):
        return guard.write(plain("; ".join(value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


COLUMNS: Final = (
    *("id", "url", "name", "title", "title_label", "certified_by", "certified_by_name", "certified_on", "valid_until"),
    *("verified_on", "status", "country", "region", "town", "postcode_area", "lat", "lon", "languages", "formats"),
    *("special", "access", "price", "currency", "free_places", "classes", "website", "about", "sample"),
    *("generated", "licence", "schema"),
)


def schema_text() -> str:
    """JSON Schema of directory.json.  A test keeps docs/data/schemas/directory.json equal to it; this writes it anew:

    PYTHONPATH=scripts python -c "from directory.outputs import schema_text; print(schema_text(), end='')" >
    docs/data/schemas/directory.json
    """
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(PublicDirectory).json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
