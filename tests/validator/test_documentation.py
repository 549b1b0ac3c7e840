"""The list, the explanations and the page of rules say what the rules say, and are fresh."""

from __future__ import annotations

import pytest
from conftest import ROOT
from validator.documentation import explained, listed, rules_page
from validator.fresh import made
from validator.rule import Rule, all_rules

EXAMPLE = Rule(
    name="duplicate-id",
    kind="html",
    code="H101",
    level="error",
    group="house",
    documentation="""Two elements of a `<page>` have the same *id*,
which is one too many.

A link leads to the first one only.

Bad:
    <h2 id="a">

    <h2 id="a">

Good:
    <h2 id="b">
""",
    check=lambda page, project: iter(()),
)


def test_the_list_has_a_line_for_each_rule() -> None:
    assert listed([EXAMPLE]) == (
        "H101  duplicate-id  error    Two elements of a `<page>` have the same *id*, which is one too many."
        " [only where the group house is turned on]\n"
    )


def test_an_explanation_holds_everything() -> None:
    assert (
        explained(EXAMPLE)
        == """\
H101 duplicate-id (error, in a built page) [only where the group house is turned on]

Two elements of a `<page>` have the same *id*, which is one too many.

A link leads to the first one only.

Bad:
    <h2 id="a">

    <h2 id="a">

Good:
    <h2 id="b">

To allow it: <!-- allow duplicate-id: why --> in the page, or `allow` in pyproject.toml.
"""
    )


def test_the_page_gives_each_rule_an_address_and_prints_its_words_as_words() -> None:
    page = rules_page([EXAMPLE], "# Rules\n")
    assert (
        page.partition("## In a built page")[2].partition("\n## ")[0]
        == """ { #html }

### H101 duplicate-id { #h101 }

An error. Two elements of a `<page>` have the same \\*id\\*, which is one too many.

A link leads to the first one only.

It runs only where the group `house` is turned on.

Reported:

````
<h2 id="a">

<h2 id="a">
````

Not reported:

````
<h2 id="b">
````
"""
    )


@pytest.mark.parametrize(
    ("path", "text"), list(made(ROOT)), ids=lambda value: value if value.startswith("docs") else ""
)
def test_what_is_made_from_the_rules_is_fresh(path: str, text: str) -> None:
    assert (ROOT / path).read_text("utf-8") == text, "run: PYTHONPATH=scripts .venv/bin/python -m validator.fresh"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: f"{rule.kind}/{rule.name}")
def test_a_rule_begins_with_a_whole_sentence_of_its_own(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert [other.code for other in all_rules() if other.summary == rule.summary] == [rule.code]
