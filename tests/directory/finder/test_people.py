"""Tiles of people: what a row says of a person, and what the index says of a tile."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from directory.choices import ClassStatus
from directory.course import Course
from directory.directory import Directory
from directory.model import Coordinates
from directory.outputs.finder.people import FEATURES, PATH, people_files

Made = Callable[..., Directory]


def course(start: str, end: str, weeks: int = 1, **more: Any) -> Course:
    moments = {"start": datetime.fromisoformat(start), "end": datetime.fromisoformat(end)}
    return Course.model_construct(
        title="Class", time_zone="Europe/London", weeks=weeks, place="Here", **moments, **more
    )


def only_row(directory: Directory) -> dict[str, Any]:
    (text,) = people_files(directory).files.values()
    piece = json.loads(text)
    (row,) = piece["rows"]
    return dict(zip(piece["columns"], row, strict=True))


def names(bits: int) -> list[str]:
    return [name for number, name in enumerate(FEATURES) if bits >> number & 1]


def test_a_row_says_what_a_list_shows_and_no_more(made: Made) -> None:
    assert only_row(made({})) == {
        "id": "gwenllian-rhys-cardiff",
        "name": "Gwenllian Rhys",
        "town": "Cardiff",
        "country": "GB",
        "lat": 51.48,
        "lon": -3.18,
        "languages": "cy en",
        "features": 1 | 8 | 1 << 17 | 1 << 20 | 1 << 23,
        "good_until": "2027-09-10",
        "classes": [["2027-01-20T10:00", "2027-02-17T11:00", 0], ["2027-02-08T19:30", "2027-03-01T20:15", 5]],
    }
    assert names(1 | 8 | 1 << 17 | 1 << 20 | 1 << 23) == ["group", "online", "step-free", "parking", "evening"]


@pytest.mark.parametrize(
    ("valid_until", "verified_on", "good_until"),
    [
        (date(2027, 3, 1), date(2026, 9, 1), "2027-03-01"),
        (date(2030, 3, 1), date(2026, 9, 1), "2027-09-01"),
        (None, date(2026, 2, 28), "2027-02-28"),
    ],
)
def test_an_entry_is_good_until_its_certificate_ends_or_its_confirmation_is_old(
    made: Made, valid_until: date | None, verified_on: date, good_until: str
) -> None:
    assert only_row(made({"valid_until": valid_until, "verified_on": verified_on}))["good_until"] == good_until


CLASSES = [
    (course("2027-01-20T10:00", "2027-01-20T11:00"), [["2027-01-20T10:00", "2027-01-20T11:00", 0]]),
    (course("2027-01-20T16:59", "2027-01-20T17:59"), [["2027-01-20T16:59", "2027-01-20T17:59", 0]]),
    (course("2027-01-20T17:00", "2027-01-20T18:00", 3), [["2027-01-20T17:00", "2027-02-03T18:00", 1]]),
    (course("2027-01-23T10:00", "2027-01-23T11:00"), [["2027-01-23T10:00", "2027-01-23T11:00", 2]]),
    (course("2027-01-24T19:00", "2027-01-24T20:00", online=True), [["2027-01-24T19:00", "2027-01-24T20:00", 7]]),
    (
        course("2027-01-20T10:00", "2027-01-20T11:00", status=ClassStatus.FULL),
        [["2027-01-20T10:00", "2027-01-20T11:00", 8]],
    ),
    (course("2027-01-20T10:00", "2027-01-20T11:00", status=ClassStatus.CANCELLED), []),
    (course("2026-11-23T10:00", "2026-11-23T11:00"), []),
    (course("2026-11-24T10:00", "2026-11-24T11:00"), [["2026-11-24T10:00", "2026-11-24T11:00", 0]]),
    (course("2026-11-03T10:00", "2026-11-03T11:00", 4), [["2026-11-03T10:00", "2026-11-24T11:00", 0]]),
]


@pytest.mark.parametrize(
    ("one", "rows"), CLASSES, ids=[str(one.start) + str(rows[0][2] if rows else "-") for one, rows in CLASSES]
)
def test_classes_say_when_they_begin_and_end_and_of_what_kind_they_are(
    made: Made, one: Course, rows: list[Any]
) -> None:
    row = only_row(made({"classes": (one,)}))
    assert row["classes"] == rows
    kinds = rows[0][2] if rows else 0
    assert names(row["features"])[4:] == [name for bit, name in enumerate(("evening", "weekend")) if kinds >> bit & 1]


def test_the_index_says_where_a_tile_lies_and_what_anybody_there_has(made: Made) -> None:
    cardiff, oslo = {"id": "a", "languages": ("cy", "en")}, {"id": "b", "languages": ("nb", "en")}
    place = Coordinates.model_construct(lat=59.91, lon=10.75)
    directory = made(cardiff, {**oslo, "coordinates": place, "formats": ("hospital",), "access": (), "classes": ()})
    made_files = people_files(directory)
    index = made_files.index
    tile = index["tiles"]
    assert {**tile, "hashes": ""} == {
        "hashes": "",
        "south": [51.48],
        "west": [-3.18],
        "north": [59.91],
        "east": [10.75],
        "features": [1 | 8 | 16 | 1 << 17 | 1 << 20 | 1 << 23],
        "languages": ["7"],
        "spoken": [[1 | 8 | 16 | 1 << 17 | 1 << 20 | 1 << 23, 1 | 8 | 1 << 17 | 1 << 20 | 1 << 23, 16]],
    }
    assert list(made_files.files) == [f"{PATH}{tile['hashes']}.json"]
    assert (index["count"], index["languages"]) == (2, ["en", "cy", "nb"])
    assert index["unplaced"] == {"hashes": "", "countries": [], "features": [], "languages": [], "spoken": []}


def test_people_without_a_place_have_tiles_of_their_own(made: Made) -> None:
    lost = {"coordinates": None, "languages": ("ga",)}
    made_files = people_files(made({"id": "c", "country": "IE", **lost}, {"id": "b", **lost}, {"id": "a"}))
    unplaced = made_files.index["unplaced"]
    rows = json.loads(made_files.files[f"{PATH}{unplaced['hashes']}.json"])["rows"]
    assert [row[0:1] + row[3:6] for row in rows] == [["b", "GB", None, None], ["c", "IE", None, None]]
    assert (unplaced["countries"], unplaced["languages"]) == ([["GB", "IE"]], ["1"])


def test_nobody_has_no_tiles(made: Made) -> None:
    files = people_files(made())
    assert (files.files, files.index["count"], files.index["tiles"]["hashes"]) == ({}, 0, "")


def test_everyone_is_in_one_tile(sample_people: Directory) -> None:
    rows = [row for text in people_files(sample_people).files.values() for row in json.loads(text)["rows"]]
    assert Counter(row[0] for row in rows) == Counter(one.id for one in sample_people.people)


def test_many_people_make_many_small_tiles(made: Made) -> None:
    spots = [Coordinates.model_construct(lat=number % 60 / 3, lon=number % 97 / 2) for number in range(3000)]
    directory = made(*({"id": f"p{number}", "coordinates": spot} for number, spot in enumerate(spots)))
    texts = people_files(directory).files.values()
    assert len(texts) > 4
    assert sum(len(json.loads(text)["rows"]) for text in texts) == 3000
    assert max(len(gzip.compress(text.encode(), 9)) for text in texts) <= 24_576
