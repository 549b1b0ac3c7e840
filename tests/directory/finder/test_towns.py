"""Pieces of towns, made from the real gazetteer: every spelling is where its key leads, and every piece is small."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from functools import cache
from typing import Any

import pytest
from benchmarks.finder_site import read, towns
from directory.gazetteer import TABLE
from directory.outputs.finder.keys import key, without_article
from directory.outputs.finder.schema import TownPiece
from directory.outputs.finder.town_order import ORDER, by_both_ends, order_of, order_text
from directory.outputs.finder.towns import town_files
from pydantic import TypeAdapter

HEADER = "country\tname\tascii\tlat\tlon\talso\tenglish\telsewhere\tpeople\tnear\n"
ROWS = (
    "DE\tMunich\tMunich\t48.14\t11.58\tMünchen\t\tMuenchen|Monaco di Baviera\t1505005\t\n"
    "FR\tLe Havre\tLe Havre\t49.49\t0.11\t\t\t\t185972\t\n"
    'GB\tNewport\tNewport\t51.59\t-3.00\tCasnewydd|"Newport"\t\t\t135447\tCardiff\n'
    "JP\tKyoto\tKyoto\t35.02\t135.75\t京都|Kyōto\t\t\t1459640\t\n"
)
LARGEST = 10_240
"""Bytes of a piece when compressed."""


@cache
def piece(name: str) -> dict[str, Any]:
    made = towns()
    found: dict[str, Any] = json.loads(made.files[f"{made.index['path']}{name}.json"])
    return found


def table() -> list[list[str]]:
    return [line.split("\t") for line in read(TABLE).split("\n")[1:-1]]


def spellings(line: list[str], *columns: int) -> list[str]:
    return [one for column in columns for one in line[column].split("|") if one]


def test_a_small_table_is_one_piece_of_each_order() -> None:
    made = town_files(HEADER + ROWS)
    assert made.index == {"path": made.index["path"], "cuts": [""]}
    texts = {path.removeprefix(made.index["path"]): json.loads(text) for path, text in made.files.items()}
    columns = ["spelling", "country", "lat", "lon", "weight", "name", "near"]
    casnewydd = ["Casnewydd", "GB", 51.59, -3.0, 135, "Newport", "Cardiff"]
    havre = ["Le Havre", "FR", 49.49, 0.11, 186, "", ""]
    kyoto = ["Kyoto", "JP", 35.02, 135.75, 1460, "", ""]
    monaco = ["Monaco di Baviera", "DE", 48.14, 11.58, 188, "Munich", ""]
    muenchen = ["Muenchen", "DE", 48.14, 11.58, 188, "Munich", ""]
    munchen = ["München", "DE", 48.14, 11.58, 1505, "Munich", ""]
    munich = ["Munich", "DE", 48.14, 11.58, 1505, "", ""]
    newport = ["Newport", "GB", 51.59, -3.0, 135, "", "Cardiff"]
    own_kyoto = ["京都", "JP", 35.02, 135.75, 1460, "Kyoto", ""]
    assert texts == {
        "0.json": {
            "columns": columns,
            "ends": [""],
            "middles": [""],
            "rows": [casnewydd, havre, kyoto, havre, monaco, muenchen, munchen, munich, newport, own_kyoto],
        },
        "end-0.json": {"columns": columns, "rows": [casnewydd, havre, munich, munchen, kyoto, newport]},
        "middle-0.json": {"columns": columns, "rows": [kyoto, munich, munchen, newport]},
    }


def test_quotation_marks_and_backslashes_stay_what_they_are() -> None:
    made = town_files(HEADER + 'GB\tA "B" \\C\tA B C\t51.59\t-3.00\t\t\t\t20000\t\n')
    rows = json.loads(next(iter(made.files.values())))["rows"]
    assert rows == [['A "B" \\C', "GB", 51.59, -3.0, 20, "", ""]] * 2  # also without the article A


def test_a_kept_order_makes_the_same_pieces_as_none_and_one_of_another_table_is_not_used() -> None:
    text = HEADER + ROWS
    kept = order_text(order_of(text), text)
    assert town_files(text, kept) == town_files(text)
    longer = text + "ZA\tCape Town\tCape Town\t-33.93\t18.42\tKaapstad\t\t\t4772846\t\n"
    assert town_files(longer, kept) == town_files(longer)


def test_the_kept_order_is_that_of_the_gazetteer() -> None:
    """After a change of towns.tsv, write it anew: scripts/directory/outputs/finder/town_order.py says how."""
    text = read(TABLE)
    assert read(ORDER) == order_text(order_of(text), text)


@pytest.mark.parametrize(
    ("order", "columns", "shape"),
    [
        ("", (1, 5, 6, 7), lambda found: found),
        ("", (1, 5, 6), without_article),
        ("end-", (1, 5, 6), lambda found: found[::-1]),
        ("middle-", (1, 5, 6), by_both_ends),
    ],
    ids=["beginning", "without article", "end", "both ends"],
)
def test_every_spelling_is_in_the_piece_its_key_leads_to(order: str, columns: tuple[int, ...], shape: Any) -> None:
    cuts = {"": towns().index["cuts"], "end-": piece("0")["ends"], "middle-": piece("0")["middles"]}[order]
    held = [
        {(key(row[0]), row[1], row[2], row[3]) for row in piece(f"{order}{number}")["rows"]}
        for number in range(len(cuts))
    ]
    missing = []
    for line in table():
        for found in {key(one) for one in spellings(line, *columns)} - {""}:
            if order and (len(found) <= 3 or found >= "\u1100" or (order == "middle-" and len(found) > 7)):
                continue
            number = bisect_right(cuts, shape(found)) - 1
            if (found, line[0], float(line[3]), float(line[4])) not in held[number]:
                missing.append((found, line[0]))
    assert missing == []


@pytest.mark.parametrize("start", ["san", "lon", "par", "sain", "new", "al ", "nov", "mos", "bir", "東", "서"])
def test_the_piece_of_a_few_letters_has_the_biggest_towns_that_begin_so(start: str) -> None:
    wanted = key(start) + (" " if start.endswith(" ") else "")
    lines = [line for line in table() if any(key(one).startswith(wanted) for one in spellings(line, 1, 5, 6))]
    biggest = sorted(lines, key=lambda line: -int(line[8]))[:8]
    cuts = towns().index["cuts"]
    rows = piece(str(bisect_right(cuts, wanted) - 1))["rows"]
    assert [line[1] for line in biggest if line[1] not in {row[5] or row[0] for row in rows}] == []


def test_pieces_are_small_and_as_the_schema_says() -> None:
    for path, text in towns().files.items():
        TypeAdapter(TownPiece).validate_json(text, strict=True)  # the schema is made of this type
        assert len(gzip.compress(text.encode(), 9)) <= LARGEST, path
