"""Dates, times and time zones from text.

A date is written one way only: ``03/04/2026`` is March in one country and April in the next.  A class's time
is the time on the wall where the class is, so a zone stands beside it and never inside it.
"""

from __future__ import annotations

import re
import zoneinfo
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Final
from zoneinfo import ZoneInfo

from records.fault import FromText, fault
from records.nearest import nearest

_DAY: Final = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = "([01][0-9]|2[0-3]):[0-5][0-9]"
_AREAS: Final = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)


@lru_cache(maxsize=4096)
def iso_date(text: str) -> date:
    """``2026-03-12``.  Its fault gives the same day in this form when the text is clear about it."""
    if not re.fullmatch(_DAY, text):
        meant = _meant_date(text) or "2026-03-12, for 12 March 2026"
        raise fault("not-a-date", "a date is written year-month-day", f"write {meant}")
    if impossible := _impossible(text):
        raise fault("not-a-date", *impossible)
    return date.fromisoformat(text)


def _impossible(day: str, clock: str = "") -> tuple[str, str] | None:
    """Why ``2026-02-30`` is in no calendar, and what to write, with ``clock`` behind it."""
    year, month, number = (int(part) for part in day.split("-"))
    if not 1 <= month <= 12:
        return "months go from 01 to 12", f"write year, month, day, like 2026-03-12{clock}"
    last = monthrange(year, month)[1]
    if 1 <= number <= last:
        return None
    return f"that month has the days 01 to {last}", f"write {day[:8]}{last}{clock} if you mean its last day"


def _meant_date(text: str) -> str:
    """The same day in the right form, for ``2026-3-12`` and ``2026/03/12``; empty when it is not certain."""
    found = re.fullmatch(r"([12][0-9]{3})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})\.?", text)
    if not found:
        return ""
    year, month, day = (int(part) for part in found.groups())
    fits = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return f"{year}-{month:02}-{day:02}" if fits else ""


def local_time(text: str) -> time:
    """``09:30``, hours 00 to 23."""
    found = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", text)
    if not found:
        raise fault("not-a-time", "a time is written hours:minutes, from 00:00 to 23:59", f"write {_meant_time(text)}")
    return time(int(found[1]), int(found[2]))


def _meant_time(text: str) -> str:
    found = re.fullmatch(r"([0-9]{1,2})(?:[:.h]([0-5][0-9]))?(?::00)?\s*([ap])?\.?m?\.?", text.strip().lower())
    if not found or int(found[1]) > 24:
        return "09:30, for half past nine in the morning"
    hour, half = int(found[1]), found[3]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour % 24:02}:{found[2] or '00'}"


def local_date_time(text: str) -> datetime:
    """``2026-03-12 10:30``: the time on the wall at the place, with no zone."""
    day, _, clock = text.partition(" ")
    if re.fullmatch(_DAY, day) and re.fullmatch(_CLOCK, clock):
        if impossible := _impossible(day, f" {clock}"):
            raise fault("not-a-date", *impossible)
        return datetime.fromisoformat(text)
    raise fault(
        "not-a-date-and-time",
        "a date and a time are written with one space between them",
        f"write {_meant_moment(text)}",
    )


def _meant_moment(text: str) -> str:
    """The same moment in the right form; 24:00 is midnight, when the next day begins."""
    found = re.match(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T\s]+([0-9]{1,2})[:.h]([0-5][0-9])(?!.*[ap]m)", text)
    day = _meant_date(found[1]) if found else ""
    if not found or not day or int(found[2]) > 24:
        return "2026-03-12 10:30, for half past ten on 12 March 2026"
    midnight = datetime.fromisoformat(day)
    return f"{midnight + timedelta(hours=int(found[2]), minutes=int(found[3])):%Y-%m-%d %H:%M}"


def iana_zone(text: str) -> str:
    """``Europe/London``: a zone of the IANA database, which knows when clocks change there."""
    if text in _zones():
        return text
    meant = _links().get(text) or nearest(text, _zones()) or nearest(text, _cities())
    meant = _cities().get(meant or "", meant)
    fix = f"write {meant}" if meant else "write the area and the nearest large city, like Europe/London"
    raise fault("not-a-time-zone", "a zone is an area and a city, whose changes of the clock are known", fix)


@cache
def _zones() -> frozenset[str]:
    """Zones named after places; others (``GMT+5``, ``EST``, ``US/Eastern``) say less or are out of use."""
    return frozenset(zone for zone in zoneinfo.available_timezones() if zone.split("/")[0] in _AREAS and "/" in zone)


@cache
def _cities() -> dict[str, str]:
    return {zone.rsplit("/", 1)[1]: zone for zone in _zones()}


@cache
def _links() -> dict[str, str]:
    """Old name → the zone named after a place that replaces it, from the database's own list."""
    try:
        lines = (files("tzdata") / "zoneinfo" / "tzdata.zi").read_text(encoding="utf-8").splitlines()
    except (ModuleNotFoundError, FileNotFoundError):
        return {}
    links = (line.split() for line in lines if line.startswith("L "))
    return {old: new for _, new, old in links if new in _zones()}


def doubt(moment: datetime, zone: str) -> tuple[str, str, str] | None:
    """Why ``moment`` is no single moment in ``zone``: ``(rule, why, fix)``; None on every ordinary day.

    When clocks go forward an hour is missing, when they go back an hour comes twice.  Both readings are told.
    """
    if moment.date() not in _days_of_change(zone, moment.year):
        return None
    early, late = (moment.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    before, after = early.utcoffset() or timedelta(), late.utcoffset() or timedelta()
    if before == after:
        return None
    if before > after:
        twice = f"so this comes twice, at {_offset(before)} and again at {_offset(after)}"
        later = moment + (before - after)
        fix = f"write {later:%Y-%m-%d %H:%M}, or another time outside that hour"
        return "time-comes-twice", f"clocks in {zone} go back then, {twice}", fix
    shift = after - before
    readings = f"it could mean {moment - shift:%H:%M} or {moment + shift:%H:%M}"
    fix = f"write {moment + shift:%Y-%m-%d %H:%M} or {moment - shift:%Y-%m-%d %H:%M}"
    return "time-does-not-exist", f"clocks in {zone} go forward then and leave this time out; {readings}", fix


@cache
def _days_of_change(zone: str, year: int) -> frozenset[date]:
    """The days of a year on which clocks change, so that all others need no look at the clock; found by weeks."""
    inside = ZoneInfo(zone)

    def changes(first: date, days: int) -> bool:
        start, end = (datetime.combine(day, time(), inside) for day in (first, first + timedelta(days=days)))
        return start.utcoffset() != end.replace(fold=1).utcoffset()

    weeks = (date(year, 1, 1) + timedelta(weeks=week) for week in range(53))
    days = (first + timedelta(days=day) for first in weeks if changes(first, 7) for day in range(7))
    return frozenset(day for day in days if changes(day, 1))


def _offset(shift: timedelta) -> str:
    minutes = int(shift.total_seconds() // 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


IsoDate = Annotated[date, FromText(iso_date, {"type": "string", "pattern": f"^{_DAY}$", "examples": ["2026-03-12"]})]
LocalTime = Annotated[time, FromText(local_time, {"type": "string", "pattern": f"^{_CLOCK}$", "examples": ["09:30"]})]
LocalDateTime = Annotated[
    datetime,
    FromText(local_date_time, {"type": "string", "pattern": f"^{_DAY} {_CLOCK}$", "examples": ["2026-03-12 10:30"]}),
]
IanaZone = Annotated[
    str,
    FromText(iana_zone, {"type": "string", "pattern": "^[A-Z][a-z]+/[A-Za-z_/+-]+$", "examples": ["Europe/London"]}),
]
