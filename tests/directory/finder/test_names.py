"""Pieces of names: everybody is under each word of their name, as it is written and as it is typed."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable

import pytest
from directory.directory import Directory
from directory.outputs.finder.keys import key
from directory.outputs.finder.names import PATH, name_files, spelled

Made = Callable[..., Directory]
WAYS = [
    ("Elin Morgan", "elin-morgan-cardiff", ["elin morgan"]),
    ("Maria García", "maria-garcia-cardiff-2", ["maria garcia"]),
    ("Siobhán O'Connor", "siobhan-o-connor-cardiff", ["siobhan o connor", "siobhan oconnor"]),
    ("Élodie D’Arcy", "elodie-d-arcy-cardiff", ["elodie d arcy", "elodie darcy"]),
    ("Katharina Schönfeld", "katharina-schoenfeld-cardiff", ["katharina schonfeld", "katharina schoenfeld"]),
    ("王小雨", "wang-xiaoyu-cardiff", ["王小雨", "wang xiaoyu"]),
    ("Олена Шевчук", "olena-shevchuk-cardiff-2", ["олена шевчук", "olena shevchuk"]),
]


@pytest.mark.parametrize(("name", "id_", "ways"), WAYS, ids=[id_ for _, id_, _ in WAYS])
def test_a_name_is_found_as_it_is_written_and_as_most_keyboards_have_it(
    made: Made, name: str, id_: str, ways: list[str]
) -> None:
    assert spelled(made({"name": name, "id": id_}).people[0]) == ways


def test_a_person_stands_under_each_word_of_the_name(made: Made) -> None:
    files = name_files(made({"id": "a", "name": "Zoe Abel"}, {"id": "b", "name": "Mary Ann Lee"}))
    (path, text), *others = files.files.items()
    assert others == []
    assert path == f"{PATH}{files.index['hashes']}.json"
    assert files.index == {"path": PATH, "cuts": [""], "hashes": files.index["hashes"]}
    assert json.loads(text) == {
        "columns": ["name", "town", "country", "id"],
        "rows": [["Zoe Abel", "Cardiff", "GB", "a"], ["Mary Ann Lee", "Cardiff", "GB", "b"]],
    }


def test_nobody_has_no_pieces(made: Made) -> None:
    assert name_files(made()).index == {"path": PATH, "cuts": [], "hashes": ""}


def test_among_many_everyone_is_in_the_piece_that_each_word_leads_to(made: Made) -> None:
    given, family = [f"Given{letter}a" for letter in "abcdefghij"], [f"{letter}amily" for letter in "FGHIJKLM"]
    people = [{"id": f"p-{number}", "name": f"{given[number % 10]} {family[number % 8]}"} for number in range(4000)]
    files = name_files(made(*people))
    cuts, hashes = files.index["cuts"], files.index["hashes"]
    assert len(cuts) > 4
    held = [
        {row[3] for row in json.loads(files.files[f"{PATH}{hashes[place : place + 8]}.json"])["rows"]}
        for place in range(0, len(hashes), 8)
    ]
    for person in people:
        first, last = key(person["name"]).split()
        for turned in (f"{first} {last} cardiff", f"{last} {first} cardiff"):
            assert person["id"] in held[bisect_right(cuts, turned) - 1]
