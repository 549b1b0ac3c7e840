"""The whole directory as files of the site: a plain function from people to paths and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Final

from markupsafe import Markup

from directory.directory import Directory
from directory.model import Instructor
from directory.outlines import Outline
from directory.outputs import open_data, paths, structured
from directory.outputs.addresses import whole
from directory.outputs.calendar import calendar
from directory.outputs.courses import CALENDAR
from directory.outputs.escape import script_json
from directory.outputs.filters import filters, languages
from directory.outputs.finder import Files
from directory.outputs.lists import Lists
from directory.outputs.meetings import coming
from directory.outputs.place import PlacePage, Places
from directory.outputs.profile import Profiles, Setting
from directory.outputs.shell import Marks, Shell
from directory.outputs.world_map import world_map
from directory.parallel import in_parts

Draw = Callable[..., str]
Parts = Callable[[str, Marks], Mapping[str, str]]
Store = Callable[[Iterable[tuple[str, bytes]]], list[str]]
"""Takes path and content of files and tells some of the paths."""
Shells = Mapping[int, Shell]
"""Whole pages, by the depth of the page."""
SEARCHED_PEOPLE: Final = 500
"""With more people, the site's own search finds places only; its index is fetched whole."""


@dataclass(frozen=True)
class Address:
    """A page for sitemap and search: `path` from the site's root, `text` the words a search should find."""

    path: str
    title: str
    text: str
    changed: date


@dataclass
class DirectorySite:
    """The directory's part of the site.

    `draw(component, **values)` draws a component of overrides/; `parts(component, marks)` draws each macro of one.
    `finder` gives the files and the index of the search, `outlines` are those of the world map.
    """

    directory: Directory
    setting: Setting
    draw: Draw
    parts: Parts
    finder: Callable[[], Files] = lambda: Files({}, {})
    outlines: Sequence[Outline] = ()

    @cached_property
    def _places(self) -> Places:
        return Places(self.directory, self.setting.wording)

    @cached_property
    def places(self) -> list[PlacePage]:
        return list(self._places.pages())

    @cached_property
    def _profiles(self) -> Profiles:
        return Profiles(self.directory, self.setting, self._shells("profile"), self._shells("trail"))

    @cached_property
    def _lists(self) -> Lists:
        kinds = ("place", "person-card", "trail")
        return Lists(self.setting.wording, *map(self._shells, kinds))

    def _shells(self, component: str) -> dict[str, Shell]:
        return {name: Shell.cut(text) for name, text in self.parts(component, Marks()).items()}

    def overview(self, page_path: str, home: str) -> str:
        """The form, the map, countries, languages and online for the page that begins the search.

        Towns of the country `home` come first in the form.
        """
        wording = self.setting.wording
        people = {code: len(listed) for code, listed in self.directory.countries.items()}
        finder = {
            "index": Markup(script_json(self.finder().index)),
            "home": home,
            "locale": str(wording.locale).replace("_", "-"),
            "filters": filters(self.finder().index["people"], wording),
            "language_choices": languages(self.directory.languages, wording),
            "map": world_map(people, wording, self.outlines),
            "countries": self._places.countries(),
            "languages": self._places.languages(),
            "online": self._places.online(),
            "has_samples": bool(self.directory.samples),
        }
        return self.draw("finder", finder=finder, root=paths.root(page_path))

    def files(self, shells: Shells) -> Iterator[tuple[str, str]]:
        """Path and text of every file."""
        yield from self.files_of_people(self.directory.people, shells)
        yield from self.files_of_places(self.places, shells)
        yield from self.open_data([self.open_lines(self.directory.people)]).items()
        yield from self.finder().files.items()

    def open_lines(self, people: Iterable[Instructor]) -> open_data.Lines:
        """What `people` add to the files of open data."""
        return open_data.lines(people, self.directory, self.setting.address)

    def open_data(self, parts: Sequence[open_data.Lines]) -> dict[str, str]:
        """The files of open data; `parts` hold everyone, in order."""
        return open_data.files(parts, self.directory.today, self.setting.address)

    def write(self, shells: Shells, store: Store) -> list[str]:
        """Gives every file to `store`, in as many processes as there are cores; the names that `store` tells."""

        def part(people: Sequence[Instructor], places: Sequence[PlacePage]) -> tuple[list[str], open_data.Lines]:
            pages = chain(self.files_of_people(people, shells), self.files_of_places(places, shells))
            return store(_encoded(pages)), self.open_lines(people)

        done = in_parts(part, self.directory.people, self.places)
        whole_list = self.open_data([lines for _, lines in done])
        told = store(_encoded(chain(whole_list.items(), self.finder().files.items())))
        return [*told, *(name for names, _ in done for name in names)]

    def file(self, name: str, shells: Shells) -> str | None:
        """The text of one file, for a preview that makes files when they are asked for; None when there is none."""
        folder, _, _ = name.rpartition("/")
        if person := self.directory.by_id.get(folder.removeprefix(paths.BASE)):
            return dict(self.files_of_people([person], shells)).get(name)
        if page := self._places_by_path.get(f"{folder}/"):
            return dict(self.files_of_places([page], shells)).get(name)
        return self._data_files.get(name)

    @cached_property
    def _places_by_path(self) -> dict[str, PlacePage]:
        return {page.path: page for page in self.places}

    @cached_property
    def _data_files(self) -> dict[str, str]:
        return self.open_data([self.open_lines(self.directory.people)]) | self.finder().files

    def files_of_people(self, people: Iterable[Instructor], shells: Shells) -> Iterator[tuple[str, str]]:
        """The page of each of `people`, and their calendar when they have classes."""
        for person in people:
            path = paths.person_path(person.id)
            yield f"{path}index.html", self._person(person, path, shells[paths.depth(path)])
            if courses := coming(person, self.directory.today):
                yield f"{path}{CALENDAR}", calendar(person, courses, self.setting.address)

    def files_of_places(self, places: Iterable[PlacePage], shells: Shells) -> Iterator[tuple[str, str]]:
        """The page of each of `places`."""
        for page in places:
            yield f"{page.path}index.html", self._place(page, shells[paths.depth(page.path)])

    def addresses(self) -> Iterator[Address]:
        """Every page of the directory."""
        yield from self._addresses_of_people()
        yield from self._addresses_of_places()

    def searched(self) -> Iterator[Address]:
        """The pages that the site's search finds."""
        if len(self.directory.people) <= SEARCHED_PEOPLE:
            yield from self._addresses_of_people()
        yield from self._addresses_of_places()

    def _addresses_of_people(self) -> Iterator[Address]:
        wording = self.setting.wording
        for person in self.directory.people:
            words = [person.town, wording.country(person.country), *map(wording.language, person.languages)]
            yield Address(paths.person_path(person.id), person.name, ", ".join(words), person.verified_on)

    def _addresses_of_places(self) -> Iterator[Address]:
        for page in self.places:
            yield Address(page.path, page.heading, page.description, max(one.verified_on for one in page.people))

    def _person(self, person: Instructor, path: str, shell: Shell) -> str:
        setting, profiles = self.setting, self._profiles
        data = structured.person_graph(
            person,
            self.directory.certifier(person),
            setting.address,
            today=self.directory.today,
            trail=profiles.above(person.country, person.town),
        )
        title, text = f"{person.name}, {person.town}", profiles.description(person)
        return self._fill(shell, title, text, path, data, profiles.content(person))

    def _place(self, page: PlacePage, shell: Shell) -> str:
        people = ((one.name, paths.person_path(one.id)) for one in page.people)
        listed = [(town.name, town.path) for town in page.towns] or list(people)
        data = structured.place_graph(
            page.heading, page.path, listed, self.setting.address, trail=page.trail, first=page.first
        )
        return self._fill(shell, page.heading, page.description, page.path, data, self._lists.content(page))

    def _fill(self, shell: Shell, title: str, text: str, path: str, data: dict[str, Any], content: Markup) -> str:
        address, graph = whole(path, self.setting.address), Markup(script_json(data))
        return shell.fill({"title": title, "description": text, "address": address, "data": graph, "content": content})


def _encoded(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    return ((name, text.encode()) for name, text in files)
