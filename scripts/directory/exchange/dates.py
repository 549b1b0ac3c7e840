"""Dates as spreadsheets write them.  12/03/2026 is March in one country and December in another."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from enum import StrEnum
from typing import Final

_DAY: Final = r"([0-9]{1,4})([./-])[ ]?([0-9]{1,2})\2[ ]?([0-9]{1,4})\.?"
_CLOCK: Final = r"(?:[T ]+([0-9]{1,2})[:.]([0-9]{2})(?::00(?:\.0+)?)?[ ]?([AaPp][Mm])?)?"
_FORM: Final = re.compile(_DAY + _CLOCK)


class Order(StrEnum):
    """What the user says about the dates of a whole table."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


_PLACES: Final = {Order.DAY_FIRST: (2, 1, 0), Order.MONTH_FIRST: (2, 0, 1), Order.YEAR_FIRST: (0, 1, 2)}
"""Where year, month and day stand."""


def iso(text: str, order: Order) -> str:
    """``2026-03-12`` or ``2026-03-12 10:30``; empty when ``text`` is no date in this order."""
    found = _FORM.fullmatch(text)
    if not found:
        return ""
    parts = (found[1], found[3], found[4])
    year, month, day = (parts[place] for place in _PLACES[order])
    made = _date(year, month, day)
    clock = _clock(found[5], found[6], found[7])
    return made and f"{made}{clock}"


def _date(year: str, month: str, day: str) -> str:
    if len(year) != 4 or len(month) > 2 or len(day) > 2:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _clock(hour: str | None, minute: str | None, half: str | None) -> str:
    if hour is None:
        return ""
    if half and 1 <= int(hour) <= 12:
        hour = str(int(hour) % 12 + (12 if half.lower() == "pm" else 0))
    return f" {int(hour):02}:{minute}"


def doubt(text: str) -> tuple[str, str] | None:
    """Message and fix of a date that is not year-month-day; None when it is, or is no date at all."""
    readings = {order: made for order in Order if (made := iso(text, order))}
    if not readings or Order.YEAR_FIRST in readings:
        return None
    days = list(dict.fromkeys(readings.values()))
    meant = " or ".join(f"{int(day[8:10])} {month_name[int(day[5:7])]}" for day in days)
    message = f'"{text}" is {meant}, and nobody can tell which' if len(days) > 1 else f'"{text}" is not year-month-day'
    ways = " or ".join(f"--dates {order.value}" for order in readings)
    return message, f"write {' or '.join(days)}; or say {ways} for the whole table"
