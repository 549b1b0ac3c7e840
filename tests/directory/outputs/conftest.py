"""The people of ``people.yml``, a directory of them, and the comparison with golden files.

UPDATE_GOLDEN=1 python -m pytest tests/directory/outputs      # writes golden/ anew; look at the difference
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from directory.directory import Directory
from directory.model import Entry, Instructor
from directory.organisations import Organisation
from records import Source, parse

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)


def _organisation(id_: str, name: str, url: str) -> Organisation:
    return Organisation.model_construct(id=id_, name=name, url=url, seen="here", seen_on=TODAY)


ORGANISATIONS = (
    _organisation("iaim", "International Association of Infant Massage (IAIM)", "https://iaim.example"),
    _organisation("iaim-uk", "IAIM UK Chapter", "https://iaim-uk.example"),
)


def _people() -> tuple[Instructor, ...]:
    """Everyone of ``people.yml``, judged as their files would be."""
    record, problems = parse(Source("people.yml", (HERE / "people.yml").read_text(encoding="utf-8")))
    assert record
    assert problems == []
    return tuple(_person(one) for one in record.data)


def _person(data: dict[str, Any]) -> Instructor:
    id_ = data.pop("id")
    entry = Entry.model_validate(data, context={"today": TODAY})
    return Instructor.of(entry, id=id_, source=f"docs/data/instructors/{entry.country.lower()}/{id_}.yml")


@pytest.fixture(scope="session")
def people() -> tuple[Instructor, ...]:
    return _people()


@pytest.fixture(scope="session")
def zoe(people: tuple[Instructor, ...]) -> Instructor:
    """The person who has every field there is."""
    return people[0]


@pytest.fixture(scope="session")
def directory_of() -> Callable[..., Directory]:
    """``directory_of(person, …)`` is the directory of these people on the day of the tests."""
    return lambda *people: Directory.of(people, ORGANISATIONS, TODAY)


@pytest.fixture(scope="session")
def check_golden() -> Callable[[str, str], None]:
    """``check_golden("person.vcf", text)``: the text is, byte for byte, what golden/person.vcf holds."""

    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if os.environ.get("UPDATE_GOLDEN") == "1":
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_bytes().decode()

    return compare
