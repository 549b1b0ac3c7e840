"""What must be read again is named with the day and the reader, and a page can be printed to be signed."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from evidence.library import load_library
from pages.front_matter import FrontMatter, Known, read_front_matter
from pages.review import Due, awaiting_clinician, review_due
from records.source import Source

LIBRARY, _ = load_library(ROOT, ROOT / "docs/en")
assert LIBRARY


def page(
    next_review: str, reviewed_by: str = "not yet reviewed by a clinician", audience: str = "families"
) -> FrontMatter:
    text = f"""---
title: A page about massage
description: A page that is long enough to have a description in search engines.
pattern: information
audience: {audience}
lang: en
author: editors
reviewed_by: {reviewed_by}
published: 2026-01-10
last_reviewed: 2026-02-10
next_review: {next_review}
conflicts: none declared
claims: []
references: []
safety_box: none
main_message: Some parents find it soothing.
---
"""
    found, problems = read_front_matter(Source("page.md", text), Known(date(2026, 11, 23), ["editors"]))
    assert found, problems
    return found


PAGES = {
    "a.md": page("2028-05-01"),
    "b.md": page("2027-05-01", "Ana Example, midwife"),
    "c.md": page("2028-04-30", audience="professionals"),
}


@pytest.mark.parametrize(
    ("today", "ahead", "due"),
    [
        ("2027-04-30", 0, []),
        ("2027-05-01", 0, ["b.md"]),  # the day itself counts
        ("2028-04-01", 0, ["b.md"]),
        ("2028-04-01", 29, ["b.md", "c.md"]),  # the longest due first
        ("2028-04-01", 30, ["b.md", "c.md", "a.md"]),
    ],
)
def test_a_page_is_due_from_the_day_it_names(today: str, ahead: int, due: list[str]) -> None:
    assert [one.what for one in review_due(PAGES, date.fromisoformat(today), ahead=ahead)] == due


def test_what_is_due_says_since_when_and_who_read_it_last() -> None:
    assert review_due(PAGES, date(2028, 4, 30)) == [
        Due(date(2027, 5, 1), "b.md", "A page about massage", date(2026, 2, 10), "Ana Example, midwife"),
        Due(date(2028, 4, 30), "c.md", "A page about massage", date(2026, 2, 10), "editors"),
    ]


@pytest.mark.parametrize(("today", "count"), [("2029-11-21", 0), ("2029-11-22", 1)])
def test_a_claim_is_due_three_years_after_it_was_compared_with_its_sources(today: str, count: int) -> None:
    assert LIBRARY
    assert len(review_due({}, date.fromisoformat(today), {"colic": LIBRARY.claims["colic"]})) == count


def test_pages_for_families_wait_for_a_clinician_until_one_has_read_them() -> None:
    assert awaiting_clinician(PAGES) == ["a.md"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/review.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_tool_names_what_is_due_and_says_so_with_its_exit_code() -> None:
    nothing = run("--today", "2026-11-25", "due")
    assert (nothing.returncode, nothing.stderr) == (0, "")
    assert nothing.stdout.startswith("0 due within 60 days; ")
    due = run("--today", "2028-11-24", "due", "--days", "0")
    assert due.returncode == 1
    assert due.stdout.splitlines()[0] == (
        "due since 2028-11-23: docs/en/is-now-a-good-time.md (Is now a good time to massage my baby?), "
        "last read on 2026-11-23 by editors"
    )


def test_a_sheet_holds_the_claims_the_whole_text_and_a_place_to_sign(tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    done = run("--today", "2026-11-25", "sheet", "docs/en/babies/relief.md", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    text = file.read_text("utf-8")
    for words in (
        "Review sheet: Can massage soothe colic, wind and other aches?",
        "Studies disagree on whether it eases colic. Colic gets better with time.</td><td>Very low</td>",
        "<dt>Signature</dt>",
        "Never shake a baby.",
        "My name and role may be shown on the page.",
    ):
        assert words in text, words
    assert 'class="safety-box"' in text
    assert len(re.findall(r"☐ yes ☐ no", text)) == 10
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!doi|pubmed)', text)


@pytest.mark.parametrize(
    ("page", "report"),
    [
        ("docs/en/nope.md", "docs/en/nope.md:1:1: error unreadable-file:"),
        ("/etc/hostname", "/etc/hostname:1:1: error outside-the-project:"),
        ("README.md", "README.md:1:1: error missing-front-matter:"),
    ],
)
def test_a_page_that_is_none_is_told_without_a_traceback(tmp_path: Path, page: str, report: str) -> None:
    done = run("sheet", page, str(tmp_path / "sheet.html"))
    assert done.returncode == 2
    assert done.stderr.startswith(report)
    assert not list(tmp_path.iterdir())
