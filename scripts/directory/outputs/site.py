"""The whole directory as files of the site: a plain function from people to paths and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from markupsafe import escape

from directory.directory import Directory
from directory.model import Instructor
from directory.outputs import open_data, paths, structured
from directory.outputs.addresses import whole
from directory.outputs.escape import script_json
from directory.outputs.place import PlacePage, Places
from directory.outputs.profile import Profile, Setting
from directory.outputs.shell import Shell
from directory.outputs.vcard import vcard

Draw = Callable[..., str]
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
    """The directory's part of the site. `draw(component, **values)` draws a component of overrides/."""

    directory: Directory
    setting: Setting
    draw: Draw

    @cached_property
    def places(self) -> list[PlacePage]:
        return list(Places(self.directory, self.setting.wording).pages())

    def overview(self, page_path: str) -> str:
        """Countries, languages and online for the page that begins the search."""
        places = Places(self.directory, self.setting.wording)
        finder = {
            "countries": places.countries(),
            "languages": places.languages(),
            "online": places.online(),
            "has_samples": bool(self.directory.samples),
        }
        return self.draw("finder", finder=finder, root=paths.root(page_path))

    def files(self, shells: Mapping[int, Shell]) -> Iterator[tuple[str, str]]:
        """Path and text of every file; `shells` by the depth of the page."""
        for person in self.directory.people:
            yield from self._person(person, shells)
        for page in self.places:
            yield f"{page.path}index.html", self._place(page, shells[paths.depth(page.path)])
        yield from open_data.files(self.directory, self.setting.address).items()

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

    def _person(self, person: Instructor, shells: Mapping[int, Shell]) -> Iterator[tuple[str, str]]:
        page = Profile(person, self.directory, self.setting)
        data = structured.person_graph(
            person,
            self.directory.certifier(person),
            self.setting.address,
            self.setting.name,
            today=self.directory.today,
            trail=[(step["name"], step["path"]) for step in page.trail],
        )
        content = self.draw("profile", page=page, root=paths.root(page.path))
        title = f"{person.name}, {person.town}"
        shell = shells[paths.depth(page.path)]
        yield f"{page.path}index.html", self._fill(shell, title, page.description, page.path, data, content)
        yield f"{page.path}{page.vcard}", vcard(person, self.setting.address)

    def _place(self, page: PlacePage, shell: Shell) -> str:
        trail = [(step["name"], step["path"]) for step in page.trail]
        listed = [(one.name, paths.person_path(one.id)) for one in page.people]
        data = structured.place_graph(page.heading, page.path, listed, self.setting.address, trail=trail)
        content = self.draw("place", page=page, root=paths.root(page.path))
        return self._fill(shell, page.heading, page.description, page.path, data, content)

    def _fill(self, shell: Shell, title: str, text: str, path: str, data: dict[str, Any], content: str) -> str:
        return shell.fill(
            {
                "title": str(escape(title)),
                "description": str(escape(text)),
                "address": str(escape(whole(path, self.setting.address))),
                "data": script_json(data),
                "content": content,
            }
        )
