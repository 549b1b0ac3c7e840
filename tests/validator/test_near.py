"""The nearest name: right for a single slip of a finger, among few names and among thousands."""

from __future__ import annotations

import random

import pytest
from validator.near import Names

FEW = [
    "babies/",
    "babies/relief/",
    "babies/relaxation/",
    "families/",
    "parents/",
    "classes/what-to-expect/",
    "art/hands.svg",
]
THOUSANDS = [
    f"instructors/{first}-{last}-{town}/"
    for first in ("jane", "maria", "li", "omar", "zoë")
    for last in range(100)
    for town in ("york", "porto", "lima")
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slipped(word: str, draw: random.Random) -> str:
    """`word` with one letter lost, doubled, changed or swapped with the next."""
    at = draw.choice([at for at, letter in enumerate(word[:-1]) if letter.isalpha() and word[at + 1].isalpha()])
    return draw.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + draw.choice(LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


@pytest.mark.parametrize("names", [FEW, THOUSANDS], ids=["few", "thousands"])
def test_a_single_slip_finds_the_name_that_was_meant(names: list[str]) -> None:
    draw, known = random.Random(5), Names(names)
    meant = [draw.choice(names) for _ in range(400)]
    right = sum(known.nearest(slipped(name, draw)) == name for name in meant)
    assert right >= 0.95 * len(meant)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("famlies/", "families/"),
        ("relief/", "babies/relief/"),
        ("baby/relief/", "babies/relief/"),
        ("Families/", "families/"),
        ("what_to_expect/", "classes/what-to-expect/"),
        ("art/hands.png", "art/hands.svg"),
        ("zzzz/", ""),
        ("", ""),
    ],
)
def test_the_last_step_of_a_path_tells_most(word: str, name: str) -> None:
    assert Names(FEW).nearest(word) == name


def test_names_that_differ_in_everything_are_not_near() -> None:
    assert Names(["abc"] * 3).nearest("x" * 100_000) == ""
