"""A class as a schema.org Event: one event from the first meeting to the last."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from directory.course import Course
from directory.model import Instructor
from directory.outputs.meetings import first_start, last_end

Node: TypeAlias = dict[str, Any]

PERSON: Final = "#person"
"""What the person is called in the graph of their page, relative to its address."""


def event(person: Instructor, course: Course, address: str) -> Node:
    """The event of a class that is not cancelled; ``address`` is the whole address of the person's page."""
    node: Node = {
        "@type": "EducationEvent",
        "name": course.title,
        "startDate": first_start(course).isoformat(),
        "endDate": last_end(course).isoformat(),
        "location": _location(person, course, address),
        "organizer": {"@id": PERSON},
    }
    if course.online:  # otherwise it happens at its place, which need not be said
        node["eventAttendanceMode"] = "https://schema.org/OnlineEventAttendanceMode"
    elif course.booking:  # an online class has it as its location
        node["url"] = course.booking
    return node


def _location(person: Instructor, course: Course, address: str) -> Node:
    """The place as written; the town is named when the place names it, since teachers also go to other towns."""
    if course.online:
        return {"@type": "VirtualLocation", "url": course.booking or address}
    place = course.place or ""
    postal = {"@type": "PostalAddress", "addressCountry": person.country}
    if person.town.casefold() in place.casefold():
        postal["addressLocality"] = person.town
    return {"@type": "Place", "name": place, "address": postal}
