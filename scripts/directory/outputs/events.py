"""A class as a schema.org Event: one event from the first meeting to the last, with its weekly schedule."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from directory.choices import ClassStatus
from directory.course import Course
from directory.model import Instructor, Price
from directory.outputs.meetings import first_start, last_end

Node: TypeAlias = dict[str, Any]

_SCHEMA: Final = "https://schema.org/"
_AVAILABILITY: Final = {
    ClassStatus.OPEN: f"{_SCHEMA}InStock",
    ClassStatus.FEW_PLACES: f"{_SCHEMA}LimitedAvailability",
    ClassStatus.FULL: f"{_SCHEMA}SoldOut",
}


def event(person: Instructor, course: Course, address: str) -> Node:
    """The event of a class that is not cancelled; ``address`` is the whole address of the person's page."""
    mode = "OnlineEventAttendanceMode" if course.online else "OfflineEventAttendanceMode"
    node: Node = {
        "@type": "EducationEvent",
        "name": course.title,
        "startDate": first_start(course).isoformat(),
        "endDate": last_end(course).isoformat(),
        "eventStatus": f"{_SCHEMA}EventScheduled",
        "eventAttendanceMode": f"{_SCHEMA}{mode}",
        "location": _location(person, course, address),
        "organizer": {"@type": "Person", "@id": f"{address}#person", "name": person.name, "url": address},
        "url": course.booking or address,
    }
    if course.weeks > 1:
        node["eventSchedule"] = _schedule(course)
    if isinstance(person.price, Price):
        node["offers"] = _offers(person.price, course, address)
        node["isAccessibleForFree"] = not person.price.from_
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


def _schedule(course: Course) -> Node:
    return {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "repeatCount": course.weeks,
        "startDate": course.start.date().isoformat(),
        "startTime": course.start.time().isoformat(),
        "endTime": course.end.time().isoformat(),
        "scheduleTimezone": course.time_zone,
    }


def _offers(price: Price, course: Course, address: str) -> Node:
    """Prices are given as "from", which is a lowest price and no offer at that price."""
    return {
        "@type": "AggregateOffer",
        "lowPrice": str(price.from_),
        "priceCurrency": price.currency,
        "availability": _AVAILABILITY[course.status],
        "url": course.booking or address,
    }
