"""The directory as data: three files with the same people, the same words, and nothing to send advertisements to."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from directory import guard
from directory.directory import Directory
from directory.model import Contact, Coordinates, Instructor
from directory.outputs import open_data, schema_text
from directory.outputs.escape import plain
from hypothesis import given
from hypothesis import strategies as st

SITE = "https://infant-massage.example/"
HOSTILE = yaml.safe_load((Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8"))
TEXTS = st.sampled_from([text for texts in HOSTILE.values() for text in texts]) | st.text(
    st.characters(exclude_categories=()), max_size=200
)
SCHEMA = json.loads(schema_text())
LON_LAT = {
    "prefixItems": [{"minimum": -180, "maximum": 180}, {"minimum": -90, "maximum": 90}],
    "minItems": 2,
    "maxItems": 2,
}
FEATURE = {
    "required": ["type", "geometry", "properties"],
    "properties": {
        "type": {"const": "Feature"},
        "geometry": {
            "required": ["type", "coordinates"],
            "properties": {
                "type": {"const": "Point"},
                "coordinates": {"type": "array", "items": {"type": "number"}, **LON_LAT},
            },
        },
        "properties": {"$ref": "#/$defs/PublicPerson"},
    },
}
RFC_7946 = {
    "$defs": SCHEMA["$defs"],
    "type": "object",
    "required": ["type", "features"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": FEATURE}},
}
Of = Callable[..., Directory]


def files(directory: Directory, *parts: Sequence[Instructor]) -> dict[str, str]:
    """The files of a directory by their names; `parts` are its people, in order, when they were made in parts."""
    lines = [open_data.lines(people, directory, SITE) for people in parts or [directory.people]]
    made = open_data.files(lines, directory.today, SITE)
    return {path.removeprefix("instructors/data/directory."): text for path, text in made.items()}


def directory_json(directory: Directory) -> str:
    return files(directory)["json"]


def geojson(directory: Directory) -> str:
    return files(directory)["geojson"]


def csv_table(directory: Directory) -> str:
    return files(directory)["csv"]


def table(directory: Directory) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_table(directory), newline=""), strict=True))


def hostile(zoe: Instructor, text: str) -> Instructor:
    course = zoe.classes[0].model_copy(update={"title": text, "place": text, "booking": text})
    contact = Contact.model_construct(website=text, phone=None, email=None, show=zoe.contact.show[:1])
    words = {"name": text, "region": text, "town": text, "postcode_area": text, "about": text, "id": text}
    return zoe.model_copy(update={**words, "classes": (course,), "contact": contact, "languages": (text,)})


def test_the_files_say_what_may_be_done_with_them(people: tuple[Instructor, ...], directory_of: Of) -> None:
    directory = directory_of(*people)
    heads = [json.loads(text(directory)) for text in (directory_json, geojson)]
    heads += [{"$schema": row["schema"], **row} for row in table(directory)]
    for head in heads:
        assert head["$schema"] == f"{SITE}instructors/data/directory.schema.json"
        assert head["generated"] == "2026-11-23"
        assert "CC BY 4.0 for the compilation" in json.dumps(head["licence"])


def test_the_json_is_as_its_schema_says(people: tuple[Instructor, ...], directory_of: Of) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(directory_json(directory_of(*people))), SCHEMA)


def test_the_geojson_is_one_for_any_reader(people: tuple[Instructor, ...], directory_of: Of) -> None:
    collection = json.loads(geojson(directory_of(*people)))
    jsonschema.validate(collection, RFC_7946)
    assert [(one["id"], one["geometry"]["coordinates"]) for one in collection["features"]] == [
        ("zoe-nguyen-obrien", [-0.13, 51.51]),
        ("asa-oman", [20.26, 63.83]),
    ][::-1]


def test_an_empty_directory_is_one_too(directory_of: Of) -> None:
    assert json.loads(directory_json(directory_of()))["people"] == []
    assert json.loads(geojson(directory_of()))["features"] == []
    assert csv_table(directory_of()) == ",".join(open_data.COLUMNS) + "\r\n"


def test_no_file_holds_mail_or_telephone(people: tuple[Instructor, ...], directory_of: Of) -> None:
    whole = "".join(files(directory_of(*people)).values())
    assert "@" not in whole
    assert not re.search(r"\+4[46]", whole)
    assert not re.search("1632|07[0-9] ?17", whole)


def test_a_website_is_told_only_when_the_person_allows_it(zoe: Instructor, directory_of: Of) -> None:
    hidden = zoe.model_copy(update={"contact": zoe.contact.model_copy(update={"show": ()})})
    assert [row["website"] for row in table(directory_of(zoe))] == [zoe.contact.website]
    assert [row["website"] for row in table(directory_of(hidden))] == [""]


def test_coordinates_are_never_finer_than_two_decimals(zoe: Instructor, directory_of: Of) -> None:
    exact = zoe.model_copy(update={"coordinates": Coordinates.model_construct(lat=51.5123456, lon=-0.1298765)})
    directory = directory_of(exact)
    assert json.loads(geojson(directory))["features"][0]["geometry"]["coordinates"] == [-0.13, 51.51]
    assert [(row["lat"], row["lon"]) for row in table(directory)] == [("51.51", "-0.13")]
    assert not re.search(r"\.51\d|\.1[23]\d", directory_json(directory))


def test_the_next_class_stands_first_and_none_that_is_over(zoe: Instructor, directory_of: Of) -> None:
    (person,) = json.loads(directory_json(directory_of(zoe)))["people"]
    assert [(one["title"], one["start"], one["status"]) for one in person["classes"]] == [
        ("Online for fathers", "2026-12-12T19:00:00+07:00", "open"),
        ("Twins together", "2027-01-11T10:00:00+00:00", "cancelled"),
        ("Tom & Jerry: first strokes, songs; and rest", "2027-03-04T10:30:00+00:00", "few-places"),
    ]


def test_files_made_in_parts_are_the_same_files(people: tuple[Instructor, ...], directory_of: Of) -> None:
    directory = directory_of(*people)
    one, *others = directory.people
    assert files(directory, [one], [], others) == files(directory, [], directory.people) == files(directory)
    assert list(files(directory)) == ["json", "geojson", "csv", "schema.json"]


def test_one_person_more_is_one_line_more(people: tuple[Instructor, ...], directory_of: Of) -> None:
    fewer = directory_json(directory_of(*people[:2])).splitlines()
    more = directory_json(directory_of(*people)).splitlines()
    assert len(more) == len(fewer) + 1


def same_words(read: dict[str, Any], text: str) -> bool:
    words = ("id", "name", "region", "town", "postcode_area", "about", "website")
    return all(read[field] == text for field in words)


@given(text=TEXTS)
def test_every_text_comes_back_from_json(zoe: Instructor, directory_of: Of, text: str) -> None:
    directory = directory_of(hostile(zoe, text))
    written = directory_json(directory), geojson(directory)
    assert [len(one.encode().split(b"\n")) for one in written] == [4, 4]
    (person,), (feature,) = json.loads(written[0])["people"], json.loads(written[1])["features"]
    assert feature["properties"] == person
    assert same_words(person, text)
    assert [(one["title"], one["place"]) for one in person["classes"]] == [(text, text)]


@given(text=TEXTS)
def test_every_text_comes_back_from_the_table_and_none_is_a_formula(
    zoe: Instructor, directory_of: Of, text: str
) -> None:
    (row,) = table(directory_of(hostile(zoe, text)))
    assert same_words({column: guard.read(cell) for column, cell in row.items()}, plain(text))
    assert [one["title"] for one in json.loads(row["classes"])] == [text]
    numbers = ("lat", "lon", "price", "free_places")
    assert not any(
        re.match(r"[\t\r\n]|[\s\ufeff]*[=+@＝＋－＠-]", cell) for column, cell in row.items() if column not in numbers
    )
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", row[column]) for column in numbers)


@given(text=TEXTS)
def test_another_reader_of_csv_finds_the_same_table(zoe: Instructor, directory_of: Of, text: str) -> None:
    directory = directory_of(hostile(zoe, text))
    header, row = _second_reader(csv_table(directory))
    assert dict(zip(header, row, strict=True)) == table(directory)[0]


def _second_reader(text: str) -> list[list[str]]:
    """RFC 4180 by one expression."""
    cells = re.findall(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)', text)
    rows: list[list[str]] = [[]]
    for quoted, bare, end in cells:
        rows[-1].append(quoted.replace('""', '"') or bare)
        if end == "\r\n":
            rows.append([])
    return rows[:-1]


@pytest.mark.parametrize("name", HOSTILE["T"])
def test_no_text_is_escaped_twice(zoe: Instructor, directory_of: Of, name: str) -> None:
    directory = directory_of(zoe.model_copy(update={"name": name}))
    read = [
        json.loads(directory_json(directory))["people"][0]["name"],
        json.loads(geojson(directory))["features"][0]["properties"]["name"],
        table(directory)[0]["name"],
    ]
    assert read == [name, name, name]
