"""What pages of people and places say to programs (JSON-LD, schema.org): the same facts that people see there.

Never an e-mail address, a telephone number or a street, and no claim that a certificate is good once it is not.
``areaServed`` belongs to an offer and ``validFrom`` to a certification in schema.org, so they stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias

from directory.choices import ClassStatus
from directory.model import Coordinates, Instructor
from directory.organisations import Organisation
from directory.outputs.addresses import country_name, permalink, whole
from directory.outputs.events import event
from directory.outputs.meetings import coming
from directory.outputs.words import INSTRUCTOR, MADE_UP
from directory.status import has_badge

Node: TypeAlias = dict[str, Any]
Trail: TypeAlias = Sequence[tuple[str, str]]
"""Name and path of pages, from "Find an instructor" (``instructors/``) down; paths are relative to the site."""


def person_graph(
    person: Instructor,
    certifier: Organisation | None,
    site_address: str,
    chapter_name: str,
    *,
    today: date,
    trail: Trail,
) -> Node:
    """The graph of a person's page; ``trail`` ends with their town.  Write it out with ``escape.script_json``."""
    address = permalink(person, site_address)
    page = {
        **_page("ProfilePage", person.name, address, site_address),
        "dateModified": person.verified_on.isoformat(),
        "mainEntity": _person(person, certifier, today, address),
    }
    classes = coming(person, today)
    events = [event(person, one, address) for one in classes if one.status != ClassStatus.CANCELLED]
    steps = [*trail, (person.name, person.address.removeprefix("/"))]
    return _graph([_site(site_address, chapter_name), page, *events, _breadcrumbs(steps, site_address)])


def place_graph(name: str, path: str, people: Trail, site_address: str, *, trail: Trail, first: int = 1) -> Node:
    """The graph of a page that lists ``people``, each as name and path; ``trail`` ends with the page above.

    ``first`` is the number of the first one, when a list has several pages.
    """
    items = _steps(people, site_address, first, "url")
    listed = {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
    page = {**_page("CollectionPage", name, whole(path, site_address), site_address), "mainEntity": listed}
    return _graph([page, _breadcrumbs([*trail, (name, path)], site_address)])


def _graph(nodes: list[Node]) -> Node:
    return {"@context": "https://schema.org", "@graph": nodes}


def _site(site_address: str, chapter_name: str) -> Node:
    """The whole site and who publishes it, under the names that its other pages use."""
    publisher = {"@type": "Organization", "@id": f"{site_address}#publisher", "name": chapter_name, "url": site_address}
    site = {"@type": "WebSite", "@id": f"{site_address}#site", "name": chapter_name, "url": site_address}
    return site | {"publisher": publisher}


def _page(kind: str, name: str, address: str, site_address: str) -> Node:
    return {"@type": kind, "@id": address, "url": address, "name": name, "isPartOf": {"@id": f"{site_address}#site"}}


def _breadcrumbs(trail: Trail, site_address: str) -> Node:
    return {"@type": "BreadcrumbList", "itemListElement": _steps(trail, site_address, 1, "item")}


def _steps(pages: Trail, site_address: str, first: int, link: str) -> list[Node]:
    return [
        {"@type": "ListItem", "position": position, "name": name, link: whole(path, site_address)}
        for position, (name, path) in enumerate(pages, first)
    ]


def _person(person: Instructor, certifier: Organisation | None, today: date, address: str) -> Node:
    node = {"@type": "Person", "@id": f"{address}#person", "name": person.name, "url": address}
    return {**node, **dict(_facts(person, certifier, today))}


def _facts(person: Instructor, certifier: Organisation | None, today: date) -> Iterator[tuple[str, Any]]:
    badge = has_badge(person, today)
    if person.sample:
        yield "disambiguatingDescription", MADE_UP
    yield "jobTitle", person.title.label if badge else INSTRUCTOR
    if person.about:
        yield "description", person.about
    yield "knowsLanguage", list(person.languages)
    yield "workLocation", _town(person)
    yield "makesOffer", _offer(person)
    website = person.contact.shown.get("website") if person.contact else None
    if website:
        yield "sameAs", website
    if badge:
        yield "hasCredential", _credential(person, certifier)


def _town(person: Instructor) -> Node:
    """A place as blunt as the page: the town."""
    address = {"@type": "PostalAddress", "addressLocality": person.town, "addressCountry": person.country}
    if person.region:
        address["addressRegion"] = person.region
    place: Node = {"@type": "Place", "name": f"{person.town}, {country_name(person.country)}", "address": address}
    return place | ({"geo": _point(person.coordinates)} if person.coordinates else {})


def _point(coordinates: Coordinates) -> Node:
    return {
        "@type": "GeoCoordinates",
        "latitude": round(coordinates.lat, 2),
        "longitude": round(coordinates.lon, 2),
    }


def _offer(person: Instructor) -> Node:
    """Classes for parents in the town, or as far round it as the person travels."""
    service = {"@type": "Service", "name": "Infant massage classes for parents"}
    area: Node = {"@type": "City", "name": person.town}
    if person.travel_km and person.coordinates:
        metres = str(person.travel_km * 1000)
        area = {"@type": "GeoCircle", "geoMidpoint": _point(person.coordinates), "geoRadius": metres}
    return {"@type": "Offer", "itemOffered": service, "areaServed": area}


def _credential(person: Instructor, certifier: Organisation | None) -> Node:
    credential: Node = {
        "@type": ["EducationalOccupationalCredential", "Certification"],
        "name": person.title.long_form,
        "credentialCategory": "certificate",
        "validFrom": person.certified_on.isoformat(),
    }
    if person.valid_until:
        credential["expires"] = person.valid_until.isoformat()
    if certifier:
        credential["recognizedBy"] = {"@type": "Organization", "name": certifier.name, "url": certifier.url}
    return credential
