"""What other sites said of the addresses that lead to them, for the rules in rules/external/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from records.problem import Problem

from validator.finding import Finding, as_finding


@dataclass(frozen=True)
class Answers:
    """`problems` of one run; `unchecked` says of which addresses nobody can tell."""

    problems: tuple[Problem, ...] = ()
    unchecked: tuple[str, ...] = ()

    def of(self, code: str) -> Iterator[Finding]:
        """What the rule with this code says."""
        return (as_finding(problem) for problem in self.problems if problem.code == code)
