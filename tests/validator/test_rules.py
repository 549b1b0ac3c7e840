"""Every rule by its cases: `cases/<folder>/<rule>.yml` holds small projects and exactly what is reported of each.

A case has a `name`, `files` (path → text) and the whole `report`; "" for a project in which the rule says nothing.
Files below `docs/` make a MkDocs project (with a mkdocs.yml, plain unless the case has one), those below `site/` a built
site.  A case may also have

* `today`: the day of the run;
* `with`: names of rules that run too;
* `project: house`: the files in `house/`, a small project like this one, to which `files` are added;
* `edits`: path → pairs of an old and a new text;
* `bytes`: path → text that is saved in windows-1252;
* `sizes`: path → number of bytes, all of them NUL;
* `answers`: what other sites said of addresses, as verdicts;
* `links`: path → what a symbolic link there leads to.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import edit
from validator.answers import Answers
from validator.asking import answers_of, uses_of
from validator.engine import check
from validator.external import Kind, Verdict
from validator.opening import open_project
from validator.project import Project
from validator.rule import Rule, all_rules, named

CASES = Path(__file__).parent / "cases"
RULES = {(rule.kind, rule.name): rule for rule in all_rules()}


def cases_of(rule: Rule) -> list[dict[str, Any]]:
    path = CASES / rule.kind / f"{rule.name.replace('-', '_')}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []


ALL = [(rule, case) for rule in RULES.values() for case in cases_of(rule)]


def write(root: Path, case: dict[str, Any]) -> None:
    if case.get("project"):
        shutil.copytree(Path(__file__).parent / case["project"], root, dirs_exist_ok=True)
    elif any(path.startswith("docs/") for path in (*case.get("files", {}), *case.get("bytes", {}))):
        (root / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    for encoding, kind in (("utf-8", "files"), ("cp1252", "bytes")):
        for path, text in case.get(kind, {}).items():
            new_file(root, path).write_bytes(text.encode(encoding))
    for path, size in case.get("sizes", {}).items():
        with new_file(root, path).open("wb") as file:
            file.truncate(size)
    for path, target in case.get("links", {}).items():
        new_file(root, path).symlink_to(target)
    for path, pairs in case.get("edits", {}).items():
        for old, new in pairs.items():
            edit(root / path, old, new)


def new_file(root: Path, path: str) -> Path:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    return root / path


def report(root: Path, rule: Rule, case: dict[str, Any]) -> str:
    project = open_project(root, date.fromisoformat(case.get("today", "2026-11-23")))
    project.answers = answers_in(case, project)
    rules = (rule, *(one for name in case.get("with", ()) for one in named(name)))
    return "".join(f"{problem}\n" for problem in check(project, rules))


def answers_in(case: dict[str, Any], project: Project) -> Answers | None:
    if "answers" not in case:
        return None
    verdicts = [Verdict(**(answer | {"kind": Kind(answer["kind"])})) for answer in case["answers"]]
    return answers_of(verdicts, uses_of(project))


@pytest.mark.parametrize(("rule", "case"), ALL, ids=[f"{rule.kind}/{rule.name}: {case['name']}" for rule, case in ALL])
def test_a_rule_reports_exactly_this(rule: Rule, case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, case)
    assert report(tmp_path, rule, case) == case["report"]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.kind}/{rule.name}")
def test_a_rule_has_cases_in_which_it_speaks_and_is_silent(rule: Rule) -> None:
    reports = [bool(case["report"]) for case in cases_of(rule)]
    assert {True, False} <= set(reports)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.kind}/{rule.name}")
@pytest.mark.parametrize("which", ["Bad", "Good"])
def test_what_a_rule_calls_bad_and_good_is_so(rule: Rule, which: str) -> None:
    excerpt = rule.bad if which == "Bad" else rule.good
    held = [
        case["name"]
        for case in cases_of(rule)
        if bool(case["report"]) == (which == "Bad") and any(excerpt in text for text in texts_of(case))
    ]
    assert excerpt
    assert held, f"no case holds this excerpt:\n{excerpt}"


def texts_of(case: dict[str, Any]) -> list[str]:
    edits = [new for pairs in case.get("edits", {}).values() for new in pairs.values()]
    return [*case.get("files", {}).values(), *case.get("bytes", {}).values(), *edits]


def test_each_code_is_given_once_and_begins_with_the_letter_of_its_folder() -> None:
    letters = {
        "markdown": "M",
        "sources": "S",
        "data": "D",
        "html": "H",
        "site": "W",
        "external": "E",
        "allowances": "A",
    }
    codes = [rule.code for rule in all_rules()]
    assert len(set(codes)) == len(codes)
    assert all(rule.code.startswith(letters[rule.kind]) for rule in all_rules())


def test_no_case_is_left_without_its_rule() -> None:
    files = {(path.parent.name, path.stem.replace("_", "-")) for path in CASES.rglob("*.yml")}
    assert files <= set(RULES)
