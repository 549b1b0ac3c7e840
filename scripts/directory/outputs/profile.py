"""One person as their page shows them: every value a finished text, escaped later by the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from directory.course import Course
from directory.directory import Directory
from directory.model import Instructor, Price
from directory.organisations import Organisation
from directory.outputs import paths
from directory.outputs.addresses import permalink
from directory.outputs.calendar import calendar, data_uri
from directory.outputs.meetings import coming, first_start, last_end
from directory.outputs.qr import qr_svg
from directory.outputs.wording import Wording
from directory.status import Status, has_badge, marked_after

MADE_FILES = "contact.vcf"


@dataclass(frozen=True)
class Setting:
    """What a profile needs to know of the site: `address` ends in `/`; `repository` is empty when there is none."""

    address: str
    name: str
    email: str
    repository: str
    wording: Wording


class CourseView:
    """One course: its first meeting on the clock of its place."""

    def __init__(self, person: Instructor, course: Course, setting: Setting) -> None:
        wording = setting.wording
        self.title = course.title
        self.start_iso = first_start(course).isoformat(timespec="minutes")
        self.last_end = last_end(course).isoformat(timespec="minutes")
        hours = {"start": f"{course.start:%H:%M}", "end": f"{course.end:%H:%M}"}
        self.when = wording.say("class_when", day=wording.weekday(course.start.date()), **hours)
        self.zone = wording.say("class_zone", zone=str(course.time_zone).split("/")[-1].replace("_", " "))
        self.weeks = wording.say("class_once" if course.weeks == 1 else "class_weeks", weeks=course.weeks)
        self.place = course.place
        self.status = wording.words[f"status_{course.status}"]
        self.booking = course.booking
        self.calendar = data_uri(calendar(person, course, setting.address), "text/calendar")
        self.file_name = f"{person.id}-{course.start:%Y-%m-%d}.ics"


class Profile:
    """One page of a person; the names are those that `components/profile/` prints."""

    def __init__(self, person: Instructor, directory: Directory, setting: Setting) -> None:
        self.person, self.directory, self.setting = person, directory, setting
        self.wording = setting.wording
        self.name, self.pronouns, self.sample = person.name, person.pronouns, person.sample
        self.path = paths.person_path(person.id)
        self.status = directory.status(person)

    @cached_property
    def certifier(self) -> Organisation | None:
        return self.directory.certifier(self.person)

    @property
    def place_parts(self) -> list[str]:
        return place_of(self.person, self.wording)

    @property
    def languages(self) -> list[str]:
        return [self.wording.language(tag) for tag in self.person.languages]

    @property
    def formats(self) -> list[str]:
        return [self.wording.words[f"format_{one}"] for one in self.person.formats]

    @property
    def special(self) -> list[str]:
        return [self.wording.words[f"special_{one}"] for one in self.person.special]

    @property
    def access(self) -> list[str]:
        return [self.wording.words[f"access_{one}"] for one in self.person.access]

    @property
    def badge(self) -> str:
        if not has_badge(self.person, self.directory.today):
            return ""
        until = self.person.valid_until
        return self.wording.say("certificate_valid", date=self.wording.day(until)) if until else self.no_end

    @property
    def no_end(self) -> str:
        return self.wording.words["certificate_no_end"]

    @property
    def warning(self) -> str:
        return self.expired_text if self.status is Status.EXPIRED else self.wording.words["certificate_unconfirmed"]

    @property
    def expired_text(self) -> str:
        until = self.person.valid_until
        return self.wording.say("certificate_expired", date=self.wording.day(until)) if until else ""

    @property
    def valid_until_iso(self) -> str:
        return self.person.valid_until.isoformat() if self.person.valid_until else ""

    @property
    def marked_after_iso(self) -> str:
        return marked_after(self.person).isoformat()

    @property
    def confirmed(self) -> str:
        return self.wording.say("last_confirmed", date=self.wording.day(self.person.verified_on))

    @property
    def postcode_area(self) -> str:
        area = self.person.postcode_area
        return self.wording.say("postcode_area", area=area) if area else ""

    @property
    def travels(self) -> str:
        km = self.person.travel_km
        return self.wording.say("travels", km=km) if km else ""

    @property
    def price(self) -> str:
        price, words = self.person.price, self.wording.words
        if not isinstance(price, Price):
            return words["price_ask"] if price else ""
        if not price.from_:
            return words["price_free"]
        return self.wording.say("price_from", price=self.wording.price(price.from_, price.currency))

    @property
    def free_places(self) -> str:
        price = self.person.price
        places = price.free_places if isinstance(price, Price) else None
        return self.wording.say("free_places", count=places) if places else ""

    @property
    def about(self) -> list[str]:
        return (self.person.about or "").split("\n\n") if self.person.about else []

    @property
    def contacts(self) -> list[dict[str, str]]:
        return list(self._contacts())

    def _contacts(self) -> Iterator[dict[str, str]]:
        shown, words = (self.person.contact.shown if self.person.contact else {}), self.wording.words
        if website := shown.get("website"):
            yield {"href": website, "label": words["website"]}
        if phone := shown.get("phone"):
            yield {"href": "tel:" + phone.replace(" ", ""), "label": self.wording.say("phone", phone=phone)}
        if email := shown.get("email"):
            yield {"href": hidden_from_harvesters(f"mailto:{email}"), "label": words["email"]}

    @property
    def courses(self) -> list[CourseView]:
        return [CourseView(self.person, course, self.setting) for course in coming(self.person, self.directory.today)]

    @property
    def certified(self) -> str:
        name = self.certifier.name if self.certifier else self.person.certified_by
        day = self.wording.day(self.person.certified_on)
        return self.wording.say("certified_by", title=self.person.title.long_form, organisation=name, date=day)

    @property
    def certifier_url(self) -> str:
        return self.certifier.url if self.certifier else ""

    @property
    def certifier_name(self) -> str:
        return self.certifier.name if self.certifier else ""

    @property
    def permalink(self) -> str:
        return permalink(self.person, self.setting.address)

    @property
    def permalink_shown(self) -> str:
        return self.permalink.split("//", 1)[-1]

    @property
    def qr(self) -> Markup:
        return Markup(qr_svg(self.permalink))

    @property
    def vcard(self) -> str:
        return MADE_FILES

    @property
    def vcard_name(self) -> str:
        return f"{self.person.id}.vcf"

    @property
    def fix_url(self) -> str:
        if self.setting.repository:
            return f"{self.setting.repository.rstrip('/')}/edit/main/{self.person.source}"
        return f"mailto:{self.setting.email}?subject={quote(self.permalink)}"

    @property
    def fix_rel(self) -> str:
        return "noopener noreferrer external" if self.setting.repository else ""

    @property
    def fix_label(self) -> str:
        return self.wording.words["fix_link" if self.setting.repository else "fix_mail"]

    @property
    def description(self) -> str:
        return self.wording.say("person_description", name=self.name, place=", ".join(self.place_parts))

    @property
    def trail(self) -> list[dict[str, str]]:
        person, wording = self.person, self.wording
        return [
            {"name": wording.words["find"], "path": paths.BASE},
            {"name": wording.country(person.country), "path": paths.country_path(person.country)},
            {"name": person.town, "path": paths.town_path(person.country, person.town)},
        ]


def place_of(person: Instructor, wording: Wording) -> list[str]:
    """London · Greater London · United Kingdom; a region that repeats the town is left out."""
    region = [person.region] if person.region and person.region != person.town else []
    return [person.town, *region, wording.country(person.country)]


def hidden_from_harvesters(address: str) -> Markup:
    """An address as character references: a browser and a screen reader see the address, simple harvesters do not."""
    return Markup("".join(f"&#{ord(character)};" for character in address))
