"""Front matter that is wrong is reported at its line, with the one thing to do."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT
from evidence.library import load_library
from evidence.references import Reference
from pages.front_matter import Known, read_front_matter
from records.source import Source

GOOD = """---
title: Does massage help with colic?
description: What studies found on massage for babies with colic, and what nobody knows yet.
pattern: benefit
audience: families
lang: en
author: editors
reviewed_by: not yet reviewed by a clinician
published: 2026-01-10
last_reviewed: 2026-02-10
next_review: 2029-02-10
conflicts: none declared
claims: [colic]
references: [perry2019]
safety_box: short
main_message: Some parents find it soothing, but studies disagree.
---
# Title

[Studies disagree](claim:colic)
"""

REFERENCE = {"title": "A title", "source": "A journal", "seen": "example.org"}
LIBRARY, _ = load_library(ROOT, ROOT / "docs/en")
assert LIBRARY
KNOWN = Known(
    today=date(2026, 11, 23),
    team=["editors"],
    references={
        "perry2019": Reference.model_validate(REFERENCE),
        "mindell2018": Reference.model_validate({**REFERENCE, "unverified": ["authors", "year"]}),
    },
    claims=LIBRARY.claims,
)

CASES = [
    ("", "", []),
    (
        "next_review: 2029-02-10",
        "next_review: 2029-02-11",
        ["page.md:11:14: error review-too-late: next_review", "write a day up to 2029-02-10"],
    ),
    (
        "safety_box: short",
        "safety_box: full",
        ["page.md:11:14: error review-too-late: next_review", "write a day up to 2028-02-10"],
    ),
    (
        "last_reviewed: 2026-02-10",
        "last_reviewed: 2025-02-10",
        ["page.md:10:16: error reviewed-before-published"],
    ),
    ("last_reviewed: 2026-02-10", "last_reviewed: 2026-12-24", ["page.md:10:16: error review-in-the-future"]),
    ("safety_box: short", "safety_box: short\nsearch: { exclude: true }", []),
    ("safety_box: short", "safety_box: short\nsearch: no", ["page.md:16:9: error", "search"]),
    ("author: editors\n", "", ["page.md:2:1: error", "author"]),
    ("lang: en\n", "lang: en\nlang: de\n", ["page.md:7:1: error"]),
    ("pattern: benefit", "pattern: benifit", ["page.md:4:10: error", '"benifit"', "benefit"]),
    ("not yet reviewed by a clinician", "Ana Example, midwife", []),
    (
        "not yet reviewed by a clinician",
        "Not reviewed yet",
        ["page.md:8:14: error no-reviewer", "write it like Ana Example, midwife, or not yet reviewed by a clinician"],
    ),
    ("not yet reviewed by a clinician", "Ana Example,", ["page.md:8:14: error no-reviewer"]),
    ("author: editors", "author: editor", ["page.md:7:9: error unknown-author", "write editors"]),
    ("[perry2019]", "[perry2018]", ["page.md:14:14: error unknown-reference", '"perry2018"', "write perry2019"]),
    ("[perry2019]", "[perry2019, mindell2018]", ["page.md:14:25: error unverified-reference", "authors, year"]),
    (
        "claims: [colic]",
        "claims: [colick]",
        ["page.md:13:10: error unknown-claim", 'there is no claim "colick"', "write colic"],
    ),
    ("claims: [colic]", "claims: [C20]", ["page.md:13:10: error unknown-claim", '"C20"', "write colic"]),
    ("claims: [colic]", "claims: [colic, milk]", ["page.md:13:17: error uncited-claim", "does not cite milk"]),
    ("claims: [colic]", "claims: []", ["page.md:20:20: error unlisted-claim", '"colic"', "add colic to claims:"]),
    (
        "(claim:colic)",
        "(claim:colics)",
        ["page.md:20:20: error unknown-claim", "write colic", "page.md:13:10: error uncited-claim"],
    ),
    ("title: Does", "title: <b>\u202eDoes", ["page.md:2:"]),
    (GOOD, "# Title\n", ["page.md:1:1: error missing-front-matter"]),
    (
        "main_message: Some",
        "main_message: " + "word " * 25 + "Some",
        ["page.md:16:15: error long-main-message", "33 words"],
    ),
]


@pytest.mark.parametrize(("old", "new", "words"), CASES)
def test_front_matter(old: str, new: str, words: list[str]) -> None:
    text = GOOD.replace(old, new, 1) if old else GOOD
    matter, problems = read_front_matter(Source("page.md", text), known=KNOWN)
    report = "\n".join(str(problem) for problem in problems)
    assert [word for word in words if word not in report] == [], report
    assert bool(words) == bool(problems)
    assert words or matter
