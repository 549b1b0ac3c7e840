"""Classes in a calendar: the same words and the same moments, to two readers, whatever the words are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import icalendar
import pytest
import vobject
import yaml
from directory.choices import ClassStatus
from directory.course import Course
from directory.model import Instructor
from directory.outputs import calendar
from directory.outputs.escape import plain
from hypothesis import given
from hypothesis import strategies as st
from records.moments import doubt

WEEK = timedelta(weeks=1)
SITE = "https://infant-massage.example/"
HOSTILE = yaml.safe_load((Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8"))
TEXTS = st.sampled_from([text for texts in HOSTILE.values() for text in texts]) | st.text(
    st.characters(exclude_categories=()), max_size=200
)
PROPERTIES = ["UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "SUMMARY", "LOCATION", "STATUS", "URL", "DESCRIPTION"]


def events_of(text: str) -> list[icalendar.Event]:
    whole = icalendar.Calendar.from_ical(text)
    assert whole.errors == []
    events = whole.walk("VEVENT")
    assert [event.errors for event in events if event.errors] == []
    return events


def event_of(text: str) -> icalendar.Event:
    (event,) = events_of(text)
    return event


def hostile(zoe: Instructor, text: str) -> str:
    """The weekly class with ``text`` in every field that has words."""
    words = {"title": text, "place": text, "booking": text}
    course = zoe.classes[0].model_copy(update=words)
    return calendar(zoe.model_copy(update={"name": text, "id": text}), [course], SITE)


@given(text=TEXTS)
def test_every_text_comes_back_and_makes_no_line_of_its_own(zoe: Instructor, text: str) -> None:
    written = hostile(zoe, text)
    assert "\r" not in written.replace("\r\n", "")
    assert "\n" not in written.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    event = event_of(written)
    assert list(event.keys()) == PROPERTIES
    assert event["SUMMARY"] == event["LOCATION"] == plain(text)
    assert f"\n{plain(text)}, infant massage instructor\n" in event["DESCRIPTION"]
    unfolded = written.replace("\r\n ", "").split("\r\n")
    assert len([line for line in unfolded if line.startswith("BEGIN:")]) == 5


@given(text=TEXTS)
def test_another_reader_finds_the_same(zoe: Instructor, text: str) -> None:
    event = vobject.readOne(hostile(zoe, text)).vevent
    assert sorted(event.contents) == sorted(name.lower() for name in PROPERTIES)
    assert event.summary.value == event.location.value == plain(text)
    assert event.dtstart.value.replace(tzinfo=None) == zoe.classes[0].start


def test_the_meetings_are_at_the_same_hour_on_the_wall(zoe: Instructor) -> None:
    course = zoe.classes[0]
    assert (course.start, course.weeks) == (datetime(2027, 3, 4, 10, 30), 5)
    event = event_of(calendar(zoe, [course], SITE))
    assert event["DTSTART"].dt == datetime(2027, 3, 4, 10, 30, tzinfo=ZoneInfo("Europe/London"))
    assert event["DTEND"].dt == datetime(2027, 3, 4, 12, 0, tzinfo=ZoneInfo("Europe/London"))
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "COUNT": [5]}
    met = vobject.readOne(calendar(zoe, [course], SITE)).vevent.getrruleset(addRDate=True)
    assert [moment.replace(tzinfo=None) for moment in met] == [
        course.start + timedelta(weeks=week) for week in range(5)
    ]


@pytest.mark.parametrize(("weeks", "rule"), [(1, None), (2, "FREQ=WEEKLY;COUNT=2"), (52, "FREQ=WEEKLY;COUNT=52")])
def test_only_a_second_meeting_is_a_repetition(zoe: Instructor, weeks: int, rule: str | None) -> None:
    event = event_of(calendar(zoe, [zoe.classes[0].model_copy(update={"weeks": weeks})], SITE))
    assert (event["RRULE"].to_ical().decode() if "RRULE" in event else None) == rule


def test_the_uid_is_the_same_in_every_build_and_another_for_another_class(zoe: Instructor) -> None:
    first, *others = zoe.classes
    mended = first.model_copy(update={"place": "Elsewhere", "status": ClassStatus.FULL, "weeks": 4})
    uid = event_of(calendar(zoe, [first], SITE))["UID"]
    assert uid == event_of(calendar(zoe, [mended], SITE))["UID"]
    assert uid.endswith("@infant-massage.example")
    assert uid not in {event_of(calendar(zoe, [other], SITE))["UID"] for other in others}


def test_the_time_stamp_is_the_day_of_the_last_confirmation(zoe: Instructor) -> None:
    event = event_of(calendar(zoe, [zoe.classes[0]], SITE))
    assert event["DTSTAMP"].dt == datetime(2026, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "told"), [(one, "CANCELLED" if one == "cancelled" else "CONFIRMED") for one in ClassStatus]
)
def test_a_cancelled_class_says_so(zoe: Instructor, status: ClassStatus, told: str) -> None:
    course = zoe.classes[0].model_copy(update={"status": status})
    assert event_of(calendar(zoe, [course], SITE))["STATUS"] == told


def test_the_entry_leads_to_the_booking_page_or_without_one_to_the_person(zoe: Instructor) -> None:
    assert event_of(calendar(zoe, [zoe.classes[0]], SITE))["URL"] == "https://zoe.example/book"
    assert event_of(calendar(zoe, [zoe.classes[1]], SITE))["URL"] == f"{SITE}instructors/zoe-nguyen-obrien/"


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "X\r\nSUMMARY:y", "../../etc/passwd"])
def test_a_zone_that_does_not_exist_is_refused(zoe: Instructor, zone: str) -> None:
    with pytest.raises((ZoneInfoNotFoundError, ValueError)):
        calendar(zoe, [zoe.classes[0].model_copy(update={"time_zone": zone})], SITE)


def test_all_classes_of_a_person_are_in_one_calendar_in_their_order(zoe: Instructor) -> None:
    written = calendar(zoe, zoe.classes, SITE)
    assert [event["SUMMARY"] for event in events_of(written)] == [course.title for course in zoe.classes]
    for event, course in zip(events_of(written), zoe.classes, strict=True):
        assert event.to_ical() == event_of(calendar(zoe, [course], SITE)).to_ical()


def test_each_zone_is_explained_once_and_before_the_classes(zoe: Instructor) -> None:
    assert sorted(course.time_zone for course in zoe.classes) == ["Asia/Ho_Chi_Minh", *["Europe/London"] * 3]
    parts = icalendar.Calendar.from_ical(calendar(zoe, zoe.classes, SITE)).subcomponents
    assert [part.name for part in parts] == ["VTIMEZONE"] * 2 + ["VEVENT"] * 4
    assert [str(part["TZID"]) for part in parts[:2]] == ["Asia/Ho_Chi_Minh", "Europe/London"]


COURSES = st.builds(
    lambda zone, start, weeks: (zone, start, weeks),
    st.sampled_from(["Europe/London", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago"]),
    st.datetimes(datetime(2025, 1, 1), datetime(2032, 1, 1)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.integers(1, 52),
).filter(lambda facts: not any(doubt(facts[1] + week * WEEK, facts[0]) for week in range(facts[2])))


@given(st.lists(COURSES, min_size=1, max_size=5))
def test_every_class_meets_at_its_moment_though_they_share_the_words_on_their_zone(
    zoe: Instructor, facts: list[tuple[str, datetime, int]]
) -> None:
    courses = [_course(zoe, *one) for one in facts]
    whole = icalendar.Calendar.from_ical(calendar(zoe, courses, SITE))
    zones = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in whole.walk("VTIMEZONE")}
    assert len(whole.walk("VTIMEZONE")) == len(zones)
    for event, (name, start, weeks) in zip(whole.walk("VEVENT"), facts, strict=True):
        assert event["DTSTART"].dt.replace(tzinfo=None) == start
        for week in range(weeks):
            meeting = start + week * WEEK
            there, meant = meeting.replace(tzinfo=zones[name]), meeting.replace(tzinfo=ZoneInfo(name))
            assert there.astimezone(UTC) == meant.astimezone(UTC)


def _course(zoe: Instructor, zone: str, start: datetime, weeks: int) -> Course:
    times = {"start": start, "end": start + timedelta(minutes=1)}
    return zoe.classes[0].model_copy(update={"time_zone": zone, "weeks": weeks, **times})
