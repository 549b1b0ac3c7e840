"""What pydantic cannot know about a person's fields: order of dates, bluntness of places, truth of samples.

Each function returns the value or raises a fault (or several at once) that says what to write instead.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, TypeVar

from pydantic_core import PydanticCustomError
from records import all_of, fault, quoted

from directory.fiction import is_fiction_address, is_fiction_phone

T = TypeVar("T")

_WHOLE_CODES: Final = {
    "GB": re.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?[0-9][A-Z]{2}"),
    "IE": re.compile("([A-Z][0-9][0-9W]) ?[A-Z0-9]{4}"),
    "CA": re.compile("([A-Z][0-9][A-Z]) ?[0-9][A-Z][0-9]"),
    "NL": re.compile("([0-9]{4}) ?[A-Z]{2}"),
    "US": re.compile("([0-9]{5})-[0-9]{4}"),
}
"""Post codes that lead to a street or a house; the group is the part that names a district."""


def latitude(text: str) -> float:
    """Degrees north with at most two decimals."""
    return _degrees(text, 90)


def longitude(text: str) -> float:
    """Degrees east with at most two decimals."""
    return _degrees(text, 180)


def _degrees(text: str, most: int) -> float:
    if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,15})?", text):
        why = "degrees are written in digits, with a dot before parts"
        raise fault("not-degrees", why, f"write {_meant_degrees(text)}")
    if abs(float(text)) > most:
        why = f"it goes from -{most} to {most}"
        raise fault("not-degrees", why, "look the town up on a map; lat is north, lon is east")
    if len(text.partition(".")[2]) > 2:
        why = "more than two decimals lead to a house"
        raise fault("too-exact", why, f"write {round(float(text), 2):.2f}")
    return float(text)


def _meant_degrees(text: str) -> str:
    found = re.fullmatch(r"\s*(-?[0-9]{1,3})[.,]([0-9]{1,2})[0-9]*\s*°?\s*", text)
    return f"{found[1]}.{found[2]}" if found else "a number like 51.51"


def not_after(value: date, today: date | None) -> date:
    """Refuses a day that has not come yet; without ``today`` every day is accepted."""
    if today and value > today:
        why = f"this day has not come yet; today is {today.isoformat()}"
        raise fault("date-in-future", why, f"write {today.isoformat()} or an earlier day")
    return value


def not_before(value: date | None, certified_on: date | None) -> date | None:
    """Refuses a certificate that ended before it began."""
    if value and certified_on and value < certified_on:
        why = f"a certificate of {certified_on.isoformat()} cannot have ended before that day"
        raise fault("dates-out-of-order", why, f"write {certified_on.isoformat()} or a later day")
    return value


def no_street(value: str | None, country: str) -> str | None:
    """Refuses a whole post code where it names a street or a house."""
    whole = _WHOLE_CODES.get(country)
    found = whole.fullmatch(value) if whole and value else None
    if found:
        raise fault("too-exact", "a whole post code leads to a street", f"write {found[1]}")
    return value


def all_different(value: tuple[T, ...]) -> tuple[T, ...]:
    """Refuses an item that stands in its list twice."""
    twice = [index for index, item in enumerate(value) if item in value[:index]]
    if twice:
        raise all_of([_twice(value[index], index) for index in twice], value)
    return value


def _twice(item: object, index: int) -> PydanticCustomError:
    return fault("written-twice", f"{quoted(str(item))} is in this list twice", "delete this line", at=(index,))


def nothing_to_show(way: str, index: int) -> PydanticCustomError:
    """The fault of allowing what is not there."""
    why = f"there is no {way} that could be shown"
    return fault("nothing-to-show", why, f"add {way}: to contact, or delete this line", at=(index,))


def only_fiction(ways: dict[str, str | None]) -> None:
    """Refuses every address and number of a sample that could belong to someone."""
    faults = []
    for way, value in ways.items():
        if value and way == "phone" and not is_fiction_phone(value):
            faults.append(_real(way, value, "write +44 1632 960123, or delete the line"))
        if value and way != "phone" and not is_fiction_address(value):
            faults.append(_real(way, value, "write one that ends in .example or example.org"))
    if faults:
        raise all_of(faults, ways)


def only_fiction_bookings(bookings: list[str | None]) -> None:
    """As ``only_fiction``, for the booking pages of classes in their order."""
    fix = "write one that ends in .example or example.org"
    faults = [
        _real("booking", address, fix, at=(index, "booking"))
        for index, address in enumerate(bookings)
        if address and not is_fiction_address(address)
    ]
    if faults:
        raise all_of(faults, bookings)


def _real(way: str, value: str, fix: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    why = f"this person is a sample, and {quoted(value)} can belong to someone"
    return fault("real-contact-in-sample", why, fix, at=at or (way,))
