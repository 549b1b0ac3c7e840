"""YAML → values, each with its line and column; YAML that is dangerous or has two meanings is refused.

YAML guesses: ``NO`` becomes False, ``0123`` a smaller number, and of two equal fields the last one wins
silently. Here nothing is guessed: every value is the text that a person sees, and the fields' types give it a
meaning later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import yaml

from records.characters import spoofs
from records.compose import PROBLEM_LIMIT, Composer, StopReading, hidden
from records.problem import Problem
from records.source import Source, read_source
from records.syntax import explain
from records.values import Path, Place, Value

__all__ = ["VALUE_LIMIT", "Path", "Place", "Record", "Source", "Value", "parse", "read_source"]

VALUE_LIMIT: Final = 10_000
"""Names and values of one file.  A person has about sixty."""


@dataclass(frozen=True)
class Record:
    """What one file says: ``data`` is dicts, lists, texts, and None where nothing is written.

    ``refused`` holds the paths whose values were not taken over; they are reported already.
    """

    path: str
    data: Value
    places: Mapping[Path, Place] = field(repr=False)
    keys: Mapping[Path, Place] = field(repr=False)
    refused: frozenset[Path] = frozenset()

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` stands; what is absent stands where it would be added."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path]

    def key_place(self, path: Path) -> Place:
        """Where the name of the field at ``path`` stands; a list item has no name, so where it begins."""
        return self.keys.get(path) or self.place(path)


def parse(source: Source, first_line: int = 1, value_limit: int = VALUE_LIMIT) -> tuple[Record | None, list[Problem]]:
    """The record in ``source``, and everything that was refused, sorted.

    ``first_line`` is the line of the file on which ``source.text`` begins (front matter: 2).  The record is
    None when the text cannot be read to its end; else it lacks only what was refused.  An empty file is an
    empty record.
    """
    problems = list(islice(_hidden_characters(source, first_line), PROBLEM_LIMIT - 1))
    if any(problem.rule == "control-character" for problem in problems):
        return None, problems
    composer = Composer(source, first_line, value_limit, problems)
    try:
        data = composer.document()
    except StopReading:
        return None, sorted(problems)
    except yaml.MarkedYAMLError as error:
        line, column, *reason = explain(error, source.text)
        return None, sorted([*problems, Problem(source.path, first_line + line, column + 1, *reason)])
    record = Record(source.path, data, composer.places, composer.keys, frozenset(composer.refused))
    return record, sorted(problems)


def _hidden_characters(source: Source, first_line: int) -> Iterator[Problem]:
    """Controls, bidi overrides, lost letters, in comments too: a reviewer must see what a machine reads."""
    if source.text.isascii() and source.text.replace("\n", "").isprintable():
        return
    for number, line in enumerate(source.text.split("\n"), first_line):
        for offset, what in spoofs(line.replace("\t", " ")):
            yield hidden(source.path, Place(number, offset + 1), line[offset], what)
