"""How old an entry may be, and the one thing that is said about it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from directory.status import has_badge, has_left, marked_after, months_after, sinks, status
from hypothesis import given
from hypothesis import strategies as st
from records.moments import doubt

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Dates:
    valid_until: date | None
    verified_on: date


def dates(valid_until: str, verified_on: str) -> Dates:
    return Dates(date.fromisoformat(valid_until) if valid_until else None, date.fromisoformat(verified_on))


@pytest.mark.parametrize(
    ("valid_until", "verified_on", "said", "badge"),
    [
        ("2027-09-30", "2026-09-01", "current", True),
        ("", "2026-09-01", "current", True),  # a certificate without end
        ("2027-01-23", "2026-09-01", "current", True),  # 61 days
        ("2027-01-22", "2026-09-01", "expires-soon", True),  # 60 days
        ("2026-11-23", "2026-09-01", "expires-soon", True),  # the last day is a good day
        ("2026-11-22", "2026-09-01", "expired", False),
        ("2027-09-30", "2025-11-23", "current", True),  # twelve months to the day
        ("2027-09-30", "2025-11-22", "unconfirmed", False),
        ("2026-12-01", "2025-11-22", "unconfirmed", False),  # weighs more than expires-soon
        ("2026-11-22", "2025-11-22", "expired", False),  # weighs more than unconfirmed
        ("", "2020-01-01", "unconfirmed", False),
    ],
)
def test_the_one_thing_to_say(valid_until: str, verified_on: str, said: str, badge: bool) -> None:
    person = dates(valid_until, verified_on)
    assert (status(person, TODAY), has_badge(person, TODAY)) == (said, badge)


@pytest.mark.parametrize(
    ("verified_on", "sunk", "gone"),
    [
        ("2025-05-23", False, False),
        ("2025-05-22", True, False),
        ("2024-11-23", True, False),
        ("2024-11-22", True, True),
    ],
)
def test_an_unconfirmed_entry_sinks_and_then_leaves(verified_on: str, sunk: bool, gone: bool) -> None:
    person = dates("2027-09-30", verified_on)
    assert (sinks(person, TODAY), has_left(person, TODAY)) == (sunk, gone)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-08-31", 18, "2027-02-28"),
        ("2025-12-31", 12, "2026-12-31"),
        ("2025-12-01", 1, "2026-01-01"),
        ("2026-01-31", 1, "2026-02-28"),
    ],
)
def test_months_end_where_people_expect_it(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_an_entry_is_marked_before_it_sinks_and_sinks_before_it_leaves(verified: date, today: date) -> None:
    person = Dates(None, verified)
    assert not has_left(person, today) or sinks(person, today)
    assert not sinks(person, today) or today > marked_after(person)


ZONES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Pacific/Apia",
]


@given(st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)), st.sampled_from(ZONES))
def test_a_time_is_doubtful_exactly_when_it_is_no_single_moment(moment: datetime, zone: str) -> None:
    """Counted in another way: by asking which moments of UTC show this time on the wall."""
    moment = moment.replace(second=0, microsecond=0)
    instants = {moment.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(ZoneInfo("UTC")) for fold in (0, 1)}
    shown = [one for one in instants if one.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == moment]
    assert (doubt(moment, zone) is None) == (len(shown) == 1)


@pytest.mark.parametrize(
    ("moment", "zone", "rule"),
    [
        ("2026-03-29 01:30", "Europe/London", "time-does-not-exist"),
        ("2026-03-29 00:59", "Europe/London", None),
        ("2026-03-29 02:00", "Europe/London", None),
        ("2026-10-25 01:30", "Europe/London", "time-comes-twice"),
        ("2026-10-25 02:00", "Europe/London", None),
        ("2026-03-08 02:30", "America/New_York", "time-does-not-exist"),
        ("2026-10-04 02:15", "Australia/Lord_Howe", "time-does-not-exist"),  # half an hour only
        ("2026-10-04 02:30", "Australia/Lord_Howe", None),
        ("2026-06-01 01:30", "Asia/Kolkata", None),
        ("2011-12-30 12:00", "Pacific/Apia", "time-does-not-exist"),  # a whole day
    ],
)
def test_times_when_clocks_change(moment: str, zone: str, rule: str | None) -> None:
    reason = doubt(datetime.fromisoformat(moment), zone)
    assert (reason and reason[0]) == rule


def test_a_fix_for_a_doubtful_time_is_not_doubtful() -> None:
    for moment in ("2026-03-29 01:30", "2026-10-25 01:30"):
        reason = doubt(datetime.fromisoformat(moment), "Europe/London")
        assert reason is not None
        offered = datetime.fromisoformat(reason[2].removeprefix("write ")[:16])
        assert doubt(offered, "Europe/London") is None
        assert abs(offered - datetime.fromisoformat(moment)) <= timedelta(hours=1)
