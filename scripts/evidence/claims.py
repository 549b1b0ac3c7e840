"""docs/data/evidence/claims.yml: every claim about infant massage, with its grade and the words that fit it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Self, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, ValidationInfo, model_validator
from records.fault import all_of, fault
from records.fields import Few, IsoDate, PlainText, Whole
from records.loading import load_model
from records.nearest import nearest
from records.problem import Problem

from evidence.grades import Grade, Kind, Topic, Who
from evidence.references import Reference
from evidence.vocabulary import Vocabulary
from evidence.wording import misfit

PATH: Final = Path("docs/data/evidence/claims.yml")
SIZE_LIMIT: Final = 512 * 1024
ID: Final = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_STRICT: Final = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


@dataclass(frozen=True)
class Known:
    """What claims may lean on: references by key, and the words of the language they are written in."""

    references: Mapping[str, Reference]
    vocabulary: Vocabulary


def _known(info: ValidationInfo) -> Known:
    return cast(Known, info.context)


def _is_a_reference(key: str, info: ValidationInfo) -> str:
    references = _known(info).references
    if key in references:
        return key
    meant = nearest(key, references) or min(references, default="a known key")
    why = "this is no key of references.yml, so nobody could look it up"
    raise fault("unknown-reference", why, f"write {meant}, or add the reference there")


def _question(text: str) -> str:
    if text.endswith("?"):
        return text
    raise fault("not-a-question", "this is what a parent would ask, so it ends with a question mark", f"write {text}?")


Id = Annotated[str, Field(pattern=f"^{ID}$")]
Key = Annotated[str, AfterValidator(_is_a_reference)]


class Judgement(BaseModel):
    """How sure we are, of whom, and of what."""

    model_config = _STRICT
    grade: Grade
    other: Annotated[Grade | None, Field(alias="or")] = None
    """The other end, when we stand between two grades; the words fit the first."""
    who: Who | None = None
    """For whom it holds; without it, for babies or parents in general."""
    about: Annotated[str, PlainText(60)] | None = None
    """What was measured, where the grade depends on it."""


class Studied(BaseModel):
    """One group of people who were studied, as far as our sources tell."""

    model_config = _STRICT
    who: Who
    number: Annotated[int, Whole(1, 1_000_000)] | None = None
    """How many took part."""
    studies: Annotated[int, Whole(1, 10_000)] | None = None
    """How many studies that were."""
    kind: Kind
    reference: Key
    """Where it is told; the line is shown to readers when this reference is."""


class Claim(BaseModel):
    """One claim, the answer to it and what the answer leans on."""

    model_config = _STRICT
    number: Annotated[str, Field(pattern=r"^C\d{2}$")]
    """Its number in the first collection of the evidence."""
    topic: Topic
    question: Annotated[str, PlainText(90), AfterValidator(_question)]
    """What a parent would ask."""
    said: Annotated[str, PlainText(200)]
    """What classes and books say."""
    wording: Annotated[str, PlainText(320)]
    """The answer. Pages say no more than this."""
    research: Annotated[str, PlainText(900)]
    """What research says, in plain words."""
    grades: Annotated[tuple[Judgement, ...], Field(min_length=1), Few(6)]
    studied: Annotated[tuple[Studied, ...], Few(20)] = ()
    references: Annotated[tuple[Key, ...], Few(40)] = ()
    seen: Annotated[str, PlainText(300)] | None = None
    """Where an organisation says so."""
    left_out: Annotated[str, PlainText(300)] | None = None
    """Why our pages do not make this claim."""
    last_reviewed: IsoDate
    """The day on which the entry was last compared with its sources."""

    @model_validator(mode="after")
    def says_no_more_than_is_known(self, info: ValidationInfo) -> Self:
        found = misfit(self.wording, self.grades, _known(info).vocabulary)
        if found:
            raise fault(found.rule, found.why, found.fix, ("wording",))
        return self

    @property
    def grade(self) -> Grade:
        """The weakest of its grades: under this one it is counted, so that no picture looks better than it is."""
        return max((one.grade for one in self.grades), key=lambda grade: grade.weakness)


class Claims(RootModel[dict[Id, Claim]]):
    """The whole file: id → claim."""

    @model_validator(mode="after")
    def no_number_comes_twice(self) -> Self:
        first: dict[str, str] = {}
        faults = []
        for name, claim in self.root.items():
            if first.setdefault(claim.number, name) != name:
                why = f'{claim.number} is the number of "{first[claim.number]}" already'
                faults.append(fault("written-twice", why, "write a number that is free", at=(name, "number")))
        if faults:
            raise all_of(faults, self)
        return self


def load_claims(root: Path, known: Known) -> tuple[dict[str, Claim], list[Problem]]:
    """All claims by id in the order of the file, or every reason why they are not accepted."""
    found, _, problems = load_model(root / PATH, root, Claims, context=known, limit=SIZE_LIMIT)
    return (found.root if found else {}), problems
