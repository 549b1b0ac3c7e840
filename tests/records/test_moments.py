"""Times that a clock shows twice or never, found without a look at the days on which no clock changes."""

from __future__ import annotations

import zoneinfo
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.moments import doubt

ZONES = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone)
BUSY = ["Africa/Casablanca", "Africa/Cairo", "America/Santiago", "Antarctica/Troll", "Asia/Gaza", "Australia/Lord_Howe"]
BUSY += ["America/St_Johns", "Asia/Dhaka", "Europe/Dublin", "Europe/London", "Pacific/Apia"]


def shown_twice_or_never(moment: datetime, zone: str) -> bool:
    """The plain comparison: the two readings of the wall clock differ."""
    early, late = (moment.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    return early.utcoffset() != late.utcoffset()


@given(
    st.sampled_from(ZONES),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)) | st.dates(date(1965, 1, 1), date(2040, 12, 31)),
    st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
)
def test_a_time_is_in_doubt_exactly_when_its_two_readings_differ(zone: str, day: date, clock: time) -> None:
    moment = datetime.combine(day, clock)
    assert (doubt(moment, zone) is not None) is shown_twice_or_never(moment, zone)


@given(st.sampled_from([*BUSY, *ZONES]), st.integers(1965, 2040))
def test_so_it_is_at_every_half_hour_around_each_change_of_a_year(zone: str, year: int) -> None:
    for change in changes(zone, year):
        for step in range(-48, 49):
            moment = change + step * timedelta(minutes=30)
            assert (doubt(moment, zone) is not None) is shown_twice_or_never(moment, zone), moment


def changes(zone: str, year: int) -> list[datetime]:
    """Noons after which a day passes with another offset, on the wall and without a zone."""
    noons = [datetime(year, 1, 1, 12) + timedelta(days=day) for day in range(-1, 367)]
    offsets = [noon.replace(tzinfo=ZoneInfo(zone)).utcoffset() for noon in noons]
    return [noon for noon, before, after in zip(noons, offsets, offsets[1:], strict=False) if before != after]


@pytest.mark.parametrize(
    ("zone", "moment", "rule"),
    [
        ("Europe/London", "2027-03-28 01:00", "time-does-not-exist"),
        ("Europe/London", "2027-03-28 02:00", None),
        ("Europe/London", "2027-10-31 01:59", "time-comes-twice"),
        ("America/Santiago", "2026-09-06 00:00", "time-does-not-exist"),  # the first hour of a day
        ("America/Santiago", "2027-04-03 23:30", "time-comes-twice"),  # the last one
        ("America/St_Johns", "2005-10-29 23:30", "time-comes-twice"),  # an hour on both sides of midnight
        ("America/St_Johns", "2005-10-30 00:00", "time-comes-twice"),
        ("Asia/Dhaka", "2009-12-31 23:30", "time-comes-twice"),  # the last day of a year
        ("Pacific/Apia", "2011-12-30 12:00", "time-does-not-exist"),  # a whole day
        ("Asia/Kolkata", "2027-03-28 01:00", None),
    ],
)
def test_the_first_and_last_moments_of_a_change(zone: str, moment: str, rule: str | None) -> None:
    found = doubt(datetime.fromisoformat(moment), zone)
    assert (found and found[0]) == rule
