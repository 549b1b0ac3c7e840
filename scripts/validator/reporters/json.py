"""For programs: everything that is known of each problem, under the schema in docs/data/schemas/problems.json."""

from __future__ import annotations

import json as standard
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from records.problem import Problem

from validator.report import Report
from validator.reporters.cleaning import whole

SCHEMA: Final = "docs/data/schemas/problems.json"
_STRICT: Final = ConfigDict(extra="forbid")


class ProblemEntry(BaseModel):
    """One fault at one place. What is not known of it is an empty text."""

    model_config = _STRICT
    rule: str = Field(description="the name of the rule, as it is written in `allow`", examples=["broken-link"])
    code: str = Field(description="its short name", examples=["M101"])
    level: Literal["error", "warning"]
    path: str = Field(description="the file a person edits, with /, from the folder of the run")
    line: int = Field(ge=1)
    column: int = Field(ge=1, description="in characters, from 1")
    message: str = Field(description="what is wrong, and why that matters")
    written: str = Field(description="the text or address at fault, as it stands in the file")
    fix: str = Field(description="one thing to do")
    mend: str = Field(description="what surely belongs in the place of `written`; `--fix` writes it there")
    page: str = Field(description="the built page in which a reader meets the fault, from the site's folder")


class Summary(BaseModel):
    """How many there are, in how much."""

    model_config = _STRICT
    errors: int
    warnings: int
    looked_at: dict[str, int] = Field(description="what was looked at, and how many", examples=[{"page": 42}])
    skipped: list[str] = Field(description="what was not looked at, and why")


class Problems(BaseModel):
    """One run of the validator."""

    model_config = _STRICT
    version: Literal[1]
    problems: list[ProblemEntry]
    summary: Summary


def json(report: Report) -> str:
    """The report; ASCII only, so that no terminal can spoil it."""
    summary = Summary(
        errors=report.errors,
        warnings=report.warnings,
        looked_at=dict(report.looked_at),
        skipped=list(report.skipped),
    )
    found = Problems(version=1, problems=[_entry(problem) for problem in report.problems], summary=summary)
    return standard.dumps(found.model_dump(), indent=2) + "\n"


def schema_text() -> str:
    """The text of the schema; validator/fresh.py writes it into its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Problems.model_json_schema()}
    return standard.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _entry(problem: Problem) -> ProblemEntry:
    values = {name: getattr(problem, name) for name in ProblemEntry.model_fields}
    return ProblemEntry.model_validate(
        {name: whole(one) if isinstance(one, str) else one for name, one in values.items()}
    )
