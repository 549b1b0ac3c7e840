"""Where every page of the directory stands, relative to the site's root. Country codes have two letters and ids at
least three, so a person and a country can never meet."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from directory.gazetteer import plain

BASE: Final = "instructors/"
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "þ": "th", "ð": "d"}
)


def person_path(id_: str) -> str:
    return f"{BASE}{id_}/"


def country_path(country: str) -> str:
    return f"{BASE}{country.lower()}/"


def town_path(country: str, town: str) -> str:
    return f"{country_path(country)}{slug(town)}/"


def language_path(tag: str) -> str:
    return f"{BASE}language/{tag.lower()}/"


def online_path() -> str:
    return f"{BASE}online/"


def page_path(path: str, number: int) -> str:
    """The path of one page of a long list; the first page is the list itself."""
    return path if number == 1 else f"{path}{number}/"


def slug(town: str) -> str:
    """`Łódź` → lodz; scripts other than Latin stay as they are, since no spelling of ours would be theirs."""
    letters = unicodedata.normalize("NFC", plain(town).translate(_LETTERS))
    words = re.sub(r"[^\w]+", "-", letters).replace("_", "-").strip("-")
    return words if words and not words.isdigit() else f"town-{words or 'x'}"


def depth(path: str) -> int:
    """How many folders down a page stands: `instructors/gb/` is 2."""
    return path.count("/")


def root(path: str) -> str:
    """From a page at `path` to the site's root: `../../`."""
    return "../" * depth(path)
