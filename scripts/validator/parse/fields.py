"""The fields of front matter that MkDocs and Material for MkDocs read, and what they hold.

Sources: MkDocs 1.6 (`Page.title`, `template`), Material 9 (reference, setup, blog plugin).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from validator.finding import Place
from validator.parse.front_matter import FrontMatter

_TEXT: Final = ("a text", (str, int, float, bool, date))
_LIST: Final = ("a list", (list,))
_TEXTS: Final = ("a text or a list", (str, int, float, list))
_TABLE: Final = ("a table of names and values", (dict,))
_DAY: Final = ("a date such as 2026-01-31", (date, dict))
_TYPES: Final[dict[str, tuple[str, tuple[type, ...]]]] = {
    "title": _TEXT,
    "subtitle": _TEXT,
    "description": _TEXT,
    "template": ("a text", (str,)),
    "icon": ("a text", (str,)),
    "status": ("a text", (str,)),
    "hide": ("a list", (list,)),
    "tags": _LIST,
    "categories": _LIST,
    "authors": _LIST,
    "links": _LIST,
    "search": _TABLE,
    "social": _TABLE,
    "date": _DAY,
    "draft": ("true or false", (bool,)),
    "comments": ("true or false", (bool,)),
    "pin": ("true or false", (bool,)),
    "readtime": ("a number", (int,)),
    "slug": ("a text", (str,)),
}
_PAST: Final = frozenset(
    {"date", "created", "updated", "modified", "last_updated", "last_modified", "revision_date", "last_reviewed"}
)
_USUAL: Final = {
    "author",
    "authors",
    "summary",
    "keywords",
    "lang",
    "language",
    "id",
    "version",
    "copyright",
    "license",
}
KNOWN: Final = frozenset(_TYPES) | _PAST | _USUAL
_FIXES: Final = {
    "a list": "write it as a list: [one, two]",
    "a date such as 2026-01-31": "write year, month and day: 2026-01-31",
    "true or false": "write true or false, without quotation marks",
}


class Field(NamedTuple):
    """One field at its place; `value` of any type."""

    name: str
    value: Any
    place: Place


class WrongType(NamedTuple):
    """A field that holds something else than what is read there, and what to do."""

    field: Field
    expected: str
    fix: str


def fields_of(matter: FrontMatter | None) -> Iterator[Field]:
    """The fields between lines of dashes."""
    if matter and not matter.is_plain and isinstance(matter.values, dict):
        for name, place in matter.fields.items():
            if name in matter.values:
                yield Field(name, matter.values[name], place)


def wrong_types(matter: FrontMatter | None) -> Iterator[WrongType]:
    """The fields that hold another type of value than MkDocs or Material read there; an empty field holds none."""
    for field in fields_of(matter):
        expected, types = _TYPES.get(field.name, ("", ()))
        if expected and field.value is not None and not isinstance(field.value, types):
            yield WrongType(field, expected, _FIXES.get(expected, f"write {expected} there"))


def past_days(matter: FrontMatter | None) -> Iterator[tuple[Field, date]]:
    """The fields that tell of a day in the past, with the day that they name."""
    for field in fields_of(matter):
        if field.name in _PAST and (day := _day(field.value)):
            yield field, day


def lost_lines(matter: FrontMatter | None) -> Iterator[tuple[str, Place]]:
    """Lines at the very top that hold a sentence, and that MkDocs takes for fields."""
    for name, place in matter.fields.items() if matter and matter.is_plain else ():
        if " " in matter.values[name] and name not in KNOWN:  # type: ignore[union-attr]
            yield name, place


def _day(value: object) -> date | None:
    """The day of a date, of a moment, of a text such as "2026-01-31", or of Material's `{created: …}`."""
    if isinstance(value, dict):
        return _day(value.get("updated") or value.get("created"))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
