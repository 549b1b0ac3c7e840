"""Classes as calendar entries (iCalendar, RFC 5545), for "add to your calendar".

The UID stays the same in every build, so adding the class again mends the old entry and makes no second one;
a class with another title or first meeting is another class.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from records.hosts import host_of

from directory.choices import ClassStatus
from directory.course import Course
from directory.model import Instructor
from directory.outputs.addresses import permalink
from directory.outputs.escape import content_lines, content_text, uri
from directory.outputs.meetings import first_start, last_end
from directory.outputs.time_zones import day_stamp, stamp, vtimezone
from directory.outputs.words import INSTRUCTOR, MADE_UP, ONLINE, TEACHES_PARENTS


def calendar(person: Instructor, courses: Sequence[Course], address: str) -> str:
    """The text of an ``.ics`` file with one event a course, in their order, with CRLF; ``address`` is the site's.

    Raises ``ZoneInfoNotFoundError`` or ``ValueError`` for a zone that does not exist; the model lets none through.
    """
    return content_lines(_lines(person, courses, address))


def _lines(person: Instructor, courses: Sequence[Course], address: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{content_text(host_of(address))}//Instructor directory//EN"
    yield "CALSCALE:GREGORIAN"
    for zone in sorted({course.time_zone for course in courses}):
        there = [course for course in courses if course.time_zone == zone]
        yield from vtimezone(zone, min(map(first_start, there)), max(map(last_end, there)))
    for course in courses:
        yield from _event(person, course, address)
    yield "END:VCALENDAR"


def _event(person: Instructor, course: Course, address: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{content_text(_uid(person, course, address))}"
    yield f"DTSTAMP:{day_stamp(person.verified_on)}"
    yield f"DTSTART;TZID={course.time_zone}:{stamp(course.start)}"
    yield f"DTEND;TZID={course.time_zone}:{stamp(course.end)}"
    if course.weeks > 1:
        yield f"RRULE:FREQ=WEEKLY;COUNT={course.weeks}"
    yield f"SUMMARY:{content_text(course.title)}"
    yield f"LOCATION:{ONLINE if course.online else content_text(course.place or '')}"
    yield f"STATUS:{'CANCELLED' if course.status == ClassStatus.CANCELLED else 'CONFIRMED'}"
    yield f"URL:{uri(course.booking or permalink(person, address))}"
    yield f"DESCRIPTION:{content_text(_description(person, address))}"
    yield "END:VEVENT"


def _uid(person: Instructor, course: Course, address: str) -> str:
    title = sha256(course.title.encode("utf-8", "replace")).hexdigest()[:12]
    return f"{person.id}-{stamp(course.start)}-{title}@{host_of(address)}"


def _description(person: Instructor, address: str) -> str:
    lines = [f"{person.name}, {INSTRUCTOR.lower()}", permalink(person, address), TEACHES_PARENTS]
    return "\n".join([MADE_UP, *lines] if person.sample else lines)
