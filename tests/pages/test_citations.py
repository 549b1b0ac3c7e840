"""A link to a claim is found where it stands, and becomes words that say how sure we are."""

from __future__ import annotations

import pytest
from conftest import ROOT
from evidence.library import load_library
from pages.citations import Citation, address, citations, expand_citations, wrong_citations
from records.source import Source

LIBRARY, _ = load_library(ROOT, ROOT / "docs/en")
assert LIBRARY


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("[a](claim:colic)", [Citation("colic", 1, 5)]),
        ("Text\n\n- x ([a *b*](claim:baby-sleep))", [Citation("baby-sleep", 3, 14)]),
        ("[a](claim:colic) [b](claim:colic)", [Citation("colic", 1, 5), Citation("colic", 1, 22)]),
        ("[a][1]\n\n[1]: claim:milk", [Citation("milk", 3, 6)]),
        ('<a href="claim:milk">a</a>', [Citation("milk", 1, 10)]),
        ('[a](claim:milk "title")', [Citation("milk", 1, 5)]),
        ("[a](claim:)", [Citation("", 1, 5)]),
        ("`[a](claim:colic)`", []),
        ("```\n[a](claim:colic)\n```\n", []),
        ("<!-- [a](claim:colic) -->", []),
        ("[a](reclaim:colic) and claim:colic in words", []),
    ],
)
def test_citations_are_found_in_text_and_not_in_code(markdown: str, found: list[Citation]) -> None:
    assert citations(Source("page.md", markdown)) == found


@pytest.mark.parametrize(
    ("markdown", "listed", "problems"),
    [
        ("[a](claim:colic)", ["colic"], []),
        ("[a](claim:colic)", None, []),
        (
            "\n[a](claim:colics)",
            ["colic"],
            [
                'page.md:2:5: error unknown-claim: there is no claim "colics" in docs/data/evidence/claims.yml\n    fix: write colic'
            ],
        ),
        (
            "[a](claim:c20)",
            None,
            [
                'page.md:1:5: error unknown-claim: there is no claim "c20" in docs/data/evidence/claims.yml\n    fix: write colic'
            ],
        ),
        (
            "[a](claim:milk)",
            ["colic"],
            [
                'page.md:1:5: error unlisted-claim: this cites "milk", and the front matter does not list it among the page\'s claims\n'
                "    fix: add milk to claims: at the top of the page"
            ],
        ),
    ],
)
def test_a_wrong_citation_is_reported_at_its_place(
    markdown: str, listed: list[str] | None, problems: list[str]
) -> None:
    assert LIBRARY
    found = wrong_citations(Source("page.md", markdown), LIBRARY.claims, listed)
    assert [str(problem) for problem in found] == problems


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ('<p><a href="claim:colic">a <em>b</em></a></p>', "<p>[colic: a <em>b</em>]</p>"),
        ('<a href="claim:colic" title="t">a</a>, <a href="claim:x">b</a>', '[colic: a], <a href="claim:x">b</a>'),
        ('<a href="../claim/">a</a>', '<a href="../claim/">a</a>'),
    ],
)
def test_a_citation_is_drawn_and_an_unknown_one_stays_a_link(html: str, drawn: str) -> None:
    assert expand_citations(html, lambda name, text: None if name == "x" else f"[{name}: {text}]") == drawn


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("", "evidence/#colic"),
        ("./", "evidence/#colic"),
        ("parents/", "../evidence/#colic"),
        ("babies/relief/", "../../evidence/#colic"),
        ("evidence/", "#colic"),
    ],
)
def test_a_claim_is_reached_from_any_page(url: str, found: str) -> None:
    assert address("colic", url) == found
