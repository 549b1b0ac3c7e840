"""Whether the words of a claim fit its grade: no stronger than is known, and true of the people who were studied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from evidence.grades import Grade, Who
from evidence.vocabulary import Vocabulary, first_found


class Graded(Protocol):
    """A grade and the people for whom it holds; None for babies in general."""

    @property
    def grade(self) -> Grade: ...

    @property
    def who(self) -> Who | None: ...


class Misfit(NamedTuple):
    """Why words do not fit, and what to write."""

    rule: str
    why: str
    fix: str


def misfit(text: str, grades: Sequence[Graded], vocabulary: Vocabulary) -> Misfit | None:
    """What is wrong with `text` for a claim with `grades`, or None. Words may always be weaker than the grade."""
    strongest = min((one.grade for one in grades), key=lambda grade: grade.weakness)
    return (
        _too_strong(text, strongest, vocabulary)
        or _not_careful(text, strongest, vocabulary)
        or _people_unnamed(text, grades, vocabulary)
    )


def _too_strong(text: str, grade: Grade, vocabulary: Vocabulary) -> Misfit | None:
    word = first_found(text, vocabulary.grades[grade].never)
    if word is None:
        return None
    fix = f"say it with one of: {', '.join(vocabulary.grades[grade].words)}"
    return Misfit("too-strong", f'"{word}" says more than we know: the grade is {grade}', fix)


def _not_careful(text: str, grade: Grade, vocabulary: Vocabulary) -> Misfit | None:
    allowed = [one for one in Grade if one.weakness >= grade.weakness and (one is grade or one is not Grade.ORG)]
    if any(first_found(text, vocabulary.grades[one].words) for one in allowed):
        return None
    why = f"nothing here tells a parent how sure we are: the grade is {grade}"
    return Misfit("unhedged", why, f"use one of: {', '.join(vocabulary.grades[grade].words)}")


def _people_unnamed(text: str, grades: Sequence[Graded], vocabulary: Vocabulary) -> Misfit | None:
    """Where we know something only of special people, a parent of another baby must see that."""
    known = [one for one in grades if one.grade not in (Grade.NONE, Grade.ORG)]
    people = [one.who for one in known if one.who and vocabulary.who[one.who].words]
    if not people or len(people) < len(known):
        return None
    words = tuple(word for who in people for word in vocabulary.who[who].words)
    if first_found(text, words):
        return None
    name = vocabulary.who[people[0]].name
    return Misfit("people-unnamed", f"the grade holds for {name} only, and the words do not say so", f"name {name}")
