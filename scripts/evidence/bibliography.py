"""A reference taken apart as reference managers want it: people, journal, volume, issue, pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.references import Reference

_ARTICLE: Final = re.compile(
    r"(?P<journal>\D.*?),? (?P<year>\d{4})"
    r"(?:;(?P<volume>\d+)(?:\((?P<issue>[^)]+)\))?|, Issue (?P<number>\d+))?"
    r"(?:(?::|, )(?P<pages>[\w.-]+))?(?: \(in \w+\))?"
)
_PERSON: Final = re.compile(r"(?P<family>.+) (?P<given>[A-Z]{1,3})")


@dataclass(frozen=True)
class Name:
    """A person, or with `given` empty a body that wrote together."""

    family: str
    given: str = ""


@dataclass(frozen=True)
class Parts:
    """What a reference is made of; empty where it has no such part. `pages` may be an article's number."""

    names: tuple[Name, ...]
    others: bool
    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


def parts(reference: Reference) -> Parts:
    """The parts of `reference`; without a journal, it is a book, a leaflet or a page."""
    found = _ARTICLE.fullmatch(reference.source)
    numbers = found and (found["volume"] or found["number"] or reference.doi or reference.pmid)
    if not found or not numbers:
        return Parts(*_authors(reference.authors, article=False))
    issue, pages = found["issue"] or found["number"] or "", found["pages"] or ""
    return Parts(*_authors(reference.authors, article=True), found["journal"], found["volume"] or "", issue, pages)


def short_name(reference: Reference) -> str:
    """`Huhtala 2000`: the first author and the year, as a text between others names a source."""
    names = parts(reference).names
    return " ".join(filter(None, [names[0].family if names else reference.title, reference.year]))


def _authors(authors: str, article: bool) -> tuple[tuple[Name, ...], bool]:
    """The authors, and whether there are more who are not named. A leaflet's author is mostly a body."""
    written = [one.strip() for one in re.split(r"[,;]", authors) if one.strip()]
    names = tuple(_name(one) for one in written if one != "et al.")
    if not article and not _are_people(names):
        return ((Name(authors),) if authors else ()), False
    return names, len(names) < len(written)


def _are_people(names: Sequence[Name]) -> bool:
    """One word before the initials, or several names: `Cambridge University Hospitals NHS` is neither."""
    return all(name.given for name in names) and (len(names) > 1 or not any(" " in name.family for name in names))


def _name(written: str) -> Name:
    person = _PERSON.fullmatch(written)
    return Name(person["family"], person["given"]) if person else Name(written)
