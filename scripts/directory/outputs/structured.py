"""What pages of people and places say to programs (JSON-LD, schema.org): the same facts that people see there.

Never an e-mail address, a telephone number or a street, and no claim that a certificate is good once it is not.
It is as short as search engines allow, for it stands on ten thousand pages: what a person says of themselves, prices
and weekly schedules are on the page alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from directory.choices import ClassStatus
from directory.model import Coordinates, Instructor
from directory.organisations import Organisation
from directory.outputs.addresses import permalink, whole
from directory.outputs.events import PERSON, event
from directory.outputs.meetings import coming
from directory.outputs.words import INSTRUCTOR, MADE_UP
from directory.status import has_badge

Node: TypeAlias = dict[str, Any]
Trail: TypeAlias = Sequence[tuple[str, str]]
"""Name and path of pages, from "Find an instructor" (``instructors/``) down; paths are relative to the site."""


MOST_EVENTS: Final = 2
"""The classes that search engines are told of; the page itself lists more."""


def person_graph(
    person: Instructor,
    certifier: Organisation | None,
    site_address: str,
    *,
    today: date,
    trail: Trail,
) -> Node:
    """The graph of a person's page; ``trail`` ends with their town.  Write it out with ``escape.script_json``."""
    address = permalink(person, site_address)
    page = {
        "@type": "ProfilePage",
        "url": address,
        "isPartOf": {"@id": f"{site_address}#site"},
        "dateModified": person.verified_on.isoformat(),
        "mainEntity": _person(person, certifier, today),
    }
    classes = coming(person, today)
    events = [event(person, one, address) for one in classes if one.status != ClassStatus.CANCELLED]
    return _graph([page, *events[:MOST_EVENTS], _breadcrumbs(trail, site_address)])


def place_graph(name: str, path: str, people: Trail, site_address: str, *, trail: Trail, first: int = 1) -> Node:
    """The graph of a page that lists ``people``, each as name and path; ``trail`` ends with the page above.

    ``first`` is the number of the first one, when a list has several pages.
    """
    items = _steps(people, site_address, first, "url")
    listed = {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
    page = {**_page("CollectionPage", name, whole(path, site_address)), "mainEntity": listed}
    return _graph([page, _breadcrumbs(trail, site_address)])


def _graph(nodes: list[Node]) -> Node:
    return {"@context": "https://schema.org", "@graph": nodes}


def _page(kind: str, name: str, address: str) -> Node:
    return {"@type": kind, "url": address, "name": name}


def _breadcrumbs(trail: Trail, site_address: str) -> Node:
    """The pages above; the page itself, which may stand last, needs no step."""
    return {"@type": "BreadcrumbList", "itemListElement": _steps(trail, site_address, 1, "item")}


def _steps(pages: Trail, site_address: str, first: int, link: str) -> list[Node]:
    return [
        {"@type": "ListItem", "position": position, "name": name, link: whole(path, site_address)}
        for position, (name, path) in enumerate(pages, first)
    ]


def _person(person: Instructor, certifier: Organisation | None, today: date) -> Node:
    node = {"@type": "Person", "@id": PERSON, "name": person.name}
    return {**node, **dict(_facts(person, certifier, today))}


def _facts(person: Instructor, certifier: Organisation | None, today: date) -> Iterator[tuple[str, Any]]:
    badge = has_badge(person, today)
    if person.sample:
        yield "disambiguatingDescription", MADE_UP
    yield "jobTitle", person.title.label if badge else INSTRUCTOR
    yield "knowsLanguage", list(person.languages)
    yield "workLocation", _town(person)
    website = person.contact.shown.get("website") if person.contact else None
    if website:
        yield "sameAs", website
    if badge:
        yield "hasCertification", _certification(person, certifier)


def _town(person: Instructor) -> Node:
    """A place as blunt as the page: the town."""
    address = {"@type": "PostalAddress", "addressLocality": person.town, "addressCountry": person.country}
    if person.region:
        address["addressRegion"] = person.region
    place: Node = {"@type": "Place", "address": address}
    return place | ({"geo": _point(person.coordinates)} if person.coordinates else {})


def _point(coordinates: Coordinates) -> Node:
    return {
        "@type": "GeoCoordinates",
        "latitude": round(coordinates.lat, 2),
        "longitude": round(coordinates.lon, 2),
    }


def _certification(person: Instructor, certifier: Organisation | None) -> Node:
    certification: Node = {
        "@type": "Certification",
        "name": person.title.long_form,
        "validFrom": person.certified_on.isoformat(),
    }
    if person.valid_until:
        certification["expires"] = person.valid_until.isoformat()
    if certifier:
        certification["issuedBy"] = {"@type": "Organization", "name": certifier.name, "url": certifier.url}
    return certification
