"""For people at a terminal: one problem after another, and the number of all in the last line.

Of each file at most 20 are shown; `--format json` holds all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from records.characters import show
from records.problem import Problem

from validator.report import Report

MOST_OF_A_FILE: Final = 20
_COLOURS: Final = {"error": "\x1b[1;31m", "warning": "\x1b[33m"}
_PLAIN: Final = "\x1b[0m"


def text(report: Report, *, seconds: float | None = None, colours: bool = False) -> str:
    """The whole report; with `colours` the levels stand out, and their words say the same."""
    lines = [line for _, one in groupby(report.problems, lambda one: one.path) for line in _of_file(list(one), colours)]
    return "".join(f"{line}\n" for line in (*lines, *report.skipped, ending(report, seconds)))


def ending(report: Report, seconds: float | None = None) -> str:
    """The last line."""
    return report.summary + (f" ({seconds:.1f} s)" if seconds is not None else "")


def _of_file(problems: Sequence[Problem], colours: bool) -> Iterator[str]:
    for problem in problems[:MOST_OF_A_FILE]:
        colour = _COLOURS.get(problem.level, "") if colours else ""
        yield problem.with_level(f"{colour}{problem.level}{_PLAIN}" if colour else problem.level)
    if rest := problems[MOST_OF_A_FILE:]:
        rules = ", ".join(f"{number} {rule}" for rule, number in Counter(one.rule for one in rest).most_common())
        yield f"{show(problems[0].path)}: and {len(rest)} more: {rules}"
