"""One made-up person: the values of a file, as a volunteer could have written them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from benchmarks.cultures import Country, Culture
from benchmarks.draw import Draw
from benchmarks.towns import Spot, post_area
from directory.choices import Access, ClassStatus, ContactWay, Format, Special
from records.values import Value

DAY: Final = date(2026, 11, 24)
"""The day on which the list is looked at: most entries are good then, some are not."""

_ABOUT_LIMIT: Final = 500
_PHONES: Final = {
    "GB": "+44 1632 960{:03d}",
    "US": "+1 212 555 01{:02d}",
    "CA": "+1 416 555 01{:02d}",
    "AU": "+61 2 5550 {:04d}",
    "IE": "+353 20 91{:05d}",
    "FR": "+33 1 99 00 {:04d}",
    "DE": "+49 30 23125 {:03d}",
}
"""Numbers that no telephone has, where a regulator keeps some; see directory/fiction.py."""


class Case(NamedTuple):
    """What is settled about a person before the rest is drawn."""

    id: str
    name: str
    code: str
    country: Country
    language: str
    culture: Culture
    spot: Spot
    organisation: str
    sentences: tuple[str, ...]


def person(draw: Draw, case: Case) -> dict[str, Value]:
    """All fields, in the form in which ``yaml_writer`` takes them."""
    languages = [case.language, *draw.some([one for one in case.country.also if one != case.language], 2)]
    formats = [way.value for way in draw.some(list(Format), 3)] or ["group"]
    fields: dict[str, Value | None] = {
        "sample": "true",
        "name": case.name,
        "pronouns": draw.one(("she/her", "he/him", "they/them")) if draw.chance(8) else None,
        "title": draw.one(case.country.titles),
        "certified_by": case.organisation,
        **_dates(draw),
        **_place(draw, case),
        "travel_km": str(draw.one((5, 10, 15, 20, 30, 50))) if "home-visit" in formats else None,
        "languages": [*languages],
        "formats": [*formats],
        "special": _few(draw, list(Special), 45),
        "access": _few(draw, list(Access), 40),
        "price": _price(draw, case.country),
        "contact": _contact(draw, case),
        "classes": _classes(draw, case, "online" in formats),
        "about": _about(draw, case),
    }
    return {name: value for name, value in fields.items() if value}


def _dates(draw: Draw) -> dict[str, Value | None]:
    """Of a hundred, four are long unconfirmed and two longer still, four have expired and five soon will."""
    kind, fresh = draw.below(100), draw.between(5, 350)
    verified = DAY - timedelta(days=560 + fresh // 3 if kind < 2 else 375 + fresh // 3 if kind < 6 else fresh)
    state, more = draw.below(100), draw.between(1, 55)
    end = DAY + timedelta(days=-5 * more if state < 4 else more if state < 9 else 65 + 20 * more)
    certified = min(verified, end) - timedelta(days=draw.between(30, 4000))
    consent = certified + timedelta(days=draw.below((verified - certified).days))
    return {
        "certified_on": certified.isoformat(),
        "valid_until": end.isoformat() if draw.chance(85) else None,
        "verified_on": verified.isoformat(),
        "consent_on": consent.isoformat(),
    }


def _place(draw: Draw, case: Case) -> dict[str, Value | None]:
    spot, has_area = case.spot, draw.chance(35) and case.country.area
    return {
        "country": case.code,
        "region": spot.region,
        "town": spot.name,
        "postcode_area": post_area(case.country.area, draw, spot.latin) if has_area else None,
        "coordinates": {"lat": f"{spot.lat:.2f}", "lon": f"{spot.lon:.2f}"} if spot.is_exact else None,
    }


def _few(draw: Draw, choices: list[Special] | list[Access], percent: int) -> Value:
    return [one.value for one in draw.some(choices, 3)] if draw.chance(percent) else []


def _price(draw: Draw, country: Country) -> Value | None:
    if draw.chance(20):
        return "ask" if draw.chance(60) else None
    currency, least, most = country.money
    price: dict[str, Value] = {"from": str(least + (most - least) * draw.below(10) // 10), "currency": currency}
    return {**price, "free_places": str(draw.between(1, 3))} if draw.chance(30) else price


def _contact(draw: Draw, case: Case) -> Value:
    """Reserved addresses and numbers; one in five shows nothing of it."""
    ways: dict[str, str] = {}
    if draw.chance(60):
        ways["website"] = f"https://{case.id}.example/"
    if draw.chance(40) and case.code in _PHONES:
        ways["phone"] = _PHONES[case.code].format(draw.below(100))
    if draw.chance(50) or not ways:
        ways["email"] = f"{case.id.split('-', 1)[0]}@example.org"
    shown: list[Value] = [way.value for way in ContactWay if way.value in ways]
    return {**ways, "show": shown} if draw.chance(80) else {**ways}


def _classes(draw: Draw, case: Case, is_online: bool) -> Value:
    if not draw.chance(55):
        return []
    return [_course(draw, case, is_online and draw.chance(60)) for _ in range(draw.between(1, 3))]


def _course(draw: Draw, case: Case, is_online: bool) -> Value:
    """Weekly meetings, the first in three days to five months; some in the evening, some at the weekend."""
    day = DAY + timedelta(days=draw.between(3, 150))
    hour, minute = (draw.between(17, 19) if draw.chance(20) else draw.between(9, 15)), draw.one(("00", "30"))
    state = draw.below(100)
    status = ClassStatus.FULL if state < 12 else ClassStatus.FEW_PLACES if state < 30 else ClassStatus.CANCELLED
    course: dict[str, Value | None] = {
        "title": draw.one(case.culture.titles),
        "start": f"{day} {hour:02d}:{minute}",
        "end": f"{day} {hour + 1:02d}:{minute}",
        "time_zone": case.country.zone(case.spot.lon),
        "weeks": str(draw.between(1, 8)),
        "place": None if is_online else draw.one(case.culture.places),
        "online": "true" if is_online else None,
        "status": status.value if state < 32 else None,
        "booking": f"https://{case.id}.example/{day}" if draw.chance(30) else None,
    }
    return {name: value for name, value in course.items() if value}


def _about(draw: Draw, case: Case) -> str:
    """A few sentences, up to 500 characters; one in five writes nothing."""
    if draw.chance(20):
        return ""
    text = ""
    for sentence in draw.some(case.sentences, 10) or case.sentences[:1]:
        longer = f"{text} {sentence}" if text else sentence
        text = longer if len(longer) <= _ABOUT_LIMIT else text
    return text
