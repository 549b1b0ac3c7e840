"""Which languages and scripts a country writes in, and how far a language reaches; from Unicode's CLDR."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global


@cache
def official(country: str) -> tuple[str, ...]:
    """The languages with some official standing in a country, those of the whole country first: ("en", "cy", "ga")."""
    languages = get_global("territory_languages").get(country, {})
    standing = {tag: str(facts.get("official_status") or "") for tag, facts in languages.items()}
    wide = [tag for tag, status in standing.items() if status and status != "official_regional"]
    regional = [tag for tag, status in standing.items() if status == "official_regional"]
    return tuple(dict.fromkeys(tag.split("_")[0] for tag in (*wide, *regional)))


@cache
def reach(language: str) -> int:
    """In how many countries a language is official: a sign of how many people know the names it has for places."""
    return sum(language in official(country) for country in get_global("territory_languages"))


@cache
def other_scripts(country: str) -> frozenset[str]:
    """The scripts of a country besides Latin, as Unicode names begin: {"CJK", "HIRAGANA", "KATAKANA"}."""
    subtags = [str(get_global("likely_subtags").get(language, "")).split("_") for language in official(country)]
    codes = [parts[1] for parts in subtags if len(parts) > 1]
    return frozenset(word for code in codes for word in _UNICODE_WORDS.get(code, (_word(code),))) - {"LATIN"}


def _word(code: str) -> str:
    return str(Locale("en").scripts.get(code, "LATIN")).split()[0].upper()


_UNICODE_WORDS: Final = {
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Beng": ("BENGALI",),
    "Orya": ("ORIYA",),
}
