"""One cell → the text that would stand in a person's file, or why nobody can tell.

A spreadsheet changes what people type: it makes numbers of post codes and its own dates of dates.  What can
be undone with certainty is undone; what has two meanings is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from records import quoted

from directory import guard
from directory.exchange.dates import Order, doubt, iso
from directory.exchange.fields import Kind, Leaf
from directory.exchange.table import CellValue

SEPARATOR: Final = "|"
"""Between the words of a list in one cell; no code of the model has it."""

_BLANKS: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


class Complaint(NamedTuple):
    """Why a cell cannot be read; the judge's own faults have the same parts."""

    rule: str
    message: str
    fix: str


def text_of(value: CellValue, leaf: Leaf, dates: Order | None) -> str | Complaint:
    """The text, empty for an empty cell.  ``dates`` says which comes first in 12/03/2026."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _of_text(value, leaf, dates)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _of_number(value)
    if isinstance(value, date) and leaf.kind in (Kind.DATE, Kind.MOMENT):
        return _of_date(value, leaf)
    message = f"the spreadsheet holds this as a date or a time ({value}), and it is none"
    return Complaint("turned-into-a-date", message, "format the column as text, then type it again")


def _of_text(cell: str, leaf: Leaf, dates: Order | None) -> str | Complaint:
    cell = re.sub("\r\n?", "\n", cell)
    text = guard.read(cell)
    if guard.is_guarded(cell) or not text:
        return text
    return _CLEANERS[leaf.kind](text, dates)


def _words(text: str, dates: Order | None) -> str | Complaint:
    """Blanks and quotes inside words are kept: « oui » has its narrow blanks on purpose."""
    if re.fullmatch("[0-9]+([.,][0-9]+)?[eE][+][0-9]+", text):
        message = f"a spreadsheet has shortened a long number to {quoted(text)}, and its last digits are lost"
        return Complaint("shortened-number", message, "format the column as text, then type the number again")
    return re.sub(r"^([0-9]+)\.0+$", r"\1", text)


def _code(text: str, dates: Order | None) -> str | Complaint:
    return _words(_plain(text), dates)


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _list(text: str, dates: Order | None) -> str | Complaint:
    if SEPARATOR in text or not re.search("[,;\n]", text):
        return _plain(text)
    words = [word.strip() for word in re.split("[,;\n]", text) if word.strip()]
    message = f"{quoted(text)} is several words, and | stands between the words of a list"
    return Complaint("not-a-list", message, f"write {SEPARATOR.join(words)}")


def _day(text: str, dates: Order | None) -> str | Complaint:
    plain = _plain(text)
    if dates and (meant := iso(plain, dates)):
        return meant
    found = doubt(plain)
    return Complaint("ambiguous-date", *found) if found else plain


_CLEANERS: Final[dict[Kind, Callable[[str, Order | None], str | Complaint]]] = {
    Kind.WORDS: _words,
    Kind.CODE: _code,
    Kind.LIST: _list,
    Kind.DATE: _day,
    Kind.MOMENT: _day,
    Kind.FLAG: _code,
    Kind.WHOLE: _code,
    Kind.DECIMAL: _code,
}


def _of_number(value: float) -> str:
    """``1067`` of 1067.0, ``51.51`` of 51.51; the 15 digits that a spreadsheet knows."""
    text = f"{value:.15g}"
    return text if "e" not in text or not float(value).is_integer() else f"{value:.0f}"


def _of_date(value: date, leaf: Leaf) -> str:
    """A spreadsheet counts days in fractions, so a time can lie a moment beside its minute."""
    if not isinstance(value, datetime):
        return value.isoformat() if leaf.kind is Kind.DATE else f"{value.isoformat()} 00:00"
    near = value + timedelta(microseconds=500_000)
    if leaf.kind is Kind.DATE and (near.hour, near.minute, near.second) == (0, 0, 0):
        return near.date().isoformat()
    return f"{near:%Y-%m-%d %H:%M}" if near.second == 0 else f"{near:%Y-%m-%d %H:%M:%S}"


def words_of(text: str) -> list[str]:
    """The words of a list in one cell."""
    return [word.strip() for word in text.split(SEPARATOR) if word.strip()]
