"""One person's file → a person, or every problem of the file at its place.

Nearly every file is in the plain form of the house and right: that is seen quickly. Any other file is read again
by the careful way, which knows the line and column of everything it has to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError
from records import Problem, load_model, quoted, read_source
from records.nearest import nearest
from records.quick import quick_record
from records.source import Source, shown_path
from records.values import Value

from directory.gazetteer import TABLE, Gazetteer
from directory.identity import check_country, check_path
from directory.model import Coordinates, Entry, Instructor

Doubt = tuple[str, tuple[str, str, str], str]
"""A field, the rule, message and fix of what is wrong with it, and the level."""


class Reader:
    """Reads people one by one; ``organisations`` maps ids to countries."""

    def __init__(self, root: Path, today: date, organisations: Mapping[str, str | None]) -> None:
        self.root = root
        self.today = today
        self.organisations = organisations
        self.gazetteer = Gazetteer(root / TABLE)

    def person(self, file: str) -> tuple[Instructor | None, list[Problem]]:
        """The person of one file and its warnings, or None and all of its problems."""
        path = Path(file)
        quick = self._quickly(path)
        return (quick, []) if quick else self._carefully(path)

    def _quickly(self, path: Path) -> Instructor | None:
        """The person of a file that is in plain form and needs no word."""
        source = read_source(path, self.root)
        data = quick_record(source.text) if isinstance(source, Source) else None
        if data is None or data.keys() & Instructor.OWN:
            return None
        try:
            person = Instructor.model_validate(self._whole(data, path, source.path), context={"today": self.today})
        except ValidationError:
            return None
        return None if (*check_path(source.path), *self._connections(person, source.path)) else person

    def _whole(self, data: dict[str, Value], path: Path, shown: str) -> dict[str, Value]:
        """The fields of a file, and what it does not say itself: its id, its path, and its place by the gazetteer."""
        towns = () if "coordinates" in data else self.gazetteer.find(str(data.get("country")), str(data.get("town")))
        if len(towns) == 1:
            data["coordinates"] = {"lat": str(towns[0].lat), "lon": str(towns[0].lon)}
        return {**data, "id": path.stem, "source": shown}

    def _carefully(self, path: Path) -> tuple[Instructor | None, list[Problem]]:
        shown = shown_path(path, self.root)
        entry, record, problems = load_model(path, self.root, Entry, {"today": self.today})
        problems = check_path(shown) + problems
        if entry and record:
            doubts = self._connections(entry, record.path)
            problems += [Problem(shown, *record.place((field,)), *words, level) for field, words, level in doubts]
        if entry is None or any(problem.level == "error" for problem in problems):
            return None, problems
        return self._listed(entry, path, shown), problems

    def _listed(self, entry: Entry, path: Path, shown: str) -> Instructor:
        return Instructor.of(entry, id=path.stem, source=shown, coordinates=self._coordinates(entry))

    def _connections(self, entry: Entry, shown: str) -> Iterator[Doubt]:
        """What one file alone cannot show: its folder, its organisation, its town."""
        if reason := check_country(shown, entry.country):
            yield "country", reason, "error"
        if self.organisations and entry.certified_by not in self.organisations:
            yield "certified_by", self._no_organisation(entry), "error"
        if entry.coordinates is None and (doubt := self._town_doubt(entry)):
            yield "town", doubt, "warning"

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
        if len(towns) == 1:
            return None
        if towns:
            places = " or ".join(f"lat: {town.lat}, lon: {town.lon}" for town in towns[:3])
            message = f"town is {quoted(entry.town)}: {len(towns)} towns of this country have the name"
            return "ambiguous-town", message, f"add coordinates with {places}"
        meant = nearest(entry.town, self.gazetteer.names(entry.country), likeness=0.83)
        if meant is None:
            return None
        message = f"town is {quoted(entry.town)}: no town of this country is spelled like this"
        name = self.gazetteer.find(entry.country, meant)[0].name
        return "unknown-town", message, f"write {name}, or add coordinates if it is another place"

    def _coordinates(self, entry: Entry) -> Coordinates | None:
        """Those in the file, else those of the only town of that name."""
        towns = () if entry.coordinates else self.gazetteer.find(entry.country, entry.town)
        if len(towns) != 1:
            return entry.coordinates
        return Coordinates.model_construct(lat=towns[0].lat, lon=towns[0].lon)
