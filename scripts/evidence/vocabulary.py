"""docs/<language>/_shared/evidence.yml: the words of one language for grades, people and kinds of study."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from records.fault import fault
from records.fields import PlainText
from records.loading import load_model
from records.problem import Problem

from evidence.grades import Grade, Kind, Topic, Who

FILE: Final = Path("_shared/evidence.yml")
_STRICT: Final = ConfigDict(extra="forbid", frozen=True)
Line = Annotated[str, PlainText(160)]
Member = TypeVar("Member", bound=StrEnum)


class GradeWords(BaseModel):
    """How a grade is called, and which words fit it. `*` at the end of a word stands for any ending."""

    model_config = _STRICT
    name: Line
    badge: Line
    meaning: Line
    words: tuple[Line, ...] = Field(min_length=1)
    never: tuple[Line, ...] = ()


class WhoWords(BaseModel):
    """The people as they follow a number, and the words of a claim that name them."""

    model_config = _STRICT
    name: Line
    words: tuple[Line, ...] = ()


class KindWords(BaseModel):
    model_config = _STRICT
    one: Line
    many: Line


class Vocabulary(BaseModel):
    """The whole file. `words` are short words for templates, by name."""

    model_config = _STRICT
    grades: dict[Grade, GradeWords]
    who: dict[Who, WhoWords]
    kinds: dict[Kind, KindWords]
    topics: dict[Topic, Line]
    words: dict[str, Line]

    @model_validator(mode="after")
    def says_everything(self) -> Self:
        _need("grades", Grade, self.grades)
        _need("who", Who, self.who)
        _need("kinds", Kind, self.kinds)
        _need("topics", Topic, self.topics)
        return self


def _need(field: str, all_of_them: type[Member], given: Mapping[Member, object]) -> None:
    missing = [member for member in all_of_them if member not in given]
    if missing:
        why = f'there are no words for "{missing[0]}", so a page could not say it'
        raise fault("missing-words", why, f"add {missing[0]}: and its words", (field,))


def load_vocabulary(docs: Path, root: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """The words for the pages in `docs`, or every reason why the file is not accepted."""
    vocabulary, _, problems = load_model(docs / FILE, root, Vocabulary)
    return vocabulary, problems


def first_found(text: str, phrases: tuple[str, ...]) -> str | None:
    """The first part of `text` that is one of `phrases`, as whole words and in any letter case."""
    found = (re.search(_pattern(phrase), text, re.IGNORECASE) for phrase in phrases)
    return next((match[0] for match in found if match), None)


def _pattern(phrase: str) -> str:
    """`too little` → whole words with any blanks between; `differ*` → with any ending."""
    ending = r"\w*" if phrase.endswith("*") else r"(?!\w)"
    return r"(?<!\w)" + r"\s+".join(re.escape(word) for word in phrase.removesuffix("*").split()) + ending
