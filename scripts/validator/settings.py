"""`[tool.validate]` of pyproject.toml: which rules run, and what is allowed and why.

[tool.validate]
groups = ["house"]                                     rules beside the general ones
skip = ["bare-address"]
allow = [{ rule = "orphan-page", path = "site/offline/index.html", reason = "the service worker leads to it" }]
"""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from records.problem import Problem
from records.source import read_source

NAME: Final = "pyproject.toml"
LIMIT: Final = 1024 * 1024
_STRICT: Final = ConfigDict(extra="forbid", frozen=True)


class Allowance(BaseModel):
    """Problems that are accepted: of one rule, in files whose path fits a pattern such as `docs/en/old/*`."""

    model_config = _STRICT
    rule: str
    path: str
    reason: str = Field(min_length=1)

    def fits(self, problem: Problem) -> bool:
        """Whether it silences `problem`."""
        paths = (problem.path, problem.page)
        return self.rule in (problem.rule, problem.code) and any(fnmatchcase(path, self.path) for path in paths if path)


class Settings(BaseModel):
    """The whole table; everything may be missing."""

    model_config = _STRICT
    groups: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    allow: tuple[Allowance, ...] = ()
    hosts: tuple[str, ...] = ()
    """Hosts that pages may fetch parts from, beside the site's own."""


Read: TypeAlias = tuple[Settings, list[Problem]]


def read_settings(root: Path) -> Read:
    """The settings of the project at `root`, or the default ones and why those there are not accepted."""
    if not (root / NAME).is_file():
        return Settings(), []
    source = read_source(root / NAME, root, LIMIT)
    if isinstance(source, Problem):
        return Settings(), [source]
    try:
        table = tomllib.loads(source.text).get("tool", {}).get("validate", {})
        return Settings.model_validate(table), []
    except tomllib.TOMLDecodeError as error:
        return Settings(), [_problem(1, f"this is no TOML: {error}", "mend it there")]
    except ValidationError as error:
        return Settings(), [_not_accepted(one["loc"], one["msg"], source.text) for one in error.errors()]


def _not_accepted(at: tuple[int | str, ...], reason: str, text: str) -> Problem:
    name = str(at[0]) if at else "validate"
    lines = enumerate(text.splitlines(), 1)
    line = next((number for number, words in lines if words.strip().startswith((name, "[tool.validate]"))), 1)
    shown = ".".join(map(str, at))
    return _problem(
        line, f"tool.validate.{shown}: {reason[0].lower()}{reason[1:]}", "see scripts/validator/settings.py"
    )


def _problem(line: int, message: str, fix: str) -> Problem:
    return Problem(NAME, line, 1, "unreadable-settings", message, fix, code="S001")
