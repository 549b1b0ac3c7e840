"""What was planted and what was reported → how good the reports are."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin

from records.problem import Problem

from planter.kinds import Kind, Planted

LINES_OFF: Final = 1


@dataclass(frozen=True)
class Plant:
    """A fault of `kind` at `planted.line` of `path`; `built` is the page that it comes out in, where there is one."""

    kind: Kind
    path: str
    planted: Planted
    built: str = ""

    def owns(self, problem: Problem) -> bool:
        """Whether a report speaks of this fault or of what follows from it."""
        if self._is_here(problem):
            return problem.rule in self.kind.rules | self.kind.also
        return problem.rule in self.kind.far or self.is_named_by(problem)

    def is_named_by(self, problem: Problem) -> bool:
        """Whether a report speaks of this fault itself."""
        return problem.rule in self.kind.rules and (self._is_here(problem) or self._is_shown(problem))

    def _is_here(self, problem: Problem) -> bool:
        return problem.path == self.path or bool(self.built and problem.page == self.built)

    def _is_shown(self, problem: Problem) -> bool:
        """Whether a report is about a page in which this file takes part, but does not say so."""
        return self.kind.where in ("template", "box", "organisation") and problem.page != ""


@dataclass
class Verdict:
    """How one fault, of the kind of that name at `place`, was reported; None for what was not measured."""

    kind: str
    place: str
    found: bool = False
    file: bool = False
    line: bool = False
    fix: bool | None = None
    mapped: bool | None = None
    """Whether the rules of built pages alone, which read no Markdown, name the right line; None if they find nothing."""
    mended: bool | None = None
    """Whether `--fix` makes of the file what it was; None where it leaves it alone."""
    said: str = ""
    said_alone: str = ""


@dataclass
class Judged:
    """The verdicts of a run, and each report that belongs to no fault."""

    verdicts: list[Verdict] = field(default_factory=list)
    false: list[Problem] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What the build said of faults with which it makes no site."""


def key(problem: Problem) -> tuple[str, str, str]:
    """The same for a report before and after lines have moved."""
    return problem.path, problem.code, problem.message.partition(" (on ")[0]


def new_ones(problems: Iterable[Problem], baseline: Iterable[Problem]) -> list[Problem]:
    """The reports that the untouched project does not have."""
    known = Counter(map(key, baseline))
    found = []
    for problem in problems:
        if known[key(problem)] > 0:
            known[key(problem)] -= 1
        else:
            found.append(problem)
    return found


def judge(plant: Plant, problems: list[Problem]) -> Verdict:
    """What `problems` say of a fault, by the best of them."""
    about = [one for one in problems if plant.is_named_by(one)]
    best = min(about, key=lambda one: _distance(plant, one), default=None)
    verdict = Verdict(plant.kind.name, f"{plant.path}:{plant.planted.line}", found=best is not None)
    if best is not None:
        is_there = best.path == plant.path
        verdict.file, verdict.line = is_there, is_there and abs(best.line - plant.planted.line) <= LINES_OFF
        verdict.said = f"{best.path}:{best.line}: {best.rule}: {best.message} [{best.fix}]"
    if plant.planted.original:
        verdict.fix = any(_names(one.fix, plant.planted.original, one.page) for one in about)
    return verdict


def _distance(plant: Plant, problem: Problem) -> tuple[bool, int]:
    return problem.path != plant.path, abs(problem.line - plant.planted.line)


def _names(fix: str, original: str, page: str) -> bool:
    """Whether a mend is to write what stood there, or another way to the same place from the built `page`."""
    goal = urljoin(f"/{page}", original)
    if any(urljoin(f"/{page}", written) == goal for written in re.findall(r'"([^"]+)"', fix)):
        return True
    address, sign, fragment = original.partition("#")
    bare = posixpath.normpath(address).lstrip("./") if address else ""
    return bool(fix) and bare in fix and (not sign or fragment in fix)
