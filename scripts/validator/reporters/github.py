"""For GitHub Actions: commands that put each problem beside its line in a pull request."""

from __future__ import annotations

from records.characters import show
from records.problem import Problem

from validator.report import Report
from validator.reporters.cleaning import whole
from validator.reporters.text import ending


def github(report: Report) -> str:
    """One command a problem, then the number of all in words."""
    lines = [*map(_command, report.problems), *report.skipped, ending(report)]
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem) -> str:
    title = f"{problem.code} {problem.rule}".strip()
    values = {"file": problem.path, "line": problem.line, "col": problem.column, "title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    fix = f"%0Afix: {_data(show(problem.fix))}" if problem.fix else ""
    return f"::{problem.level} {properties}::{_data(show(problem.message))}{fix}"


def _data(text: str) -> str:
    return whole(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
