"""A person of the directory: the one model that judges every file, and what the rest of the site gets.

Every field is a decision about privacy: there is no street, coordinates are blunt, and nothing of ``contact``
is shown that the person has not named under ``show``.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationInfo, field_validator
from records import all_of
from records.fields import (
    CountryCode,
    CurrencyCode,
    Email,
    Few,
    Flag,
    FromText,
    HttpsUrl,
    IsoDate,
    Km,
    LanguageTag,
    Money,
    PersonName,
    Phone,
    PlainText,
    Whole,
)

from directory import checks
from directory.choices import Access, ContactWay, Format, Special, Title
from directory.course import Course

T = TypeVar("T")

FORBID = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Coordinates(BaseModel):
    """A point to the hundredth of a degree, about a kilometre: enough for a map, too little for a visit."""

    model_config = FORBID

    lat: Annotated[float, FromText(checks.latitude, {"type": "number", "minimum": -90, "maximum": 90})]
    """Degrees north, two decimals."""
    lon: Annotated[float, FromText(checks.longitude, {"type": "number", "minimum": -180, "maximum": 180})]
    """Degrees east, two decimals."""


class Price(BaseModel):
    """The least a course costs."""

    model_config = FORBID

    from_: Annotated[Money, Field(alias="from")]
    """The lowest price of a course, 0 when it is free."""
    currency: CurrencyCode
    """ISO 4217, like EUR."""
    free_places: Annotated[int, Whole(0, 100)] | None = None
    """How many places in a course are free for families who cannot pay."""


WAYS: Final = tuple(way.value for way in ContactWay)

PriceOrAsk = Annotated[
    Annotated[Price, Tag("<price>")] | Annotated[Literal["ask"], Tag("<ask>")],
    Discriminator(lambda value: "<ask>" if isinstance(value, str) else "<price>"),
]


class Contact(BaseModel):
    """How to reach the person, and which of it may be published."""

    model_config = FORBID

    website: HttpsUrl | None = None
    """The person's own page."""
    phone: Phone | None = None
    """International form, +44 1632 960123."""
    email: Email | None = None
    """One plain address."""
    show: Annotated[tuple[ContactWay, ...], Few(3)] = ()
    """What may be published of the above; nothing else is."""

    @field_validator("show")
    @classmethod
    def _only_what_is_there(cls, value: tuple[ContactWay, ...], info: ValidationInfo) -> tuple[ContactWay, ...]:
        missing = [index for index, way in enumerate(value) if info.data.get(way, "") is None]
        faults = [checks.nothing_to_show(value[index], index) for index in missing]
        if faults:
            raise all_of(faults, value)
        return checks.all_different(value)

    @property
    def shown(self) -> dict[str, str]:
        """What may be published: ``{"website": …, "phone": …, "email": …}``, in this order, only what is allowed."""
        return {way: getattr(self, way) for way in WAYS if way in self.show}


class Entry(BaseModel):
    """One instructor, as their file says."""

    model_config = FORBID

    sample: Flag = False
    """true for a made-up person, who can never be published as a real one."""
    name: PersonName
    """As on the certificate, in its own script."""
    pronouns: Annotated[str, PlainText(40)] | None = None
    """Like she/her, if the person wishes."""
    title: Title
    """What the certificate calls the training."""
    certified_by: Annotated[str, PlainText(60)]
    """The id of an organisation in organisations.yml."""
    certified_on: IsoDate
    """The day of the certificate."""
    valid_until: IsoDate | None = None
    """The last day on which it is good; leave it out when it has no end."""
    verified_on: IsoDate
    """The day on which someone last checked that all of this is right."""
    consent_on: IsoDate
    """The day on which the person agreed to be listed.  Without it nobody is listed."""
    country: CountryCode
    """Two capitals of ISO 3166, and the folder of the file."""
    region: Annotated[str, PlainText(80)] | None = None
    """County, state or province."""
    town: Annotated[str, PlainText(80)]
    """Never a street."""
    postcode_area: Annotated[str, PlainText(12)] | None = None
    """The first part of the post code, which names a district and no street."""
    coordinates: Coordinates | None = None
    """Of the town; filled from the gazetteer when left out."""
    travel_km: Km | None = None
    """How far the person travels to families."""
    languages: Annotated[tuple[LanguageTag, ...], Field(min_length=1), Few(20)]
    """BCP 47, the best one first."""
    formats: Annotated[tuple[Format, ...], Field(min_length=1), Few(5)]
    """How the teaching happens."""
    special: Annotated[tuple[Special, ...], Few(12)] = ()
    """Only with training or long practice."""
    access: Annotated[tuple[Access, ...], Few(6)] = ()
    """What makes it possible for more families."""
    price: PriceOrAsk | None = None
    """ask, or the lowest price and its currency."""
    contact: Contact | None = None
    """How to reach the person."""
    classes: Annotated[tuple[Course, ...], Few(40)] = ()
    """Courses with dates."""
    about: Annotated[str, PlainText(600, lines=True)] | None = None
    """The person's own plain words, up to 600 characters; no promises of health."""

    @field_validator("certified_on", "verified_on", "consent_on")
    @classmethod
    def _has_happened(cls, value: date, info: ValidationInfo) -> date:
        return checks.not_after(value, (info.context or {}).get("today"))

    @field_validator("valid_until")
    @classmethod
    def _after_the_certificate(cls, value: date | None, info: ValidationInfo) -> date | None:
        return checks.not_before(value, info.data.get("certified_on"))

    @field_validator("postcode_area")
    @classmethod
    def _no_street(cls, value: str | None, info: ValidationInfo) -> str | None:
        return checks.no_street(value, info.data.get("country", ""))

    @field_validator("languages", "formats", "special", "access")
    @classmethod
    def _all_different(cls, value: tuple[T, ...]) -> tuple[T, ...]:
        return checks.all_different(value)

    @field_validator("contact")
    @classmethod
    def _fiction_for_samples(cls, value: Contact | None, info: ValidationInfo) -> Contact | None:
        if value and info.data.get("sample"):
            checks.only_fiction({"website": value.website, "phone": value.phone, "email": value.email})
        return value

    @field_validator("classes")
    @classmethod
    def _fiction_for_sample_classes(cls, value: tuple[Course, ...], info: ValidationInfo) -> tuple[Course, ...]:
        if info.data.get("sample"):
            checks.only_fiction_bookings([course.booking for course in value])
        return value


class Instructor(Entry):
    """An entry with the name of its file: what the directory is made of.

    ``id`` is the permanent name, ``source`` the path of the file that a correction goes to.
    """

    OWN: ClassVar[frozenset[str]] = frozenset({"id", "source"})

    id: str
    source: str

    @property
    def address(self) -> str:
        """The permanent address on the site, which QR codes carry."""
        return f"/instructors/{self.id}/"

    @classmethod
    def of(cls, entry: Entry, **more: Any) -> Instructor:
        """``entry``, judged already, with its id and source."""
        return cls.model_construct(**{**dict(entry), **more})
