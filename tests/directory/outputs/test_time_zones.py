"""VTIMEZONE: a reader who knows no zone by name finds every meeting at the moment that Python's database has."""

from __future__ import annotations

import random
import zoneinfo
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from directory.outputs.escape import content_lines
from directory.outputs.time_zones import vtimezone
from records.moments import doubt, iana_zone

WEEK = timedelta(weeks=1)
ZONES = sorted(
    zone for zone in zoneinfo.available_timezones() if "/" in zone and zone.split("/")[0] not in ("Etc", "US")
)
FIRST, LAST = datetime(2020, 1, 1), datetime(2040, 1, 1)


def cases(count: int, seed: int) -> list[tuple[str, datetime, int]]:
    """Zone, first meeting, weeks: as the model would let them through, each meeting a single moment."""
    chance, found = random.Random(seed), []
    while len(found) < count:
        zone, weeks = chance.choice(ZONES), chance.randint(1, 52)
        start = FIRST + timedelta(minutes=15 * chance.randrange((LAST - FIRST) // timedelta(minutes=15)))
        if not any(doubt(start + week * WEEK, zone) for week in range(weeks)):
            found.append((zone, start, weeks))
    return found


def meetings(zone: str, start: datetime, weeks: int) -> list[datetime]:
    return [(start + week * WEEK).replace(tzinfo=ZoneInfo(zone)) for week in range(weeks)]


def written(zone: str, start: datetime, weeks: int) -> str:
    expected = meetings(zone, start, weeks)
    return content_lines(vtimezone(zone, expected[0], expected[-1]))


def test_two_thousand_courses_meet_at_the_moments_of_the_zone_database() -> None:
    for zone, start, weeks in cases(2000, seed=1):
        read = icalendar.Timezone.from_ical(written(zone, start, weeks)).to_tz(lookup_tzid=False)
        for meeting in meetings(zone, start, weeks):
            assert meeting.replace(tzinfo=read).astimezone(UTC) == meeting.astimezone(UTC), (zone, start, weeks)


def test_another_reader_finds_the_same_moments() -> None:
    for zone, start, weeks in cases(200, seed=2):
        text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{written(zone, start, weeks)}END:VCALENDAR\r\n"
        read = vobject.readOne(text).vtimezone.gettzinfo()  # dateutil's reader
        for meeting in meetings(zone, start, weeks):
            assert meeting.replace(tzinfo=read).astimezone(UTC) == meeting.astimezone(UTC), (zone, start, weeks)


CHANGES = {
    "a zone whose clock stands still": (
        "Asia/Kolkata",
        datetime(2026, 12, 3, 10),
        5,
        ["STANDARD 1970-01-01 00:00 5:30 5:30"],
    ),
    "summer time, begun before the course": (
        "Europe/Berlin",
        datetime(2026, 6, 3, 10),
        5,
        ["DAYLIGHT 2026-03-29 02:00 1:00 2:00"],
    ),
    "a course across a change": (
        "Europe/London",
        datetime(2027, 3, 4, 10, 30),
        5,
        ["STANDARD 2026-10-25 02:00 1:00 0:00", "DAYLIGHT 2027-03-28 01:00 0:00 1:00"],
    ),
    "a change in the hour after the last meeting is left out": (
        "Europe/London",
        datetime(2027, 3, 28, 0, 0),
        1,
        ["STANDARD 2026-10-25 02:00 1:00 0:00"],
    ),
    "the south": (
        "Australia/Sydney",
        datetime(2026, 9, 30, 10),
        2,
        ["STANDARD 2026-04-05 03:00 11:00 10:00", "DAYLIGHT 2026-10-04 02:00 10:00 11:00"],
    ),
    "half an hour": (
        "Australia/Lord_Howe",
        datetime(2026, 9, 30, 10),
        2,
        ["STANDARD 2026-04-05 02:00 11:00 10:30", "DAYLIGHT 2026-10-04 02:00 10:30 11:00"],
    ),
    "Irish law calls winter the exception; calendars call summer DAYLIGHT": (
        "Europe/Dublin",
        datetime(2026, 10, 21, 10),
        2,
        ["DAYLIGHT 2026-03-29 01:00 0:00 1:00", "STANDARD 2026-10-25 02:00 1:00 0:00"],
    ),
    "Morocco goes back for Ramadan": (
        "Africa/Casablanca",
        datetime(2027, 2, 1, 10),
        8,
        [
            "DAYLIGHT 2026-03-22 02:00 0:00 1:00",
            "STANDARD 2027-02-07 03:00 1:00 0:00",
            "DAYLIGHT 2027-03-14 02:00 0:00 1:00",
        ],
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_only_the_changes_that_a_course_meets_are_told(case: str) -> None:
    zone, start, weeks, expected = CHANGES[case]
    assert iana_zone(zone) == zone
    read = icalendar.Timezone.from_ical(written(zone, start, weeks))
    assert [_told(one) for one in read.subcomponents] == expected


def _told(change: icalendar.cal.Component) -> str:
    onset, before, after = change["DTSTART"].dt, change["TZOFFSETFROM"].td, change["TZOFFSETTO"].td
    return f"{change.name} {onset:%Y-%m-%d %H:%M} {str(before)[:-3]} {str(after)[:-3]}"
