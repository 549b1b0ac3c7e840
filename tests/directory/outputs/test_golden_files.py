"""One person with every field, through every output, byte for byte.  How to write the files anew: conftest.py."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from directory import outputs
from directory.directory import Directory
from directory.model import Instructor
from directory.outputs import open_data
from directory.outputs.meetings import coming
from pixels import lines_of

SITE = "https://infant-massage.example/"
Golden = Callable[[str, str], None]
TODAY = date(2026, 11, 23)
CLASSES = {"weekly": 0, "online": 1, "cancelled": 2}
ABOVE = [
    ("Find an instructor", "instructors/"),
    ("United Kingdom", "instructors/gb/"),
    ("London", "instructors/gb/london/"),
]


def test_a_contact(zoe: Instructor, check_golden: Golden) -> None:
    check_golden("person.vcf", outputs.vcard(zoe, SITE))


@pytest.mark.parametrize("name", CLASSES)
def test_a_class(name: str, zoe: Instructor, check_golden: Golden) -> None:
    check_golden(f"class-{name}.ics", outputs.calendar(zoe, [zoe.classes[CLASSES[name]]], SITE))


def test_all_coming_classes(zoe: Instructor, check_golden: Golden) -> None:
    check_golden("classes.ics", outputs.calendar(zoe, coming(zoe, TODAY), SITE))


def test_a_contact_as_the_address_of_a_link(zoe: Instructor, check_golden: Golden) -> None:
    check_golden("person.uri", outputs.data_uri(outputs.vcard(zoe, SITE), "text/vcard"))


def test_a_qr_code(zoe: Instructor, check_golden: Golden) -> None:
    pixels = lines_of(
        outputs.qr_code(outputs.permalink(zoe, SITE)).png
    )  # compressed bytes may differ between computers
    check_golden("person.qr.txt", "".join(f"{line}\n" for line in pixels).translate({48: "█", 49: "·"}))


def test_the_graph_of_a_person(zoe: Instructor, directory_of: Callable[..., Directory], check_golden: Golden) -> None:
    directory = directory_of(zoe)
    graph = outputs.person_graph(zoe, directory.certifier(zoe), SITE, today=directory.today, trail=ABOVE)
    check_golden("person.jsonld", json.dumps(graph, ensure_ascii=False, indent=1) + "\n")
    check_golden("person.script.json", outputs.script_json(graph))


def test_the_graph_of_a_place(people: tuple[Instructor, ...], check_golden: Golden) -> None:
    listed = [(person.name, person.address.removeprefix("/")) for person in people]
    graph = outputs.place_graph("Taipei 臺北", "instructors/tw/臺北/2/", listed, SITE, trail=ABOVE[:1], first=41)
    check_golden("place.jsonld", json.dumps(graph, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("name", ["directory.json", "directory.geojson", "directory.csv"])
def test_the_directory_as_data(
    name: str, people: tuple[Instructor, ...], directory_of: Callable[..., Directory], check_golden: Golden
) -> None:
    directory = directory_of(*people)
    lines = open_data.lines(directory.people, directory, SITE)
    check_golden(name, open_data.files([lines], directory.today, SITE)[f"instructors/data/{name}"])


def test_the_published_schema_is_fresh() -> None:
    path = Path(__file__).parents[3] / "docs/data/schemas/directory.json"
    assert path.read_text(encoding="utf-8") == outputs.schema_text()
