"""VTIMEZONE (RFC 5545 §3.6.5) from the zone database of Python: the changes of the clock that a course meets.

Calendars that know the zone by name use their own table; the others get every change from the one that
brought the offset of the first meeting to the last one, each as an onset of its own, without rules that could
be wrong next year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from directory.course import WEEK
from directory.outputs.meetings import zone_of

UTC: Final = timezone.utc  # noqa: UP017 - zone arithmetic reads better with its full name beside ZoneInfo
_SECOND: Final = timedelta(seconds=1)
_NONE: Final = timedelta()


class Change(NamedTuple):
    """A change of the clock: ``at`` (UTC), and the lines of its STANDARD or DAYLIGHT part."""

    at: datetime
    lines: tuple[str, ...]


def vtimezone(zone: str, start: datetime, end: datetime) -> Iterator[str]:
    """The lines of one VTIMEZONE, good from ``start`` to ``end`` (both with a zone)."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    for change in _needed(zone, start.astimezone(UTC), end.astimezone(UTC)):
        yield from change.lines
    yield "END:VTIMEZONE"


def _needed(zone: str, start: datetime, end: datetime) -> list[Change]:
    """The last change up to ``start`` and all up to ``end``."""
    before, after = [_standing(zone, start.year)], []
    for year in range(start.year - 1, end.year + 1):
        for change in _changes(zone, year):
            if change.at <= start:
                before.append(change)
            elif change.at <= end:
                after.append(change)
    return before[-1:] + after


@cache
def _standing(zone: str, year: int) -> Change:
    """For a zone whose clock has long been still: its offset, as if it had always been so."""
    local = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone_of(zone))
    offset = local.utcoffset() or _NONE
    summer = (local.dst() or _NONE) > _NONE
    return Change(datetime.min.replace(tzinfo=UTC), _lines(datetime(1970, 1, 1), offset, local, summer))


@cache
def _changes(zone: str, year: int) -> tuple[Change, ...]:
    """All changes of one year of UTC, in order; no clock changes there and back within a week."""
    first = datetime(year, 1, 1, tzinfo=UTC)
    weeks = [first + week * WEEK for week in range(54)]
    inside = zone_of(zone)
    offsets = [week.astimezone(inside).utcoffset() for week in weeks]
    found = (pair for pair, shift in zip(pairwise(weeks), pairwise(offsets), strict=True) if shift[0] != shift[1])
    moments = (_moment(*pair, inside) for pair in found)
    return tuple(_change(moment, inside) for moment in moments if moment.year == year)


def _moment(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first second of the new offset, between two moments with different ones."""
    old = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


def _change(at: datetime, zone: ZoneInfo) -> Change:
    before, after = (at - _SECOND).astimezone(zone), at.astimezone(zone)
    offset = before.utcoffset() or _NONE
    onset = (at + offset).replace(tzinfo=None)
    return Change(at, _lines(onset, offset, after, _is_summer(before, after)))


def _is_summer(before: datetime, after: datetime) -> bool:
    """Ireland and Morocco take hours off in winter by law; calendars call the other half DAYLIGHT there too."""
    saved = after.dst() or _NONE
    return saved > _NONE or (saved == _NONE and (before.dst() or _NONE) < _NONE)


def _lines(onset: datetime, before: timedelta, local: datetime, summer: bool) -> tuple[str, ...]:
    kind = "DAYLIGHT" if summer else "STANDARD"
    return (
        f"BEGIN:{kind}",
        f"DTSTART:{stamp(onset)}",
        f"TZOFFSETFROM:{_offset(before)}",
        f"TZOFFSETTO:{_offset(local.utcoffset() or _NONE)}",
        f"TZNAME:{local.tzname()}",
        f"END:{kind}",
    )


def stamp(moment: datetime) -> str:
    """``20261203T103000``, the time on the wall."""
    return moment.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "")


def day_stamp(day: date) -> str:
    """``20261203T000000Z``, the first moment of a day."""
    return f"{day.isoformat().replace('-', '')}T000000Z"


def _offset(shift: timedelta) -> str:
    """``+0100``; with seconds only for old local mean times."""
    seconds = round(abs(shift).total_seconds())
    rest = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{'-' if shift < _NONE else '+'}{seconds // 3600:02}{seconds // 60 % 60:02}{rest}"
