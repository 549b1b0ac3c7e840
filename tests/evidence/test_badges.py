"""How sure we are stands beside a link in words, once, and with the people for whom it holds."""

from __future__ import annotations

import pytest
from conftest import ROOT
from evidence.badges import badge
from evidence.library import load_library

LIBRARY, _ = load_library(ROOT, ROOT / "docs/en")
assert LIBRARY


@pytest.mark.parametrize(
    ("claim", "text", "words", "grade"),
    [
        ("colic", "Studies disagree", "very weak evidence", "Very low"),
        ("colic", "<em>Very weak</em> evidence", "", "Very low"),
        ("colic", "", "very weak evidence", "Very low"),
        ("lymph", "No research found", "", "No research"),
        ("lymph", "Only an idea", "no research found", "No research"),
        ("doll", "What IAIM says about the doll", "", "What IAIM says"),
        (
            "growth",
            "One review",
            "weak evidence for length, very weak evidence for weight",
            "Low for length, very low for weight",
        ),
        (
            "premature-growth",
            "Weak studies",
            "weak evidence for premature babies",
            "Low to moderate for premature babies",
        ),
        (
            "brain",
            "One small study",
            "weak evidence for premature babies, no research found for babies born on time",
            "Low for premature babies, no research for babies born on time",
        ),
    ],
)
def test_a_badge_says_how_sure_we_are_and_for_whom(claim: str, text: str, words: str, grade: str) -> None:
    assert LIBRARY
    assert badge(LIBRARY.claims[claim], text, LIBRARY.vocabulary) == (words, grade)


def test_claims_bring_their_sources_once_in_order_and_only_those_that_may_be_shown() -> None:
    assert LIBRARY
    found = [one.key for one in LIBRARY.references_for(["poo", "jaundice"], ["aap2022", "lin2015"])]
    assert found == ["lin2015", "mrljak2022", "aap2022"]  # bilirubin2019 has no authors yet
