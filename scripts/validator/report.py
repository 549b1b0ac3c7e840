"""What one run found and what it looked at: the values that every reporter prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from records.problem import Problem

from validator.engine import heard
from validator.project import Project
from validator.rule import Rule


@dataclass(frozen=True)
class Report:
    """`problems` in order; `rules` are those that ran; `skipped` says what was not looked at, and why.

    `looked_at` holds numbers by what was counted, such as "page": 42.
    """

    problems: tuple[Problem, ...]
    rules: tuple[Rule, ...]
    looked_at: tuple[tuple[str, int], ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        return sum(problem.level == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        return len(self.problems) - self.errors

    @property
    def summary(self) -> str:
        """`2 errors, 1 warning in 42 pages, 24 people, 96 built pages`."""
        found = [counted(self.errors, "error")] + ([counted(self.warnings, "warning")] if self.warnings else [])
        where = ", ".join(counted(number, one) for one, number in self.looked_at)
        return f"{', '.join(found)} in {where}" if where else ", ".join(found)


def report_of(
    project: Project,
    rules: tuple[Rule, ...],
    problems: list[Problem],
    prefix: str = "",
    others: Iterable[Problem] = (),
) -> Report:
    """The report of a run; `prefix` stands before each path, when the project lies below the folder one types in, but
    not before those of `others`, which are of files that were named."""
    shown = tuple(replace(problem, path=prefix + problem.path) for problem in problems) if prefix else tuple(problems)
    return Report((*shown, *others), rules, tuple(_looked_at(project, rules)), tuple(_skipped(project, rules)))


def _looked_at(project: Project, rules: tuple[Rule, ...]) -> list[tuple[str, int]]:
    found = [("page", len(project.sources.pages))] if project.sources else []
    if any(rule.group == "house" for rule in rules):
        found.append(("person", len(project.house.people.people)))
    return found + ([("built page", project.site.number or len(project.site.pages))] if project.site else [])


def _skipped(project: Project, rules: tuple[Rule, ...]) -> list[str]:
    unheard = len(rules) - len(heard(project, rules))
    unchecked = project.answers.unchecked if project.answers else ()
    return [*(f"{why}: {counted(unheard, 'rule')} skipped" for why in project.skipped if unheard), *unchecked]


def counted(number: int, one: str) -> str:
    """`1 error`, `2 people`."""
    many = {"person": "people"}.get(one, f"{one}s")
    return f"{number} {one if number == 1 else many}"
