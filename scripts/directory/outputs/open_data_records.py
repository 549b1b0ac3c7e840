"""The public facts of a person, as every data file tells them.  The types here are the schema of directory.json.

A field is here when it helps a family to find a class.  Telephone and e-mail are not: whoever wants to write to
a person does it from the person's page, and a list of them would be a gift to senders of advertisements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from directory.choices import Access, ClassStatus, Format, Special, Title
from directory.course import Course
from directory.directory import Directory
from directory.model import Entry, Instructor, Price
from directory.outputs.addresses import permalink
from directory.outputs.meetings import coming, first_end, first_start
from directory.status import Status

CONFIG: Final = ConfigDict(extra="forbid", use_attribute_docstrings=True)
"""Of every type here, so that the schema refuses a field that nobody decided to publish."""

Day: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date"})]
Moment: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Address: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "iri"})]
"""An address may hold letters of every script."""


@with_config(CONFIG)
class Certifier(TypedDict):
    """Who gave the certificate."""

    id: str
    """The organisation's id, which never changes."""
    name: str | None
    """The organisation's own name."""


PublicPrice = TypedDict("PublicPrice", {"from": float, "currency": str, "free_places": int | None})
"""The least a course costs, and how many places in it are free for families who cannot pay."""


@with_config(CONFIG)
class PublicClass(TypedDict):
    """A course with dates that is not over."""

    title: str
    start: Moment
    """When the first meeting begins, with the offset from UTC on that day."""
    end: Moment
    """When the first meeting ends."""
    time_zone: str
    """IANA zone; later meetings are at the same hour on the wall of this zone."""
    weeks: int
    """How many weekly meetings, the first one counted."""
    place: str | None
    online: bool
    status: ClassStatus
    booking: Address | None


@with_config(CONFIG)
class PublicPerson(TypedDict):
    """One instructor.  Every field is always there; null means that nothing is known."""

    id: str
    """Permanent, never used again for another person."""
    url: Address
    """The person's page."""
    name: str
    title: Title
    """As on the certificate."""
    title_label: str
    """The one name for all titles."""
    certified_by: Certifier
    certified_on: Day
    valid_until: Day | None
    """The last day on which the certificate is good; null when it has no end."""
    verified_on: Day
    """The day on which someone last checked the entry."""
    status: Status
    """On the day the file was generated."""
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    """ISO 3166."""
    region: str | None
    town: str
    postcode_area: str | None
    """A district, never a street."""
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    """Degrees north of the town, two decimals."""
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    """Degrees east of the town, two decimals."""
    languages: list[str]
    """BCP 47, the best one first."""
    formats: list[Format]
    special: list[Special]
    access: list[Access]
    price: PublicPrice | Literal["ask"] | None
    classes: list[PublicClass]
    website: Address | None
    about: str | None
    """The person's own plain words, never markup."""
    sample: bool
    """true for a made-up person."""


def records(people: Iterable[Instructor], directory: Directory, site_address: str) -> Iterator[PublicPerson]:
    """The facts of ``people`` of a directory, in their order."""
    names = {one.id: one.name for one in directory.organisations}
    return map(partial(_record, directory=directory, site_address=site_address, names=names), people)


def _record(person: Instructor, directory: Directory, site_address: str, names: Mapping[str, str]) -> PublicPerson:
    spot = person.coordinates
    return {
        "id": person.id,
        "url": permalink(person, site_address),
        "name": person.name,
        "title": person.title,
        "title_label": person.title.label,
        "certified_by": {"id": person.certified_by, "name": names.get(person.certified_by)},
        "certified_on": person.certified_on.isoformat(),
        "valid_until": person.valid_until.isoformat() if person.valid_until else None,
        "verified_on": person.verified_on.isoformat(),
        "status": directory.status(person),
        "country": person.country,
        "region": person.region,
        "town": person.town,
        "postcode_area": person.postcode_area,
        "lat": round(spot.lat, 2) if spot else None,
        "lon": round(spot.lon, 2) if spot else None,
        "languages": list(person.languages),
        "formats": list(person.formats),
        "special": list(person.special),
        "access": list(person.access),
        "price": _price(person),
        "classes": [_class(one) for one in coming(person, directory.today)],
        "website": person.contact.shown.get("website") if person.contact else None,
        "about": person.about,
        "sample": person.sample,
    }


def _price(person: Entry) -> PublicPrice | Literal["ask"] | None:
    if not isinstance(person.price, Price):
        return person.price
    amount = float(person.price.from_)
    least = int(amount) if amount.is_integer() else amount
    return {"from": least, "currency": person.price.currency, "free_places": person.price.free_places}


def _class(course: Course) -> PublicClass:
    return {
        "title": course.title,
        "start": first_start(course).isoformat(),
        "end": first_end(course).isoformat(),
        "time_zone": course.time_zone,
        "weeks": course.weeks,
        "place": course.place,
        "online": course.online,
        "status": course.status,
        "booking": course.booking,
    }
