"""Every rule by its cases: `cases/<folder>/<rule>.yml` holds small projects and exactly what is reported of each.

A case has a `name`, `files` (path → text) and the whole `report`; "" for a project in which the rule says nothing.
Files below `docs/` make a MkDocs project (with a mkdocs.yml, plain unless the case has one), those below `site/` a built
site.  `today` may set the day.
"""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from validator.engine import check
from validator.opening import open_project
from validator.rule import Rule, all_rules

CASES = Path(__file__).parent / "cases"
RULES = {(rule.kind, rule.name): rule for rule in all_rules()}


def cases_of(rule: Rule) -> list[dict[str, Any]]:
    path = CASES / rule.kind / f"{rule.name.replace('-', '_')}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []


ALL = [(rule, case) for rule in RULES.values() for case in cases_of(rule)]


def write(root: Path, files: dict[str, str]) -> None:
    if any(path.startswith("docs/") for path in files):
        files = {"mkdocs.yml": "site_name: Test\n"} | files
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def report(root: Path, rule: Rule, today: str = "2026-11-23") -> str:
    project = open_project(root, date.fromisoformat(today))
    return "".join(f"{problem}\n" for problem in check(project, (rule,)))


@pytest.mark.parametrize(("rule", "case"), ALL, ids=[f"{rule.kind}/{rule.name}: {case['name']}" for rule, case in ALL])
def test_a_rule_reports_exactly_this(rule: Rule, case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, case["files"])
    assert report(tmp_path, rule, case.get("today", "2026-11-23")) == case["report"]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.kind}/{rule.name}")
def test_a_rule_has_cases_in_which_it_speaks_and_is_silent(rule: Rule) -> None:
    reports = [bool(case["report"]) for case in cases_of(rule)]
    assert {True, False} <= set(reports)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.kind}/{rule.name}")
@pytest.mark.parametrize("which", ["Bad", "Good"])
def test_what_a_rule_calls_bad_and_good_is_so(rule: Rule, which: str) -> None:
    excerpt = example(rule.documentation, which)
    held = [
        case["name"]
        for case in cases_of(rule)
        if bool(case["report"]) == (which == "Bad") and any(excerpt in text for text in case["files"].values())
    ]
    assert excerpt
    assert held, f"no case holds this excerpt:\n{excerpt}"


def example(documentation: str, which: str) -> str:
    """The lines below `Bad:` or `Good:`."""
    _, _, after = documentation.partition(f"\n{which}:\n")
    lines = after.split("\n\n\n")[0].split("\n\nGood:\n")[0]
    return textwrap.dedent(lines).strip()


def test_each_code_is_given_once_and_begins_with_the_letter_of_its_folder() -> None:
    letters = {"markdown": "M", "sources": "S", "data": "D", "html": "H", "site": "W"}
    codes = [rule.code for rule in all_rules()]
    assert len(set(codes)) == len(codes)
    assert all(rule.code.startswith(letters[rule.kind]) for rule in all_rules())


def test_no_case_is_left_without_its_rule() -> None:
    files = {(path.parent.name, path.stem.replace("_", "-")) for path in CASES.rglob("*.yml")}
    assert files <= set(RULES)
