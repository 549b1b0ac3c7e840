"""What programs and reference managers get, byte by byte.

After a change on purpose: `PYTHONPATH=scripts:tests python tests/evidence/test_outputs.py` writes the golden files anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT
from evidence.bibliography import Name, parts, short_name
from evidence.bibtex import bibtex, escaped
from evidence.csl import csl_json
from evidence.entries import rows, topics
from evidence.library import Library, load_library
from evidence.open_data import claims_json, schema_text
from evidence.references import Reference

GOLDEN = Path(__file__).parent / "golden"
FOUND, PROBLEMS = load_library(ROOT, ROOT / "docs/en")
assert FOUND, PROBLEMS
LIBRARY: Library = FOUND
FEW = ["attachment", "brain", "premature-growth", "poo", "mucus", "dopamine", "countries"]
SMALL = replace(LIBRARY, claims={name: LIBRARY.claims[name] for name in FEW})
KEYS = [
    "bennett2013",
    "aap2022",
    "agarwal2000",
    "jspog2018",
    "cuh",
    "heiser1994",
    "pinero2020",
    "danby2013",
    "acolet1993",
]
CITED = [LIBRARY.references[key] for key in KEYS]
FILES = {
    "claims.json": claims_json(SMALL, "https://massage.example/"),
    "claims.schema.json": schema_text(),
    "references.bib": bibtex(CITED),
    "references.csl.json": csl_json(CITED),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_for_programs_has_not_changed_by_accident(name: str) -> None:
    assert (GOLDEN / name).read_text("utf-8") == FILES[name]


def test_all_claims_fit_the_schema_that_lies_beside_them() -> None:
    data = json.loads(claims_json(LIBRARY, "https://massage.example"))
    assert list(jsonschema.Draft202012Validator(json.loads(schema_text())).iter_errors(data)) == []
    assert [claim["number"] for claim in data["claims"]] == [f"C{number:02}" for number in range(1, 56)]
    keys = {reference["key"] for reference in data["references"]}
    assert {key for claim in data["claims"] for key in claim["references"]} == keys


def test_nothing_that_nobody_has_seen_is_published() -> None:
    data = json.loads(claims_json(LIBRARY, "https://massage.example"))
    for reference in data["references"]:
        assert not set(reference) & set(reference.get("unverified", [])), reference["key"]
    hidden = {key for key, reference in LIBRARY.references.items() if not reference.may_be_shown}
    assert hidden >= {"mindell2018", "bilirubin2019", "field2016"}
    assert not {one["reference"] for claim in data["claims"] for one in claim["studied"]} & hidden


# Reference managers ---------------------------------------------------------------------------------------------------

SHOWN = [reference for reference in LIBRARY.references.values() if reference.may_be_shown]


def test_every_entry_is_one_that_tex_can_read() -> None:
    text = bibtex(SHOWN)
    entries = re.findall(r"^@(article|misc)\{(\w+),\n((?:  \w+ = \{.*\},\n)+)\}\n", text, re.MULTILINE)
    assert [key for _, key, _ in entries] == [reference.key for reference in SHOWN]
    for _, key, fields in entries:
        for name, value in re.findall(r"^  (\w+) = \{(.*)\},$", fields, re.MULTILINE):
            bare = value.replace("\\{", "").replace("\\}", "")
            assert bare.count("{") == bare.count("}"), key
            if name not in ("doi", "url"):
                assert not re.search(r"(?<!\\)[&%$#_~^]", value), (key, value)


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("massage & oil", r"massage \& oil"),
        ("50% of {all} #1_a $5", r"50\% of \{all\} \#1\_a \$5"),
        ("a~b^c\\d", r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
        ("Über 香取", "Über 香取"),
    ],
)
def test_what_tex_takes_for_commands_is_escaped(text: str, tex: str) -> None:
    assert escaped(text) == tex


CSL_FIELDS = {"id", "type", "author", "title", "container-title", "publisher", "issued", "volume", "issue", "page"}
CSL_FIELDS |= {"DOI", "PMID", "PMCID", "URL"}


def test_csl_items_have_the_fields_of_its_specification() -> None:
    for item in json.loads(csl_json(SHOWN)):
        assert {"id", "type", "title"} <= set(item) <= CSL_FIELDS
        assert item["type"] in ("article-journal", "document")
        assert ("container-title" in item) == (item["type"] == "article-journal")
        assert all(set(name) in ({"family", "given"}, {"literal"}) for name in item.get("author", []))


def reference(**fields: str) -> Reference:
    return Reference.model_validate({"title": "A title", "seen": "here", **fields})


@pytest.mark.parametrize(
    ("authors", "source", "doi", "names", "where", "short"),
    [
        (
            "Bennett C, St James Roberts I",
            "J Affect Disord 2001;63(1-3):201-7",
            "10.1000/x",
            [Name("Bennett", "C"), Name("St James Roberts", "I")],
            ("J Affect Disord", "63", "1-3", "201-7"),
            "Bennett 2001",
        ),
        ("A B, et al.", "BMC Pediatr 2016;16:146", "", [Name("A", "B")], ("BMC Pediatr", "16", "", "146"), "A 2001"),
        ("A B", "Cochrane 2013, Issue 4, CD1", "", [Name("A", "B")], ("Cochrane", "", "4", "CD1"), "A 2001"),
        ("A B", "Dev Med 2011", "10.1000/x", [Name("A", "B")], ("Dev Med", "", "", ""), "A 2001"),
        ("A B", "Dev Med 2011", "", [Name("A", "B")], ("", "", "", ""), "A 2001"),
        (
            "Moon RY; AAP Task Force",
            "P 2022;1:2",
            "",
            [Name("Moon", "RY"), Name("AAP Task Force")],
            ("P", "1", "", "2"),
            "Moon 2001",
        ),
        (
            "Cambridge Hospitals NHS",
            "A leaflet",
            "",
            [Name("Cambridge Hospitals NHS")],
            ("", "", "", ""),
            "Cambridge Hospitals NHS 2001",
        ),
        ("Trust, Oxford", "A leaflet", "", [Name("Trust, Oxford")], ("", "", "", ""), "Trust, Oxford 2001"),
        ("", "A leaflet", "", [], ("", "", "", ""), "A title 2001"),
    ],
)
def test_a_reference_is_taken_apart(
    authors: str, source: str, doi: str, names: list[Name], where: tuple[str, ...], short: str
) -> None:
    one = reference(authors=authors, source=source, year="2001", **({"doi": doi} if doi else {}))
    found = parts(one)
    assert ([*found.names], (found.journal, found.volume, found.issue, found.pages)) == (names, where)
    assert short_name(one) == short


# The page -------------------------------------------------------------------------------------------------------------


def test_every_claim_is_counted_once_under_its_weakest_grade() -> None:
    counts = {row.grade.value: row.count for row in rows(LIBRARY)}
    assert counts == {"high": 0, "moderate": 0, "low": 11, "very low": 17, "none": 21, "org": 6}
    assert sum(counts.values()) == len(LIBRARY.claims)


def test_an_entry_says_who_was_studied_and_how_many_in_words_and_as_a_circle() -> None:
    found = topics(LIBRARY, LIBRARY.references_for(LIBRARY.claims))
    entries = {entry.id: entry for group in found.values() for entry in group}
    assert [entry for group in found.values() for entry in group] == list(entries.values())
    groups = entries["growth"].groups + entries["colic"].groups + entries["myelin"].groups
    assert [(one.number, one.who, one.how, one.radius) for one in groups] == [
        (3860, "babies born on time", "31 studies in one review", 19.9),
        (None, "babies with colic", "1 trial with groups made by chance", None),
        (100, "babies with colic", "1 trial with groups made by chance", 3.2),
        (None, "premature babies", "1 plan for a trial", None),
    ]
    assert (entries["brain"].grades, entries["brain"].grade_line) == (
        "low none",
        "Low for premature babies, no research for babies born on time",
    )
    assert (len(entries["baby-sleep"].sources), entries["baby-sleep"].hidden) == (3, 2)


if __name__ == "__main__":
    for name, text in FILES.items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
