"""The files of people as they lie there: bytes, places and all, for tools that change them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from records import Problem, Record, Source, parse, read_source
from records.source import shown_path
from records.values import Value

from directory.load import INSTRUCTORS


@dataclass(frozen=True)
class Person:
    """One file.  ``record`` is None when it cannot be read to its end; ``problems`` then say why."""

    path: Path
    source: str
    """The path from the project's root with ``/``, as problems show it."""
    raw: bytes
    record: Record | None
    problems: tuple[Problem, ...]

    @property
    def id(self) -> str:
        """The name of the file."""
        return self.path.stem

    @cached_property
    def data(self) -> dict[str, Value]:
        """What the file says; nothing when it cannot be read."""
        data = self.record.data if self.record else None
        return data if isinstance(data, dict) else {}

    def text(self, field: str) -> str:
        """A single value of the file; empty when it is not there."""
        value = self.data.get(field)
        return value if isinstance(value, str) else ""

    @property
    def who(self) -> str:
        """``Maria García, London``, for people to recognise."""
        return ", ".join(filter(None, (self.text("name"), self.text("town"))))


def everyone(root: Path) -> list[Person]:
    """All files of people, by country and id; links and other things that are no files come with a problem."""
    return [read_person(path, root) for path in sorted(_paths(root / INSTRUCTORS), key=_order)]


def read_person(path: Path, root: Path) -> Person:
    """One file as it lies there."""
    source = read_source(path, root)
    shown = shown_path(path, root)
    if not isinstance(source, Source):
        return Person(path, shown, b"", None, (source,))
    record, problems = parse(source)
    return Person(path, shown, path.read_bytes(), record, tuple(problems))


def by_id(people: list[Person]) -> Mapping[str, list[Person]]:
    """The files of each id: one, unless two countries have a file of the same name."""
    found: dict[str, list[Person]] = {}
    for person in people:
        found.setdefault(person.id, []).append(person)
    return found


def _order(path: Path) -> tuple[str, str]:
    return path.parent.name, path.stem


def _paths(folder: Path) -> Iterator[Path]:
    for country in folder.iterdir() if folder.is_dir() else ():
        if country.is_dir() and not country.is_symlink() and not country.name.startswith("."):
            yield from (path for path in country.iterdir() if path.suffix == ".yml" and path.name[0] != ".")
