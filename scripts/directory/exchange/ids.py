"""Proposals for ids.  An id stays on posters for years, so a person decides; this only saves typing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final

from directory.gazetteer import TABLE, Gazetteer
from directory.identity import RESERVED

NAMELESS: Final = "instructor"
"""Begins a proposal when the name has no letters that can be brought into a-z with certainty."""

_LONGEST: Final = 56
"""Characters of a proposal, so that a number fits behind it."""

_LATIN: Final = dict(
    zip("ßæœøłđðþıħŋə", ("ss", "ae", "oe", "o", "l", "d", "d", "th", "i", "h", "ng", "e"), strict=True)
)
_GERMAN: Final = {"ä": "ae", "ö": "oe", "ü": "ue"}
_GERMAN_SPOKEN: Final = frozenset({"DE", "AT", "CH", "LI", "LU"})
_CYRILLIC: Final = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяјљњћџђў",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "ye",
            "zh",
            "z",
            "y",
            "i",
            "yi",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "a",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "j",
            "lj",
            "nj",
            "c",
            "dz",
            "dj",
            "u",
        ],
        strict=True,
    )
)
_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)


class Proposer:
    """Proposes ids that nobody has: neither a file, nor another proposal."""

    def __init__(self, root: Path, taken: Container[str]) -> None:
        self._taken = taken
        self._proposed: set[str] = set()
        self._gazetteer = Gazetteer(root / TABLE)

    def propose(self, name: str, town: str, country: str) -> str:
        """``zoe-mueller-koeln`` for Zoë Müller in Köln, ``…-2`` for the second one."""
        words = plain(name, country) or NAMELESS
        place = plain(town, country) or self._known_as(town, country)
        wanted = _cut("-".join(filter(None, (words, place))))
        found = next(one for one in _numbered(wanted) if self._is_free(one))
        self._proposed.add(found)
        return found

    def _known_as(self, town: str, country: str) -> str:
        """The town's name in Latin letters, as the gazetteer has it."""
        return next((plain(found.name, country) for found in self._gazetteer.find(country, town)), "")

    def _is_free(self, one: str) -> bool:
        return one not in self._taken and one not in self._proposed and one not in RESERVED


def plain(text: str, country: str) -> str:
    """``text`` in a-z and hyphens; empty when some of its letters have no sure counterpart there."""
    composed = unicodedata.normalize("NFC", text).lower()
    letters = {**_LATIN, **_CYRILLIC, **_GREEK, **(_GERMAN if country in _GERMAN_SPOKEN else {})}
    spelled = "".join(letters.get(one, one) for one in composed)
    bare = "".join(one for one in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(one))
    again = "".join(letters.get(one, one) for one in bare)
    if any(unicodedata.category(one)[0] == "L" and not one.isascii() for one in again):
        return ""
    return re.sub("[^a-z0-9]+", "-", re.sub("['’‘ʼʻ`]", "", again)).strip("-")


def _cut(text: str) -> str:
    """At most so many characters, whole words where possible."""
    if len(text) <= _LONGEST:
        return text if len(text) >= 3 else f"{NAMELESS}-{text}".strip("-")
    return text[: _LONGEST + 1].rpartition("-")[0] or text[:_LONGEST]


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted}-{number}" for number in range(2, 10_000))
