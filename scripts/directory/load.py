"""The files of docs/data → a directory, and every problem of every file in one run.

One broken file costs nobody else their entry: it is reported and left out, and the others are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from records import Problem, Record, load_model, quoted
from records.nearest import nearest
from records.source import SIZE_LIMIT, shown_path

from directory.directory import Directory
from directory.gazetteer import TABLE, Gazetteer
from directory.identity import check_country, check_path, folded
from directory.model import Coordinates, Entry, Instructor
from directory.organisations import Organisation, Organisations

INSTRUCTORS: Final = "docs/data/instructors"
ORGANISATIONS: Final = "docs/data/organisations.yml"
LIST_LIMIT: Final = 4 * SIZE_LIMIT
"""Bytes of a file that holds many records."""


def load(root: Path, today: date) -> tuple[Directory, list[Problem]]:
    """Everyone whose file is good, and all problems, sorted.  ``root`` is the project; ``today`` decides freshness."""
    organisations, problems = load_organisations(root)
    files, stray = _files(root / INSTRUCTORS, root)
    unique, collisions = _unique(files, root)
    reader = _Reader(root, today, {one.id: one.country for one in organisations})
    people = [person for path in unique if (person := reader.person(path))]
    problems += [*stray, *collisions, *reader.problems]
    return Directory.of(people, organisations, today), sorted(problems)


def load_organisations(root: Path) -> tuple[tuple[Organisation, ...], list[Problem]]:
    """The organisations, in the order of the file; none when it has a problem."""
    value, _, problems = load_model(root / ORGANISATIONS, root, Organisations, {}, LIST_LIMIT)
    return (value.organisations if value else ()), problems


def read_entry(path: Path, root: Path, today: date) -> tuple[Entry | None, list[Problem]]:
    """One person's file by itself, for tools that look at one file."""
    entry, _, problems = load_model(path, root, Entry, {"today": today})
    return entry, problems


class _Reader:
    """Reads people one by one and gathers their problems."""

    def __init__(self, root: Path, today: date, organisations: Mapping[str, str | None]) -> None:
        self.root = root
        self.today = today
        self.organisations = organisations
        self.gazetteer = Gazetteer(root / TABLE)
        self.problems: list[Problem] = []

    def person(self, path: Path) -> Instructor | None:
        """The person of one file, or None after all of its problems were gathered."""
        shown = shown_path(path, self.root)
        entry, record, problems = load_model(path, self.root, Entry, {"today": self.today})
        problems = check_path(shown) + problems
        if entry and record:
            problems += self._connections(entry, record)
        self.problems += problems
        if entry is None or any(problem.level == "error" for problem in problems):
            return None
        return Instructor.of(entry, id=path.stem, source=shown, coordinates=self._coordinates(entry))

    def _connections(self, entry: Entry, record: Record) -> Iterator[Problem]:
        """What one file alone cannot show: its folder, its organisation, its town."""
        if reason := check_country(record.path, entry.country):
            yield Problem(record.path, *record.place(("country",)), *reason)
        if self.organisations and entry.certified_by not in self.organisations:
            yield Problem(record.path, *record.place(("certified_by",)), *self._no_organisation(entry))
        if entry.coordinates is None and (doubt := self._town_doubt(entry)):
            yield Problem(record.path, *record.place(("town",)), *doubt, level="warning")

    def _no_organisation(self, entry: Entry) -> tuple[str, str, str]:
        written, chapters = entry.certified_by, self.organisations
        own = next((id for id, country in chapters.items() if country == entry.country), None)
        meant = nearest(written, chapters, likeness=0.8) or own or nearest(written, chapters)
        fix = f"write {meant}" if meant else f"write one of {', '.join(sorted(chapters))}"
        message = f"certified_by is {quoted(written)}: organisations.yml has none with this id"
        return "unknown-organisation", message, fix

    def _town_doubt(self, entry: Entry) -> tuple[str, str, str] | None:
        """Why the map cannot show the person, when a line more would help; a small village is no mistake."""
        towns = self.gazetteer.find(entry.country, entry.town)
        if len(towns) > 1:
            places = " or ".join(f"lat: {town.lat}, lon: {town.lon}" for town in towns[:3])
            message = f"town is {quoted(entry.town)}: {len(towns)} towns of this country have the name"
            return "ambiguous-town", message, f"add coordinates with {places}"
        meant = None if towns else nearest(entry.town, self.gazetteer.names(entry.country), likeness=0.83)
        if meant is None:
            return None
        message = f"town is {quoted(entry.town)}: no town of this country is spelled like this"
        name = self.gazetteer.find(entry.country, meant)[0].name
        return "unknown-town", message, f"write {name}, or add coordinates if it is another place"

    def _coordinates(self, entry: Entry) -> Coordinates | None:
        """Those in the file, else those of the only town of that name."""
        towns = self.gazetteer.find(entry.country, entry.town)
        if entry.coordinates or len(towns) != 1:
            return entry.coordinates
        return Coordinates.model_construct(lat=towns[0].lat, lon=towns[0].lon)


def _files(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """The files of people, sorted, and what lies about that is none; hidden files are not looked at."""
    top = [path for path in _listed(folder) if path.name != "README.md"]
    countries = [path for path in top if path.is_dir() and not path.is_symlink()]
    inside = [path for country in countries for path in _listed(country)]
    others = [path for path in top if path not in countries] + [path for path in inside if path.suffix != ".yml"]
    return [path for path in inside if path.suffix == ".yml"], [_stray(path, root) for path in others]


def _listed(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _stray(path: Path, root: Path) -> Problem:
    """The problem of a thing that is no person's file where only those belong."""
    message = "only folders of countries with files that end in .yml belong here, so this would be left out"
    fix = f"rename it to {path.stem}.yml" if path.suffix in (".yaml", ".yml", ".YML", ".YAML") else "move it elsewhere"
    return Problem(shown_path(path, root), 1, 1, "stray-file", message, fix)


def _unique(files: Iterable[Path], root: Path) -> tuple[list[Path], list[Problem]]:
    """The first file of each id, and a problem for each other that would have the same address."""
    first: dict[str, Path] = {}
    problems = []
    for path in files:
        other = first.setdefault(folded(path.stem), path)
        if other is not path:
            message = f"{quoted(path.stem)} is taken by {shown_path(other, root)}: one of two pages would vanish"
            fix = "rename the newer of the two files; the address of the older one is on posters"
            problems.append(Problem(shown_path(path, root), 1, 1, "same-id", message, fix))
    return list(first.values()), problems
