"""How sure we are, for those who see it, hear it, filter it, print it or have no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser.conftest import Visit
from browser.test_every_page import faults_by_axe
from conftest import ROOT
from evidence.library import load_library
from playwright.sync_api import expect

Open = Callable[..., Visit]
LIBRARY, _ = load_library(ROOT, ROOT / "docs/en")
assert LIBRARY
CLAIMS = LIBRARY.claims


def test_a_badge_is_heard_with_its_grade_and_followed_by_keyboard_to_the_claim(visit: Open) -> None:
    look = visit(360)
    page = look.go("babies/relief/")
    badge = page.get_by_role("link", name="Studies disagree, very weak evidence (Grade: Very low)", exact=True)
    expect(badge).to_have_text("Studies disagree, very weak evidence (Grade: Very low)")
    badge.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/#colic")
    claim = page.locator("#colic")
    expect(claim.get_by_role("heading", name="Can massage ease colic and wind?")).to_be_in_viewport()
    expect(claim.get_by_text("What research says", exact=True)).to_be_visible()
    look.check()


def test_a_grade_is_told_by_more_than_colour(visit: Open) -> None:
    page = visit(360, forced_colors="active").go("babies/relief/#colic")
    badge = page.locator("a.claim-badge[href$='#colic']")
    steps = badge.locator("rect").evaluate_all("(steps) => steps.map((step) => step.getBoundingClientRect().height)")
    assert steps == sorted(steps)
    assert len(set(steps)) == 4
    expect(badge).to_contain_text("very weak evidence")


def test_the_picture_has_a_name_a_text_and_a_table_that_say_the_same(visit: Open) -> None:
    page = visit(360, javascript=False).go("evidence/")
    picture = page.get_by_role("img", name="How sure we are of each claim")
    told = picture.locator("desc").text_content()
    assert told == (
        "High: 0, Moderate: 0, Low: 11, Very low: 17, No research: 21, What IAIM says: 6. all together: 55."
    )
    assert picture.locator("rect").count() == len(CLAIMS)
    page.get_by_text("The picture as a table").click()
    rows = page.get_by_role("table", name="How sure we are of each claim").get_by_role("row").all_inner_texts()
    assert [re.split(r"[:\t]", row)[::2] for row in rows[1:-1]] == [
        part.split(": ") for part in told.split(". ")[0].split(", ")
    ]


def test_every_claim_stands_under_its_id_with_its_answer_without_javascript(visit: Open) -> None:
    page = visit(360, javascript=False).go("evidence/")
    shown = page.locator(".claim").evaluate_all(
        """(claims) => claims.map((claim) => [claim.id,
            claim.querySelector(".claim__question").textContent, claim.querySelector(".claim__answer").textContent])"""
    )
    assert sorted(shown) == sorted([name, claim.question, claim.wording] for name, claim in CLAIMS.items())
    assert page.locator(".claim:visible").count() == len(CLAIMS)
    page.get_by_role("navigation", name="Go to a topic").get_by_role("link", name="Calm and sleep").click()
    expect(page.get_by_role("heading", name="Calm and sleep")).to_be_in_viewport()
    page.locator("#baby-sleep summary").click()
    expect(page.locator("#baby-sleep").get_by_role("link", name="Rezaei 2023")).to_be_visible()


@pytest.mark.parametrize(
    ("topic", "grade", "claims"),
    [
        ("Aches and discomfort", "Low", ["needle-pain", "jaundice"]),
        ("Body, growth and learning", "Low", ["digestion", "brain", "learning", "growth", "premature-growth"]),
        ("What classes are like", "every grade", [name for name, one in CLAIMS.items() if one.topic == "classes"]),
        ("You as a parent", "What IAIM says", []),
    ],
)
def test_the_filter_narrows_the_list_and_says_how_far(visit: Open, topic: str, grade: str, claims: list[str]) -> None:
    look = visit(360)
    page = look.go("evidence/")
    page.get_by_label("Topic", exact=True).select_option(topic)
    page.get_by_label("Grade", exact=True).select_option(grade)
    assert page.locator(".claim:visible").evaluate_all("(claims) => claims.map((claim) => claim.id)") == claims
    expect(page.get_by_role("status").first).to_have_text(f"{len(claims)} of 55 claims shown")
    assert page.locator(".claim-list h2:visible").all_inner_texts() == ([topic] if claims else [])
    assert faults_by_axe(look) == []
    look.check()


def test_an_address_shows_its_claim_whatever_is_filtered(visit: Open) -> None:
    page = visit(360).go("evidence/")
    page.get_by_label("Topic", exact=True).select_option("What classes are like")
    page.evaluate("location.hash = 'milk'")
    expect(page.locator("#milk")).to_be_in_viewport()
    expect(page.locator("#milk").get_by_text("It is a common mix-up.")).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("55 of 55 claims shown")


def test_paper_shows_every_answer_with_what_research_says(visit: Open) -> None:
    page = visit(1280).go("evidence/")
    page.emulate_media(media="print")
    expect(page.locator("#milk").get_by_text("It is a common mix-up.")).to_be_visible()
    for hidden in (".claim-list__filter", ".claim-list__topics", "#milk summary"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("#ref-huhtala2000")).to_be_visible()


def test_sources_are_numbered_as_at_the_foot_of_the_page(visit: Open) -> None:
    page = visit(1280).go("evidence/")
    wrong = page.evaluate(
        """() => {
            const foot = [...document.querySelectorAll(".references__list > li")].map((item) => item.id);
            return [...document.querySelectorAll(".claim__more a")].filter((link) =>
                `#${foot[parseInt(link.textContent.match(/\\[(\\d+)\\]$/)[1], 10) - 1]}` !== link.hash).map((link) => link.textContent);
        }"""
    )
    assert wrong == []
