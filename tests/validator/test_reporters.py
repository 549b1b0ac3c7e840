"""The same problems through every reporter: whole outputs, and whatever a stranger may have written comes back."""

from __future__ import annotations

import json as standard
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from records.characters import show
from records.problem import Problem
from validator.command import FORMATS
from validator.report import Report
from validator.reporters.json import SCHEMA
from validator.reporters.text import text
from validator.rule import Rule

GOLDEN = Path(__file__).parent / "golden"
SARIF = Draft4Validator(standard.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text("utf-8")))
OWN = Draft202012Validator(standard.loads((ROOT / SCHEMA).read_text("utf-8")))
BOOK = """A fault of `code` & <markup>.

It hurts readers.

Bad:
    <a href="familes">

Good:
    <a href="families">
"""


def rule(name: str, kind: str, code: str, level: str) -> Rule:
    return Rule(name, kind, code, level, "general", BOOK, check=lambda item, project: iter(()))


RULES = (
    rule("duplicate-id", "html", "H101", "error"),
    rule("broken-link", "markdown", "M101", "error"),
    rule("unused-allowance", "allowances", "A103", "warning"),
)
FOUND = (
    Problem(
        path="docs/en/grüße, 100%: a.md",
        line=14,
        column=23,
        rule="broken-link",
        message='no page or file at "familes.md"',
        fix="write families.md",
        code="M101",
        written="familes.md",
        mend="families.md",
    ),
    Problem(
        path="docs/en/parents.md",
        line=3,
        column=1,
        rule="duplicate-id",
        message='the id "\u202eevil\n::error::" stands already in line 1 (on 12 pages)',
        code="H101",
        written="\u202eevil\n::error::",
        page="parents/index.html",
    ),
    Problem(
        path="docs/en/parents.md",
        line=7,
        column=1,
        rule="unused-allowance",
        message='"allow M101" silences nothing & <hides> the next fault',
        fix="take it out",
        level="warning",
        code="A103",
        written="M101",
    ),
)
REPORT = Report(
    FOUND, RULES, (("page", 42), ("person", 24), ("built page", 1)), ("site/ is not built: 14 rules skipped",)
)
NOTHING = Report((), RULES, (("page", 1),))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("report", "title"), [(REPORT, "report"), (NOTHING, "nothing")], ids=["report", "nothing"])
def test_a_report_in_each_format(name: str, report: Report, title: str) -> None:
    assert FORMATS[name](report) == (GOLDEN / f"{title}.{name}").read_bytes().decode("utf-8")


def test_on_a_terminal_colours_stand_beside_words() -> None:
    shown = text(REPORT, seconds=0.42, colours=True).splitlines()
    assert shown[0] == (
        'docs/en/grüße, 100%: a.md:14:23: \x1b[1;31merror\x1b[0m M101 broken-link: no page or file at "familes.md"'
    )
    assert shown[-1] == "2 errors, 1 warning in 42 pages, 24 people, 1 built page (0.4 s)"


def test_of_one_file_twenty_problems_are_shown_and_the_others_counted() -> None:
    many = [Problem("a.md", line, 1, "broken-link", "x", code="M101") for line in range(1, 23)]
    many += [Problem("a.md", 23, 1, "bare-address", "x", code="M102"), Problem("b.md", 1, 1, "broken-link", "x")]
    shown = text(Report(tuple(many), ())).splitlines()
    assert len(shown) == 20 + 1 + 1 + 1
    assert shown[20] == "a.md: and 3 more: 2 broken-link, 1 bare-address"
    assert shown[21] == "b.md:1:1: error broken-link: x"


hostile = st.text(st.characters()) | st.sampled_from(["]]>", "--><x>", "%0A::error::x", "\x1b[31m", "\udcff", "\0", ""])
problems = st.builds(
    Problem,
    path=hostile.map(lambda text: text or "a"),
    line=st.integers(1, 10**6),
    column=st.integers(1, 10**6),
    rule=st.just("broken-link"),
    message=hostile,
    fix=hostile,
    level=st.sampled_from(["error", "warning"]),
    code=st.sampled_from(["M101", "H101"]),
    written=hostile,
    page=hostile,
)
reports = st.lists(problems, max_size=4).map(lambda found: Report(tuple(sorted(found)), RULES))


@given(reports)
def test_json_passes_its_published_schema_whatever_is_in_it(report: Report) -> None:
    read = standard.loads(FORMATS["json"](report))
    OWN.validate(read)
    lost = [(one.message.encode("utf-8", "replace").decode(), one.line, one.column) for one in report.problems]
    assert [(one["message"], one["line"], one["column"]) for one in read["problems"]] == lost


@settings(max_examples=int(os.environ.get("EXAMPLES", "100")) // 4)  # the schema is long
@given(reports)
def test_sarif_passes_the_official_schema_whatever_is_in_it(report: Report) -> None:
    read = standard.loads(FORMATS["sarif"](report))
    SARIF.validate(read)
    results = read["runs"][0]["results"]
    assert len({one["partialFingerprints"]["sameFault/v1"] for one in results}) == len(results)
    assert [read["runs"][0]["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] for one in results] == [
        one.code for one in report.problems
    ]


@given(reports)
def test_junit_is_xml_whatever_is_in_it(report: Report) -> None:
    read = ElementTree.fromstring(FORMATS["junit"](report))
    assert len(read.findall("*/testcase/failure")) == report.errors
    assert len(read.findall("*/testcase/skipped")) == report.warnings


@given(reports)
def test_each_problem_is_one_command_for_github_whatever_is_in_it(report: Report) -> None:
    lines = FORMATS["github"](report).split("\n")
    assert "\r" not in "".join(lines)
    assert [line.partition(" ")[0] for line in lines[:-2]] == [f"::{one.level}" for one in report.problems]
    for line, problem in zip(lines, report.problems, strict=False):
        head = line.split("::")[1]
        assert head.count(",") == 3
        assert f",line={problem.line},col={problem.column},title=" in head


@given(reports)
def test_in_text_a_problem_takes_at_most_three_lines_and_nothing_moves_the_others(report: Report) -> None:
    shown = FORMATS["text"](report)
    lines = shown.split("\n")
    assert [show(line) for line in lines] == lines
    assert len(lines) <= 3 * len(report.problems) + 2


@pytest.mark.parametrize("name", ["json", "sarif", "junit"])
def test_programs_get_ascii_that_no_terminal_can_spoil(name: str) -> None:
    write: Callable[[Report], str] = FORMATS[name]
    assert write(REPORT).isascii()
