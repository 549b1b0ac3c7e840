"""Claims as the evidence page shows them: every line in words, every picture as numbers for a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Final

from evidence.badges import grade_line
from evidence.bibliography import short_name
from evidence.claims import Claim, Studied
from evidence.grades import Grade, Topic
from evidence.library import Library
from evidence.references import Reference
from evidence.vocabulary import Vocabulary

CIRCLE: Final = 0.32
"""Radius of a circle for one person, in the units of the picture; the area grows with the number."""
LEAST_RADIUS: Final = 1.0


@dataclass(frozen=True)
class Group:
    """People who were studied: `radius` of the circle that stands for them, None where nobody told how many."""

    number: int | None
    who: str
    how: str
    radius: float | None


@dataclass(frozen=True)
class Source:
    """A reference as a claim names it; `number` is its place in the list at the foot of the page."""

    number: int
    name: str
    key: str


@dataclass(frozen=True)
class Entry:
    """One claim with everything a reader sees of it. `hidden` sources have details that nobody has seen yet."""

    id: str
    claim: Claim
    grade_line: str
    meaning: str
    groups: tuple[Group, ...]
    sources: tuple[Source, ...]
    hidden: int

    @property
    def grades(self) -> str:
        """The grades as a filter looks for them."""
        return " ".join(dict.fromkeys(one.grade.slug for one in self.claim.grades))


@dataclass(frozen=True)
class Row:
    """One grade and how many claims are counted under it."""

    grade: Grade
    name: str
    meaning: str
    count: int


def topics(library: Library, numbered: list[Reference]) -> dict[Topic, list[Entry]]:
    """All claims by topic; `numbered` are the references at the foot of the page in their order."""
    numbers = {reference.key: number for number, reference in enumerate(numbered, 1)}
    found: dict[Topic, list[Entry]] = {topic: [] for topic in Topic}
    for name, claim in library.claims.items():
        found[claim.topic].append(_entry(name, claim, library, numbers))
    return found


def rows(library: Library) -> list[Row]:
    """Every grade with its claims, the surest first; a claim with several grades counts under its weakest."""
    counted = [claim.grade for claim in library.claims.values()]
    words = library.vocabulary.grades
    return [Row(grade, words[grade].name, words[grade].meaning, counted.count(grade)) for grade in Grade]


def _entry(name: str, claim: Claim, library: Library, numbers: Mapping[str, int]) -> Entry:
    shown = [library.references[key] for key in claim.references if key in numbers]
    return Entry(
        id=name,
        claim=claim,
        grade_line=grade_line(claim, library.vocabulary),
        meaning=library.vocabulary.grades[claim.grades[0].grade].meaning if len(claim.grades) == 1 else "",
        groups=tuple(_group(one, library.vocabulary) for one in library.studied(claim)),
        sources=tuple(Source(numbers[one.key], short_name(one), one.key) for one in shown),
        hidden=len(claim.references) - len(shown),
    )


def _group(studied: Studied, vocabulary: Vocabulary) -> Group:
    radius = max(round(CIRCLE * sqrt(studied.number), 1), LEAST_RADIUS) if studied.number else None
    return Group(studied.number, vocabulary.who[studied.who].name, " ".join(_how(studied, vocabulary)), radius)


def _how(studied: Studied, vocabulary: Vocabulary) -> Iterator[str]:
    """`1 trial with groups made by chance`"""
    kinds = vocabulary.kinds[studied.kind]
    if studied.studies:
        yield f"{studied.studies:,}"
    yield kinds.one if studied.studies == 1 else kinds.many
