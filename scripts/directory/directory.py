"""The whole directory: everyone who is listed, in the order in which they are shown.

The order is nobody's to buy: by name, and below all others those whose entry nobody has confirmed for long.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TypeAlias, TypeVar

from directory.choices import Format
from directory.gazetteer import plain
from directory.model import Instructor
from directory.organisations import Organisation
from directory.status import Status, has_left, sinks, status

People: TypeAlias = tuple[Instructor, ...]
K = TypeVar("K", str, tuple[str, str])


@dataclass(frozen=True)
class Directory:
    """``people`` are listed and sorted; ``left_out`` were not confirmed for too long and appear nowhere.

    ``today`` is the day that decided; every grouping keeps the order of ``people``.
    """

    people: People
    left_out: People
    organisations: tuple[Organisation, ...]
    today: date

    @classmethod
    def of(cls, everyone: Iterable[Instructor], organisations: tuple[Organisation, ...], today: date) -> Directory:
        """The directory of ``everyone`` on one day."""
        ordered = sorted(everyone, key=lambda person: (sinks(person, today), _by_name(person.name), person.id))
        listed = tuple(person for person in ordered if not has_left(person, today))
        left_out = tuple(person for person in ordered if has_left(person, today))
        return cls(listed, left_out, organisations, today)

    def is_of(self, everyone: Sequence[Instructor], organisations: tuple[Organisation, ...], today: date) -> bool:
        """Whether it is the directory of just these people, as objects, on this day."""
        mine = sorted(map(id, self.people + self.left_out))
        return mine == sorted(map(id, everyone)) and (organisations, today) == (self.organisations, self.today)

    @cached_property
    def by_id(self) -> Mapping[str, Instructor]:
        """Everyone who is listed."""
        return {person.id: person for person in self.people}

    @cached_property
    def countries(self) -> Mapping[str, People]:
        """``{"DE": …, "GB": …}``, sorted by code."""
        return _grouped(self.people, lambda person: [person.country])

    @cached_property
    def towns(self) -> Mapping[tuple[str, str], People]:
        """``{("GB", "London"): …}``; spellings that differ in case or accents are one town, as first written."""
        first: dict[tuple[str, str], str] = {}
        spelled = cache(plain)
        for person in self.people:
            first.setdefault((person.country, spelled(person.town)), person.town)
        towns = _grouped(self.people, lambda one: [(one.country, first[(one.country, spelled(one.town))])])
        return {
            place: towns[place] for place in sorted(towns, key=lambda place: (place[0], spelled(place[1]), place[1]))
        }

    @cached_property
    def languages(self) -> Mapping[str, People]:
        """``{"en": …, "pt-BR": …}``: a person stands under each language that they teach in."""
        return _grouped(self.people, lambda person: person.languages)

    @cached_property
    def online(self) -> People:
        """Everyone who teaches online."""
        return tuple(person for person in self.people if Format.ONLINE in person.formats)

    @cached_property
    def samples(self) -> People:
        """Everyone who is made up, so that a release can refuse them."""
        return tuple(person for person in self.people + self.left_out if person.sample)

    def status(self, person: Instructor) -> Status:
        """What to say about a person's certificate and entry on ``today``."""
        return status(person, self.today)

    def certifier(self, person: Instructor) -> Organisation | None:
        """The organisation that gave the certificate; None only when its file could not be read."""
        return self._organisations_by_id.get(person.certified_by)

    def chapter(self, country: str) -> Organisation | None:
        """The chapter of a country, the next step for a family that finds nobody."""
        return next((one for one in self.organisations if one.country == country), None)

    @cached_property
    def _organisations_by_id(self) -> Mapping[str, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}


def _by_name(name: str) -> str:
    """``Ángel`` stands with ``Angel``; other scripts follow in the order of Unicode, the same on every computer."""
    folded = name.casefold()
    if folded.isascii():
        return folded
    return "".join([one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one)])


def _grouped(people: People, keys: Callable[[Instructor], Iterable[K]]) -> Mapping[K, People]:
    groups: dict[K, list[Instructor]] = {}
    for person in people:
        for key in keys(person):
            groups.setdefault(key, []).append(person)
    return {key: tuple(groups[key]) for key in sorted(groups)}
