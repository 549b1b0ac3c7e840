"""The files of docs/data → a directory, and every problem of every file in one run.

One broken file costs nobody else their entry: it is reported and left out, and the others are listed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from records import Problem, load_model, quoted
from records.source import SIZE_LIMIT, shown_path

from directory.directory import Directory
from directory.identity import folded
from directory.model import Entry, Instructor
from directory.organisations import Organisation, Organisations
from directory.parallel import in_parts
from directory.reading import Reader

INSTRUCTORS: Final = "docs/data/instructors"
ORGANISATIONS: Final = "docs/data/organisations.yml"
Read: TypeAlias = tuple[Instructor | None, list[Problem]]
"""What one file gave: a person, or None, and its problems."""
Stamp: TypeAlias = tuple[int, int]
LIST_LIMIT: Final = 4 * SIZE_LIMIT
"""Bytes of a file that holds many records."""


@dataclass
class Memory:
    """What a preview remembers from one build to the next, so that a change of one file costs the reading of one."""

    known: dict[str, tuple[Stamp, Read]] = field(default_factory=dict)
    """What was read, by path, and the stamp of the file then."""
    common: object = None
    """What every person depends on beside their file: the day and the organisations."""
    directory: Directory | None = None


def load(root: Path, today: date, memory: Memory | None = None) -> tuple[Directory, list[Problem]]:
    """Everyone whose file is good, and all problems, sorted.  ``root`` is the project; ``today`` decides freshness.

    With ``memory`` only files that changed since are read again, and a directory in which nothing changed is the same
    object as before.
    """
    organisations, problems = load_organisations(root)
    files, stray = _files(root / INSTRUCTORS, root)
    unique, collisions = _unique(files, root)
    reader = Reader(root, today, {one.id: one.country for one in organisations})
    read = _remembered(unique, reader, memory, (today, organisations)) if memory else _read(unique, reader)
    problems += [*stray, *collisions, *(problem for _, found in read for problem in found)]
    people = [person for person, _ in read if person]
    return _directory(people, organisations, today, memory), sorted(problems)


def _read(paths: Sequence[str], reader: Reader) -> list[Read]:
    return [one for part in in_parts(lambda some: [reader.person(path) for path in some], paths) for one in part]


def _remembered(paths: Sequence[str], reader: Reader, memory: Memory, common: object) -> list[Read]:
    if memory.common != common:
        memory.known, memory.common = {}, common
    stamps = {path: _stamp(path) for path in paths}
    changed = [path for path in paths if path not in memory.known or memory.known[path][0] != stamps[path]]
    new = dict(zip(changed, _read(changed, reader) if changed else [], strict=True))
    memory.known = {path: (stamps[path], new.get(path) or memory.known[path][1]) for path in paths}
    return [memory.known[path][1] for path in paths]


def _stamp(path: str) -> Stamp:
    """What differs when a file was written again; (0, 0) when it is gone."""
    try:
        found = os.lstat(path)
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _directory(
    people: Sequence[Instructor], organisations: tuple[Organisation, ...], today: date, memory: Memory | None
) -> Directory:
    old = memory.directory if memory else None
    if memory is None or old is None or not old.is_of(people, organisations, today):
        old = Directory.of(people, organisations, today)
    if memory:
        memory.directory = old
    return old


def load_organisations(root: Path) -> tuple[tuple[Organisation, ...], list[Problem]]:
    """The organisations, in the order of the file; none when it has a problem."""
    value, _, problems = load_model(root / ORGANISATIONS, root, Organisations, {}, LIST_LIMIT)
    return (value.organisations if value else ()), problems


def read_entry(path: Path, root: Path, today: date) -> tuple[Entry | None, list[Problem]]:
    """One person's file by itself, for tools that look at one file."""
    entry, _, problems = load_model(path, root, Entry, {"today": today})
    return entry, problems


def _files(folder: Path, root: Path) -> tuple[list[str], list[Problem]]:
    """The files of people, sorted, and what lies about that is none; hidden files are not looked at."""
    top = [entry for entry in _listed(folder) if entry.name != "README.md"]
    countries = [entry for entry in top if entry.is_dir(follow_symlinks=False)]
    inside = [entry for country in countries for entry in _listed(country.path)]
    others = [entry for entry in top if entry not in countries]
    others += [entry for entry in inside if not entry.name.endswith(".yml")]
    people = [entry.path for entry in inside if entry.name.endswith(".yml")]
    return people, [_stray(Path(entry.path), root) for entry in others]


def _listed(folder: str | Path) -> Iterable[os.DirEntry[str]]:
    if not os.path.isdir(folder):
        return []
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _stray(path: Path, root: Path) -> Problem:
    """The problem of a thing that is no person's file where only those belong."""
    message = "only folders of countries with files that end in .yml belong here, so this would be left out"
    fix = f"rename it to {path.stem}.yml" if path.suffix in (".yaml", ".yml", ".YML", ".YAML") else "move it elsewhere"
    return Problem(shown_path(path, root), 1, 1, "stray-file", message, fix)


def _unique(files: Iterable[str], root: Path) -> tuple[list[str], list[Problem]]:
    """The first file of each id, and a problem for each other that would have the same address."""
    first: dict[str, str] = {}
    problems = []
    for path in files:
        other = first.setdefault(folded(os.path.basename(path)), path)
        if other is not path:
            message = (
                f"{quoted(Path(path).stem)} is taken by {shown_path(Path(other), root)}: one of two pages would vanish"
            )
            fix = "rename the newer of the two files; the address of the older one is on posters"
            problems.append(Problem(shown_path(Path(path), root), 1, 1, "same-id", message, fix))
    return list(first.values()), problems
