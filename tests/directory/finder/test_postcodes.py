"""Pieces of post code areas: those of the table, and those that people name."""

from __future__ import annotations

import json
from collections.abc import Callable

from benchmarks.finder_site import read
from directory.directory import Directory
from directory.outputs.finder.postcodes import postcode_files
from directory.postcodes import PATTERNS, TABLE

Made = Callable[..., Directory]
TEXT = "country\tarea\tlat\tlon\ttown\nDE\t803\t48.14\t11.57\tMunich\nGB\tCF10\t51.48\t-3.18\tCardiff\n"


def test_areas_of_people_stand_beside_those_of_the_table_which_are_more_exact(made: Made) -> None:
    directory = made(
        {"id": "a", "postcode_area": "CF10"},
        {"id": "b", "postcode_area": "np 20", "town": 'New "port"'},
        {"id": "c", "postcode_area": None},
        {"id": "d", "country": "IE", "postcode_area": "D02", "coordinates": None},
    )
    files = postcode_files(directory, TEXT)
    (text,) = files.files.values()
    assert files.index == {"path": files.index["path"], "cuts": [""]}
    assert json.loads(text) == {
        "columns": ["area", "country", "town", "lat", "lon"],
        "countries": "GB IE",
        "patterns": [list(one) for one in PATTERNS],
        "rows": [
            ["803", "DE", "Munich", 48.14, 11.57],
            ["CF10", "GB", "Cardiff", 51.48, -3.18],
            ["NP20", "GB", 'New "port"', 51.48, -3.18],
        ],
    }


def test_without_a_table_and_areas_there_are_no_pieces(made: Made) -> None:
    files = postcode_files(made({"postcode_area": None}), "")
    assert (files.files, files.index["cuts"]) == ({}, [])


def test_a_few_more_people_of_a_country_change_no_piece(made: Made) -> None:
    people = [{"id": f"p{number}", "postcode_area": None} for number in range(8)]
    first, second = (postcode_files(made(*people[:count]), read(TABLE)) for count in (5, 7))
    assert first == second
