"""The lines between `---` at the top of a page: who answers for it, and how it is to be shown.

The fields and thresholds are those of docs/en/editors/index.md, where an editor reads what each one is for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Self, cast

from evidence.claims import Claim
from evidence.references import Reference
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator
from records.fault import all_of, fault
from records.fields import Flag, IsoDate, LanguageTag, PlainText
from records.judge import judge
from records.nearest import nearest
from records.problem import Problem
from records.reader import parse
from records.source import Source

from pages.citations import citations, unknown, wrong_citations

NOT_REVIEWED: Final = "not yet reviewed by a clinician"
MOST_YEARS: Final = 3
SAFETY_YEARS: Final = 2
"""Years from one review to the next (PIF TICK asks for 3; safety pages get less here)."""
MOST_WORDS: Final = 25

FENCED: Final = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


class Pattern(StrEnum):
    """The order of a page's parts; tests/pages/ lists the sections each one asks for."""

    BENEFIT = "benefit"
    HOW_TO = "how-to"
    INFORMATION = "information"


class Audience(StrEnum):
    FAMILIES = "families"
    INSTRUCTORS = "instructors"
    PROFESSIONALS = "professionals"


class SafetyBox(StrEnum):
    SHORT = "short"
    FULL = "full"
    NONE = "none"


@dataclass(frozen=True)
class Known:
    """What front matter may name: people of the team, references and claims, and the day of the build.

    `cited` are the claims that the text of the page cites.
    """

    today: date
    team: Collection[str] = ()
    references: Mapping[str, Reference] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    cited: Collection[str] = ()


def _known(info: ValidationInfo) -> Known:
    return cast(Known, info.context)


def _is_in_the_team(name: str, info: ValidationInfo) -> str:
    if name not in _known(info).team:
        why = "nobody of that name is in team of docs/data/chapter.yml, so readers could not see who that is"
        raise fault("unknown-author", why, f"write {_one_of(name, _known(info).team)}, or add this one to team")
    return name


def _may_be_cited(key: str, info: ValidationInfo) -> str:
    references = _known(info).references
    if key not in references:
        why = "there is no such key in docs/data/evidence/references.yml"
        raise fault("unknown-reference", why, f"write {_one_of(key, references)}, or add the reference there")
    if not references[key].may_be_shown:
        unseen = ", ".join(references[key].unverified)
        why = f"nobody has seen its {unseen} yet, so families must not see this reference"
        raise fault("unverified-reference", why, "take the key out here, or confirm these fields in references.yml")
    return key


def _is_a_claim(name: str, info: ValidationInfo) -> str:
    if name not in _known(info).claims:
        raise fault("unknown-claim", *unknown(name, _known(info).claims))
    return name


def _reviewer(text: str) -> str:
    name, _, role = text.partition(",")
    if text == NOT_REVIEWED or (name.strip() and role.strip()):
        return text
    why = "readers see this as the person who checked the page, so it needs a name and a role"
    raise fault("no-reviewer", why, f"write it like Ana Example, midwife, or {NOT_REVIEWED}")


def _one_of(written: str, known: Collection[str]) -> str:
    return nearest(written, known) or min(known, default="a known one")


ClaimId = Annotated[str, AfterValidator(_is_a_claim)]
ReferenceKey = Annotated[str, AfterValidator(_may_be_cited)]


class Search(BaseModel):
    """Whether readers' search leaves a page out."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    exclude: Flag


class FrontMatter(BaseModel):
    """One page's front matter. Dates are calendar days; `main_message` stands word for word in the first section."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, PlainText(65), Field(min_length=10)]
    description: Annotated[str, PlainText(160), Field(min_length=50)]
    pattern: Pattern
    audience: Audience
    lang: LanguageTag
    author: Annotated[str, AfterValidator(_is_in_the_team)]
    reviewed_by: Annotated[str, PlainText(120), AfterValidator(_reviewer)]
    published: IsoDate
    last_reviewed: IsoDate
    next_review: IsoDate
    conflicts: Annotated[str, PlainText(300)]
    claims: tuple[ClaimId, ...]
    references: tuple[ReferenceKey, ...]
    safety_box: SafetyBox
    main_message: Annotated[str, PlainText(400)]
    search: Search | None = None

    @model_validator(mode="after")
    def dates_follow_each_other(self) -> Self:
        if self.last_reviewed < self.published:
            why = f"last_reviewed lies before published, {self.published}"
            raise fault("reviewed-before-published", why, "write the day of the last review", ("last_reviewed",))
        years = SAFETY_YEARS if self.safety_box is SafetyBox.FULL else MOST_YEARS
        if not self.last_reviewed < self.next_review <= later(self.last_reviewed, years):
            why = f"the next review must come after the last one, and at most {years} years later"
            fix = f"write a day up to {later(self.last_reviewed, years)}"
            raise fault("review-too-late", why, fix, ("next_review",))
        return self

    @field_validator("last_reviewed")
    @classmethod
    def has_happened(cls, day: date, info: ValidationInfo) -> date:
        if day > _known(info).today:
            why = f"this lies after today, {_known(info).today}"
            raise fault("review-in-the-future", why, "write the day on which somebody really read the page")
        return day

    @field_validator("claims")
    @classmethod
    def are_cited(cls, claims: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        uncited = [index for index, name in enumerate(claims) if name not in _known(info).cited]
        if uncited:
            why = "the text of the page does not cite {}, so its sources would stand at the foot for nothing"
            fix = "take it out here, or cite it like [small studies](claim:{})"
            faults = [("uncited-claim", why.format(claims[i]), fix.format(claims[i]), (i,)) for i in uncited]
            raise all_of([fault(*one) for one in faults], claims)
        return claims

    @field_validator("main_message")
    @classmethod
    def is_short(cls, text: str) -> str:
        if len(text.split()) > MOST_WORDS:
            why = f"the main message has {len(text.split())} words, and a tired parent takes in {MOST_WORDS}"
            raise fault("long-main-message", why, "say it in one short sentence")
        return text

    @property
    def awaits_clinician(self) -> bool:
        return self.reviewed_by == NOT_REVIEWED


def read_front_matter(source: Source, known: Known) -> tuple[FrontMatter | None, list[Problem]]:
    """The front matter of one page, or every reason why it is not accepted, at the lines of the page itself."""
    fenced = FENCED.match(source.text)
    if not fenced:
        return None, [_missing(source.path)]
    known = replace(known, cited={cited.id for cited in citations(source)})
    record, problems = parse(Source(source.path, fenced["yaml"]), first_line=2)
    if record is None:
        return None, problems
    found, faults = judge(record, FrontMatter, context=known)
    wrong = wrong_citations(source, known.claims, found.claims if found else None)
    return found, [*problems, *faults, *wrong]


def later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _missing(path: str) -> Problem:
    return Problem(
        path,
        1,
        1,
        "missing-front-matter",
        "this page does not begin with its front matter, so readers would not see who answers for it",
        'begin the file with a line "---", the fields listed in docs/en/editors/index.md, and another line "---"',
    )
