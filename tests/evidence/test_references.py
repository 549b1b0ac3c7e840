"""A reference is shown only when every detail a reader sees was seen in a source."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from evidence.references import Reference, load_references


def reference(**fields: object) -> Reference:
    return Reference.model_validate(
        {"title": "A title", "source": "A journal 2020;1:2", "seen": "example.org", **fields}
    )


def write(root: Path, text: str) -> Path:
    (root / "docs/data/evidence").mkdir(parents=True)
    (root / "docs/data/evidence/references.yml").write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("unverified", "shown"),
    [
        ((), True),
        (("findings",), True),
        (("pmcid",), True),
        (("authors",), False),
        (("year", "findings"), False),
    ],
)
def test_unseen_details_keep_a_reference_off_the_pages(unverified: tuple[str, ...], shown: bool) -> None:
    assert reference(unverified=unverified).may_be_shown is shown


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({"doi": "10.1/x", "pmid": "12"}, None),
        ({"doi": "10.1002/x.y", "pmid": "12"}, "https://doi.org/10.1002/x.y"),
        ({"pmid": "12", "url": "https://nhs.example/a"}, "https://pubmed.ncbi.nlm.nih.gov/12/"),
        ({"pmcid": "PMC12"}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"),
        ({"url": "https://nhs.example/a"}, "https://nhs.example/a"),
        ({}, ""),
    ],
)
def test_a_reference_links_to_the_address_that_lasts_longest(fields: dict[str, str], link: str | None) -> None:
    if link is None:
        with pytest.raises(ValueError, match="doi"):
            reference(**fields)
    else:
        assert reference(**fields).link == link


def test_all_references_of_the_project_are_accepted() -> None:
    references, problems = load_references(ROOT)
    assert [str(problem) for problem in problems] == []
    assert len(references) > 60
    assert all(entry.key == key for key, entry in references.items())


def test_a_faulty_reference_is_reported_at_its_line(tmp_path: Path) -> None:
    root = write(tmp_path, 'a2020:\n  title: "T"\n  source: "S"\n  seen: "x"\n  doi: "11.1/x"\n')
    references, problems = load_references(root)
    assert references == {}
    assert [str(problem).split(": ")[0] for problem in problems] == ["docs/data/evidence/references.yml:5:8"]
