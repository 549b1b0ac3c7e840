"""A person's page: every value a finished text, put into the parts of components/profile/ and escaped there, once.

What many people share (a town's trail, a list of languages, a day in words) is made once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from directory.directory import Directory
from directory.model import Instructor, Price
from directory.outputs import paths
from directory.outputs.addresses import permalink
from directory.outputs.courses import Courses
from directory.outputs.escape import data_uri
from directory.outputs.qr import qr_code
from directory.outputs.shell import Shell, joined
from directory.outputs.trail import trail
from directory.outputs.vcard import vcard
from directory.outputs.wording import Wording
from directory.status import Status, has_badge, marked_after

PIXELS: Final = 4
"""Sides of a module of the QR code on the screen; a whole number keeps its edges hard."""
ROOT: Final = paths.root(paths.person_path("id"))
Parts = Mapping[str, Shell]
_NOTHING: Final = Markup("")


@dataclass(frozen=True)
class Setting:
    """What a profile needs to know of the site: `address` ends in `/`; `repository` is empty when there is none."""

    address: str
    name: str
    email: str
    repository: str
    wording: Wording


class Profiles:
    """The pages of a directory's people; `parts` are the macros of components/profile/, `trails` those of trail/."""

    def __init__(self, directory: Directory, setting: Setting, parts: Parts, trails: Parts) -> None:
        self.directory, self.setting, self.parts, self.trails = directory, setting, parts, trails
        self.wording = setting.wording
        self.courses = Courses(self.wording, directory.today, parts)
        self.trail = lru_cache(maxsize=None)(self._trail)
        self.own = lru_cache(maxsize=None)(self._own)
        self.place = lru_cache(maxsize=None)(self._place)
        self.choices = lru_cache(maxsize=None)(self._choices)

    def content(self, person: Instructor) -> Markup:
        """The article of a person's page."""
        address = permalink(person, self.setting.address)
        code = qr_code(address)
        return self.parts["page"].fill(
            {
                "id": person.id,
                "name": person.name,
                "trail": self.trail(person.country, person.town),
                "sample": self._fixed("sample") if person.sample else _NOTHING,
                "pronouns": self._text("pronouns", person.pronouns) if person.pronouns else _NOTHING,
                "place": self.place(person.country, person.region, person.town),
                "languages": self.own(tuple(map(self.wording.language, person.languages))),
                **self._certificate(person),
                "contacts": self._contacts(person),
                "classes": self.courses.of(person),
                "offers": joined(self._offers(person)),
                "about": self._about(person.about) if person.about else _NOTHING,
                "qr": Markup(code.address),
                "qr_size": str(code.side * PIXELS),
                "permalink_shown": address.split("//", 1)[-1],
                "vcard": data_uri(vcard(person, self.setting.address), "text/vcard"),
                "fix": self._fix(person),
            }
        )

    def description(self, person: Instructor) -> str:
        """What a search engine shows below the name."""
        place = ", ".join(place_of(person.country, person.region, person.town, self.wording))
        return self.wording.say("person_description", name=person.name, place=place)

    def above(self, country: str, town: str) -> list[tuple[str, str]]:
        """Name and path of the pages from "Find an instructor" down to a town."""
        return [
            (self.wording.words["find"], paths.BASE),
            (self.wording.country(country), paths.country_path(country)),
            (town, paths.town_path(country, town)),
        ]

    # Parts ------------------------------------------------------------------------------------------------------------

    def _fixed(self, part: str) -> Markup:
        return self.parts[part].fill({})

    def _text(self, part: str, text: str) -> Markup:
        return self.parts[part].fill({"text": text})

    def _trail(self, country: str, town: str) -> Markup:
        return trail(self.above(country, town), ROOT, self.trails)

    def _own(self, words: Iterable[str]) -> Markup:
        """Words after each other, each in the direction of its own script."""
        return joined([self._text("own", word) for word in words], ", ")

    def _place(self, country: str, region: str | None, town: str) -> Markup:
        return self.own(tuple(place_of(country, region, town, self.wording)))

    def _choices(self, kind: str, chosen: Sequence[str]) -> str:
        return ", ".join(self.wording.words[f"{kind}_{one}"] for one in chosen)

    def _certificate(self, person: Instructor) -> dict[str, str]:
        say, day = self.wording.say, self.wording.day
        until = person.valid_until
        certifier = self.directory.certifier(person)
        by = {"title": person.title.long_form, "organisation": certifier.name if certifier else person.certified_by}
        return {
            "certificate": self._badge(person),
            "valid_until": until.isoformat() if until else "",
            "marked_after": marked_after(person).isoformat(),
            "expired": self._expired(person),
            "confirmed": say("last_confirmed", date=day(person.verified_on)),
            "certified": say("certified_by", **by, date=day(person.certified_on)),
            "certifier": self.parts["certifier"].fill({"href": certifier.url, "name": certifier.name})
            if certifier
            else _NOTHING,
        }

    def _expired(self, person: Instructor) -> str:
        until = person.valid_until
        return self.wording.say("certificate_expired", date=self.wording.day(until)) if until else ""

    def _badge(self, person: Instructor) -> Markup:
        until, words = person.valid_until, self.wording.words
        if has_badge(person, self.directory.today):
            good = self.wording.say("certificate_valid", date=self.wording.day(until)) if until else ""
            return self._text("badge", good or words["certificate_no_end"])
        over = self.directory.status(person) is Status.EXPIRED
        return self._text("warning", self._expired(person) if over else words["certificate_unconfirmed"])

    def _contacts(self, person: Instructor) -> Markup:
        ways = list(self._ways(person))
        links = [self.parts["more_contact" if number else "contact"].fill(way) for number, way in enumerate(ways)]
        return joined(links) if links else self._fixed("no_contact")

    def _ways(self, person: Instructor) -> Iterator[dict[str, str]]:
        shown, words = (person.contact.shown if person.contact else {}), self.wording.words
        if website := shown.get("website"):
            yield {"href": website, "label": words["website"]}
        if phone := shown.get("phone"):
            yield {"href": "tel:" + phone.replace(" ", ""), "label": self.wording.say("phone", phone=phone)}
        if email := shown.get("email"):
            yield {"href": hidden_from_harvesters(f"mailto:{email}"), "label": words["email"]}

    def _offers(self, person: Instructor) -> Iterator[Markup]:
        """Where and how, for whom, what makes it possible, and what it costs."""
        words, say, lines = self.wording.words, self.wording.say, []
        if person.postcode_area:
            lines.append(say("postcode_area", area=person.postcode_area))
        if person.travel_km:
            lines.append(say("travels", km=person.travel_km))
        where = self.place(person.country, person.region, person.town)
        yield self._offer("where", where, lines)
        yield self._offer("formats", self.choices("format", person.formats))
        if person.special:
            yield self._offer("special", self._text("special", self.choices("special", person.special)))
        if person.access:
            yield self._offer("access", self.choices("access", person.access))
        if isinstance(person.price, Price):
            places = person.price.free_places
            yield self._offer("price", self._price(person.price), [say("free_places", count=places)] if places else [])
        elif person.price:
            yield self._offer("price", words["price_ask"])

    def _offer(self, label: str, text: str, lines: Iterable[str] = ()) -> Markup:
        more = joined([self._text("line", line) for line in lines])
        return self.parts["offer"].fill({"label": self.wording.words[label], "text": text, "more": more})

    def _price(self, price: Price) -> str:
        if not price.from_:
            return self.wording.words["price_free"]
        return self.wording.say("price_from", price=self.wording.price(price.from_, price.currency))

    def _about(self, about: str) -> Markup:
        return self._text("about", joined([self._text("paragraph", part) for part in about.split("\n\n")]))

    def _fix(self, person: Instructor) -> Markup:
        setting, words = self.setting, self.wording.words
        if setting.repository:
            source = f"{setting.repository.rstrip('/')}/edit/main/{person.source}"
            return self.parts["fix"].fill({"href": source, "label": words["fix_link"]})
        mail = f"mailto:{setting.email}?subject={person.id}"
        return self.parts["fix_by_mail"].fill({"href": mail, "label": words["fix_mail"]})


def place_of(country: str, region: str | None, town: str, wording: Wording) -> list[str]:
    """London · Greater London · United Kingdom; a region that repeats the town is left out."""
    return [town, *([region] if region and region != town else []), wording.country(country)]


def hidden_from_harvesters(address: str) -> Markup:
    """An address whose signs are character references: readers see the address, simple harvesters see none."""
    return Markup(re.sub("[^A-Za-z0-9-]", lambda sign: f"&#{ord(sign[0])};", address))
