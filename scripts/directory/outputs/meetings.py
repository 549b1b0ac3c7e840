"""When the meetings of a course are, in the zone of the place."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from directory.course import WEEK, Course
from directory.model import Instructor


@cache
def zone_of(name: str) -> ZoneInfo:
    """The zone, read once: Python itself keeps only the last eight."""
    return ZoneInfo(name)


def first_start(course: Course) -> datetime:
    """The first moment, with its zone.  Raises ``ZoneInfoNotFoundError`` or ``ValueError`` for an unknown zone."""
    return course.start.replace(tzinfo=zone_of(course.time_zone))


def first_end(course: Course) -> datetime:
    """The end of the first meeting, with its zone."""
    return course.end.replace(tzinfo=zone_of(course.time_zone))


def last_end(course: Course) -> datetime:
    """The end of the last meeting, with its zone: the same hour on the wall, whatever clocks did in between."""
    return first_end(course) + (course.weeks - 1) * WEEK


def coming(person: Instructor, today: date) -> list[Course]:
    """The courses that are not over, the next one first; what is over is of no use to a family."""
    return sorted((one for one in person.classes if not is_over(one, today)), key=lambda one: one.start)


def is_over(course: Course, today: date) -> bool:
    """Whether the last meeting was before ``today``."""
    return (course.end + (course.weeks - 1) * WEEK).date() < today
