"""A claim is accepted only when its words say no more than is known; what is wrong is said at its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT
from evidence.claims import ID, Claim, Known, load_claims
from evidence.grades import Grade
from evidence.references import load_references
from evidence.schema import SCHEMAS, schema_text
from evidence.vocabulary import first_found, load_vocabulary
from evidence.wording import misfit

REFERENCES, _ = load_references(ROOT)
VOCABULARY, WRONG_WORDS = load_vocabulary(ROOT / "docs/en", ROOT)
assert VOCABULARY, WRONG_WORDS
KNOWN = Known(REFERENCES, VOCABULARY)
CLAIMS, PROBLEMS = load_claims(ROOT, KNOWN)

COLIC = """\
colic:
  number: C20
  topic: relief
  question: Can massage ease colic?
  said: Massage relieves colic.
  wording: Studies disagree on whether it eases colic.
  research: One trial found less crying.
  grades:
    - {grade: very low}
  studied:
    - {who: colic, number: 100, studies: 1, kind: trial, reference: sheidaei2016}
  references: [huhtala2000, sheidaei2016]
  last_reviewed: 2026-11-22
"""


def load(root: Path, text: str) -> tuple[dict[str, Claim], list[str]]:
    path = root / "docs/data/evidence/claims.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    claims, problems = load_claims(root, KNOWN)
    return claims, [str(problem).removeprefix("docs/data/evidence/claims.yml:") for problem in problems]


CASES = [
    (
        "[huhtala2000, sheidaei2016]",
        "[huhtala200, sheidaei2016]",
        '12:16: error unknown-reference: references has "huhtala200": this is no key of references.yml, so nobody could '
        "look it up\n    fix: write huhtala2000, or add the reference there",
    ),
    (
        "reference: sheidaei2016",
        "reference: sheidaei",
        '11:69: error unknown-reference: reference is "sheidaei": this is no key of references.yml, so nobody could look it up\n'
        "    fix: write sheidaei2016, or add the reference there",
    ),
    (
        "grade: very low",
        "grade: verylow",
        '9:15: error not-a-choice: grade is "verylow": only these can stand here: high, moderate, low, very low, none, org\n'
        "    fix: write very low",
    ),
    (
        "who: colic",
        "who: colics",
        '11:13: error not-a-choice: who is "colics": only these can stand here: everyone, term, preterm, newborns, jaundice, colic, '
        "down-syndrome, children, adults, mothers, first-time-mothers, low-mood, preterm-mothers, recovery, pairs, fathers, "
        "nurses\n    fix: write colic",
    ),
    (
        "Studies disagree on whether it eases colic.",
        "Massage helps with colic, but studies disagree.",
        '6:12: error too-strong: wording: "helps" says more than we know: the grade is very low\n    fix: say it with one of: not sure, '
        "do not know, too little, disagree*, differ*, no good evidence, need bigger studies, needs repeating",
    ),
    (
        "Studies disagree on whether it eases colic.",
        "It may ease colic.",
        "6:12: error unhedged: wording: nothing here tells a parent how sure we are: the grade is very low\n    fix: use one of: not sure, "
        "do not know, too little, disagree*, differ*, no good evidence, need bigger studies, needs repeating",
    ),
    (
        "grade: very low}",
        "grade: very low, who: preterm}",
        "6:12: error people-unnamed: wording: the grade holds for premature babies only, and the words do not say so\n"
        "    fix: name premature babies",
    ),
    (
        "ease colic?",
        "ease colic",
        '4:13: error not-a-question: question is "Can massage ease colic": this is what a parent would ask, so it ends with a question '
        "mark\n    fix: write Can massage ease colic?",
    ),
    (
        "wording:",
        "wordings:",
        '2:3: error missing-field: there is no "wording", and every record needs it\n    fix: add wording: and its value',
    ),
    (
        "number: C20",
        "number: 20",
        '2:11: error wrong-form: number is "20": it does not have the form ^C\\d{2}$\n    fix: compare it with another record',
    ),
]


@pytest.mark.parametrize(("old", "new", "report"), CASES, ids=[new for _, new, _ in CASES])
def test_a_fault_is_reported_at_its_place_with_one_thing_to_do(tmp_path: Path, old: str, new: str, report: str) -> None:
    assert old in COLIC
    claims, problems = load(tmp_path, COLIC.replace(old, new))
    assert claims == {}
    assert report in problems


def test_a_field_that_is_not_there_names_the_one_that_was_meant(tmp_path: Path) -> None:
    _, problems = load(tmp_path, COLIC.replace("wording:", "wordings:"))
    assert problems[-1].endswith("fix: write wording")


def test_an_id_that_comes_twice_is_reported_where_it_comes_again(tmp_path: Path) -> None:
    _, problems = load(tmp_path, COLIC + COLIC)
    assert problems[0] == (
        '14:1: error duplicate-key: "colic" is written twice, here and on line 1; one would be lost\n    fix: delete this line or line 1'
    )


def test_a_number_that_comes_twice_is_reported_where_it_comes_again(tmp_path: Path) -> None:
    _, problems = load(tmp_path, COLIC + COLIC.replace("colic:", "wind:", 1))
    assert problems == [
        '15:11: error written-twice: number: C20 is the number of "colic" already\n    fix: write a number that is free'
    ]


def test_a_whole_claim_is_read(tmp_path: Path) -> None:
    claims, problems = load(tmp_path, COLIC)
    assert problems == []
    assert [claims["colic"].number, claims["colic"].grade, claims["colic"].studied[0].number] == [
        "C20",
        "very low",
        100,
    ]


def graded(*grades: str) -> list[Any]:
    return [Claim.model_fields["grades"].annotation.__args__[0](grade=one) for one in grades]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("grades", "text", "rule"),
    [
        (["high"], "Massage helps.", None),
        (["high"], "Massage cures everything.", "too-strong"),
        (["moderate"], "Massage probably helps.", None),
        (["moderate"], "Massage helps.", "unhedged"),
        (["low"], "Massage may help.", None),
        (["low"], "Massage might soothe, and studies show it.", "too-strong"),
        (["low"], "Massage soothes.", "unhedged"),
        (["low"], "We are not sure.", None),  # weaker than the grade is always allowed
        (["low"], "We found no research on this.", None),
        (["low"], "IAIM says so.", "unhedged"),  # and what an organisation says is no answer
        (["very low"], "It may help.", "unhedged"),
        (["very low"], "It may help, but studies disagree.", None),
        (["none"], "We found no research on this.", None),
        (["none"], "It may help; we found no research.", "too-strong"),
        (["none"], "We are not sure.", "unhedged"),  # something was looked for, and nothing was there
        (["none"], "In May we found no research.", "too-strong"),  # a month reads like a hedge: say it in other words
        (["org"], "Instructors are taught to ask.", None),
        (["org"], "Research shows that instructors ask.", "too-strong"),
        (["org"], "Babies are asked.", "unhedged"),
        (["very low", "low"], "It may help.", None),  # the words fit the surest of several grades
    ],
)
def test_the_words_fit_the_grade(grades: list[str], text: str, rule: str | None) -> None:
    assert VOCABULARY
    found = misfit(text, graded(*grades), VOCABULARY)
    assert (found and found.rule) == rule


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("Results differ.", ("differ*",), "differ"),
        ("A different result", ("differ*",), "different"),
        ("Dismayed", ("may",), None),
        ("It MAY be", ("may",), "MAY"),
        ("too  little\nresearch", ("too little",), "too  little"),
        ("IAIM's classes", ("IAIM",), "IAIM"),
    ],
)
def test_a_phrase_is_found_as_whole_words(text: str, phrases: tuple[str, ...], found: str | None) -> None:
    assert first_found(text, phrases) == found


# The project's own claims --------------------------------------------------------------------------------------------


def test_every_claim_of_the_collection_is_there_once_and_accepted() -> None:
    assert [str(problem) for problem in PROBLEMS] == []
    assert [claim.number for claim in CLAIMS.values()] == [f"C{number:02}" for number in range(1, 56)]


def test_no_claim_has_the_highest_grade() -> None:
    assert not {Grade.HIGH, Grade.MODERATE} & {one.grade for claim in CLAIMS.values() for one in claim.grades}


def test_what_research_found_has_a_source_and_a_number_its_reference() -> None:
    unsourced = {name for name, claim in CLAIMS.items() if claim.grade in ("low", "very low") and not claim.references}
    assert unsourced == {"oxytocin", "parent-hormones"}  # "we do not know": there is no trial to name
    assert {claim.number for claim in CLAIMS.values() if claim.grade is Grade.ORG and not claim.seen} == set()
    for name, claim in CLAIMS.items():
        assert {one.reference for one in claim.studied} <= {*claim.references}, name


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_schemas_for_editors_are_fresh_and_accept_the_files(path: str) -> None:
    """Stale?  The docstring of evidence.schema.SCHEMAS has the line that writes them anew."""
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text == schema_text(path)
    file = (ROOT / "docs/data/evidence" / path.rsplit("/", 1)[1]).with_suffix(".yml").read_text("utf-8")
    seen = json.loads(json.dumps(yaml.safe_load(file), default=str))  # numbers as numbers, as an editor sees them
    assert list(jsonschema.Draft202012Validator(json.loads(text)).iter_errors(seen)) == []


def test_ids_are_words_that_can_stand_in_an_address() -> None:
    assert ID == "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
    assert set(CLAIMS) >= {"colic", "attachment", "baby-sleep", "milk", "myelin"}


def test_a_language_that_lacks_words_for_a_grade_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "docs/en/_shared/evidence.yml"
    file.parent.mkdir(parents=True)
    text = (ROOT / "docs/en/_shared/evidence.yml").read_text("utf-8")
    file.write_text(text.replace("  nurses: {name: nurses}\n", ""), encoding="utf-8")
    vocabulary, problems = load_vocabulary(tmp_path / "docs/en", tmp_path)
    assert vocabulary is None
    (problem,) = problems
    assert problem.path == "docs/en/_shared/evidence.yml"
    assert (problem.rule, problem.fix) == ("missing-words", "add nurses: and its words")
