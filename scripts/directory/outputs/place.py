"""Countries, towns, languages and online classes: lists of people, cut into pages when they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from directory.choices import ClassStatus
from directory.directory import Directory, People
from directory.model import Instructor
from directory.organisations import Organisation
from directory.outputs import paths
from directory.outputs.meetings import coming
from directory.outputs.profile import place_of
from directory.outputs.trail import Trail
from directory.outputs.wording import Wording
from directory.status import has_badge

PEOPLE_ON_A_PAGE: Final = 40
"""A longer list is cut into pages; a country with more people lists its towns instead."""


@dataclass(frozen=True)
class Card:
    """A person in a list."""

    path: str
    name: str
    place_parts: list[str]
    languages: list[str]
    formats: list[str]
    next_class: str
    warning: str


@dataclass(frozen=True)
class Link:
    name: str
    path: str
    count: str


@dataclass(frozen=True)
class Group:
    name: str
    people: list[Card]


@dataclass(frozen=True)
class Pager:
    """`previous` and `next` are paths from the root of the site, or None at the ends."""

    here: str
    previous: str | None
    next: str | None


@dataclass(frozen=True)
class PlacePage:
    """One page of a list; `first` is the number of its first person in the whole list."""

    path: str
    heading: str
    description: str
    count: str
    trail: Trail
    people: People
    groups: list[Group]
    has_samples: bool
    towns: list[Link] = field(default_factory=list)
    pager: Pager | None = None
    first: int = 1
    chapter: Organisation | None = None
    chapter_text: str = ""


def international(directory: Directory) -> Organisation | None:
    """Where a family goes whose country has no chapter on our list."""
    return next((one for one in directory.organisations if one.country is None), None)


class Places:
    """All the lists of one directory."""

    def __init__(self, directory: Directory, wording: Wording) -> None:
        self.directory, self.wording = directory, wording
        self.home = (wording.words["find"], paths.BASE)
        self._drawn: dict[str, Card] = {}
        self._towns_of: dict[str, list[tuple[str, People]]] = {country: [] for country in directory.countries}
        for (country, town), people in directory.towns.items():
            self._towns_of[country].append((town, people))

    def pages(self) -> Iterator[PlacePage]:
        """Every page, in the order of their paths' kinds: countries with their towns, languages, online."""
        for country, people in self.directory.countries.items():
            yield self._country(country, people)
        for (country, town), people in self.directory.towns.items():
            yield from self._town(country, town, people)
        for tag, people in self.directory.languages.items():
            yield from self._language(tag, people)
        if self.directory.online:
            yield from self._online(self.directory.online)

    def countries(self) -> list[Link]:
        """Links to all countries, by the name they have in the site's language."""
        links = [
            Link(self.wording.country(code), paths.country_path(code), str(len(people)))
            for code, people in self.directory.countries.items()
        ]
        return sorted(links, key=lambda link: link.name)

    def languages(self) -> list[Link]:
        links = [
            Link(self.wording.language(tag), paths.language_path(tag), str(len(people)))
            for tag, people in self.directory.languages.items()
        ]
        return sorted(links, key=lambda link: link.name)

    def online(self) -> Link | None:
        people = self.directory.online
        return Link(self.wording.words["online"], paths.online_path(), str(len(people))) if people else None

    def _country(self, country: str, people: People) -> PlacePage:
        name = self.wording.country(country)
        towns = self._towns_of[country]
        few = len(people) <= PEOPLE_ON_A_PAGE
        groups = [Group(town, self._cards(listed)) for town, listed in towns] if few else []
        links = [Link(town, paths.town_path(country, town), str(len(listed))) for town, listed in towns]
        return PlacePage(
            **self._place(paths.country_path(country), name, [self.home], people),
            groups=groups,
            towns=links if not few else [],
            **self._chapter(country),
        )

    def _town(self, country: str, town: str, people: People) -> Iterator[PlacePage]:
        trail = [self.home, (self.wording.country(country), paths.country_path(country))]
        place = f"{town}, {self.wording.country(country)}"
        facts = self._place(paths.town_path(country, town), place, trail, people)
        yield from self._paged(facts, people, self._chapter(country))

    def _language(self, tag: str, people: People) -> Iterator[PlacePage]:
        name = self.wording.language(tag)
        heading = self.wording.say("language_title", language=name)
        text = self.wording.say("language_description", language=name, count=self.wording.count(len(people)))
        yield from self._paged(self._facts(paths.language_path(tag), heading, text, [self.home], people), people, {})

    def _online(self, people: People) -> Iterator[PlacePage]:
        text = self.wording.say("online_description", count=self.wording.count(len(people)))
        heading = self.wording.words["online_title"]
        yield from self._paged(self._facts(paths.online_path(), heading, text, [self.home], people), people, {})

    def _place(self, path: str, place: str, trail: Trail, people: People) -> dict[str, Any]:
        heading = self.wording.say("place_title", place=place)
        text = self.wording.say("place_description", place=place, count=self.wording.count(len(people)))
        return self._facts(path, heading, text, trail, people)

    def _facts(self, path: str, heading: str, description: str, trail: Trail, people: People) -> dict[str, Any]:
        return {
            "path": path,
            "heading": heading,
            "description": description,
            "count": self.wording.count(len(people)),
            "trail": trail,
            "people": people,
            "has_samples": any(person.sample for person in people),
        }

    def _paged(self, facts: dict[str, Any], people: People, more: dict[str, Any]) -> Iterator[PlacePage]:
        pages = [people[at : at + PEOPLE_ON_A_PAGE] for at in range(0, len(people), PEOPLE_ON_A_PAGE)]
        for number, listed in enumerate(pages, 1):
            own = {**facts, "path": paths.page_path(facts["path"], number), "people": listed}
            if len(pages) > 1:
                own["pager"] = self._pager(facts["path"], number, len(pages))
                own["first"] = (number - 1) * PEOPLE_ON_A_PAGE + 1
                own["heading"] = f"{facts['heading']} ({number})" if number > 1 else facts["heading"]
            yield PlacePage(**own, **more, groups=[Group("", self._cards(listed))])

    def _pager(self, path: str, number: int, pages: int) -> Pager:
        here = self.wording.say("page_of", page=number, pages=pages)
        previous = paths.page_path(path, number - 1) if number > 1 else None
        return Pager(here, previous, paths.page_path(path, number + 1) if number < pages else None)

    def _chapter(self, country: str) -> dict[str, Any]:
        chapter = self.directory.chapter(country) or international(self.directory)
        text = self.wording.say("chapter_text", organisation=chapter.name) if chapter else ""
        text += f" {self.wording.words['chapter_unchecked']}" if chapter and not chapter.checked else ""
        return {"chapter": chapter, "chapter_text": text}

    def _cards(self, people: Sequence[Instructor]) -> list[Card]:
        return [self._drawn.get(person.id) or self._card(person) for person in people]

    def _card(self, person: Instructor) -> Card:
        wording = self.wording
        dates = [one for one in coming(person, self.directory.today) if one.status != ClassStatus.CANCELLED]
        fresh = has_badge(person, self.directory.today)
        card = Card(
            path=paths.person_path(person.id),
            name=person.name,
            place_parts=place_of(person.country, person.region, person.town, wording),
            languages=[wording.language(tag) for tag in person.languages],
            formats=[wording.words[f"format_{one}"] for one in person.formats],
            next_class=wording.say("near_next", day=wording.day(dates[0].start.date())) if dates else "",
            warning="" if fresh else wording.words["card_warning"],
        )
        self._drawn[person.id] = card
        return card
