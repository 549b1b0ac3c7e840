"""Every page follows its pattern, so that a parent finds the answer, the safety box and the next step where they are."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT
from evidence.library import load_library
from pages.front_matter import FrontMatter, Known, Pattern, SafetyBox, read_front_matter
from records.source import Source

DOCS = ROOT / "docs/en"
FILES = sorted(path for path in DOCS.rglob("*.md") if "_shared" not in path.parts)
BENEFIT = ["not-sure", "claims-you-may-hear", "what-you-can-try", "when-to-ask-for-help", "next-step"]
GUIDANCE = DOCS / "is-now-a-good-time.md"
LIBRARY, _ = load_library(ROOT, DOCS)
assert LIBRARY
KNOWN = Known(date(2026, 11, 23), ["editors"], LIBRARY.references, LIBRARY.claims)
HEADING = re.compile(r"^(#{1,6}) (.+?)(?: \{ #([\w-]+) \})?$", re.MULTILINE)
NOT_FOR_READERS = re.compile(r"^```.*?^```|<!--.*?-->", re.DOTALL | re.MULTILINE)


def read(path: Path) -> tuple[FrontMatter, str]:
    text = path.read_text(encoding="utf-8")
    matter, problems = read_front_matter(Source(path.name, text), KNOWN)
    assert matter, [str(problem) for problem in problems]
    return matter, NOT_FOR_READERS.sub("", text.split("---\n", 2)[2])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", FILES, ids=[path.relative_to(DOCS).as_posix() for path in FILES])


def test_the_front_matter_is_complete(path: Path) -> None:
    assert read(path)[0]


def test_the_main_message_is_the_first_paragraph_under_the_only_title(path: Path) -> None:
    matter, body = read(path)
    levels = [len(marks) for marks, _, _ in HEADING.findall(body)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    first = [block.strip() for block in body.strip().split("\n\n") if block.strip()][1]
    assert first == matter.main_message


def test_headings_have_permanent_names_and_skip_no_level(path: Path) -> None:
    headings = HEADING.findall(read(path)[1])
    levels = [len(marks) for marks, _, _ in headings]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert max(levels) <= 3
    assert [text for marks, text, name in headings if len(marks) > 1 and not name] == []
    names = [name for _, _, name in headings if name]
    assert len(set(names)) == len(names)
    titles = [text for _, text, _ in headings]
    assert len(set(titles)) == len(titles)


def test_a_page_has_the_sections_of_its_pattern_in_order(path: Path) -> None:
    matter, body = read(path)
    names = [name for _, _, name in HEADING.findall(body)]
    wanted = BENEFIT if matter.pattern is Pattern.BENEFIT else ["next-step"]
    assert [name for name in names if name in wanted] == wanted


def test_advice_on_handling_a_baby_comes_with_a_safety_box(path: Path) -> None:
    matter, body = read(path)
    if matter.pattern in (Pattern.BENEFIT, Pattern.HOW_TO):
        assert matter.safety_box is not SafetyBox.NONE
        assert path == GUIDANCE or "is-now-a-good-time.md" in body


def test_no_page_gives_a_telephone_number_of_its_own(path: Path) -> None:
    prose = re.sub(r"`[^`\n]+`", "", read(path)[1])  # a page for editors may show how an address begins
    assert re.findall(r"tel:|\b(?:999|911|116 ?123)\b", prose) == []


def test_the_page_on_parents_offers_help_before_anything_else() -> None:
    body = read(DOCS / "parents.md")[1]
    sections = [name for marks, _, name in HEADING.findall(body) if marks == "##"]
    assert sections[0] == "low-mood-help"
    assert "(help:low-mood)" in body.split("\n## ")[1]


SEED_FACTS = {
    "babies/interaction.md": "hang on|cling|hold on, attachment, senses, love, empathy, imitat, tolerance, nurturing, respect",
    "babies/stimulation.md": "circulatory, digestive, hormon, immune, lymphatic, nervous, respiratory, vestibular, "
    "language, learning, muscle, tone, growth, poo, sensory integration, mind, myelin",
    "babies/relief.md": "wind, colic, constipat, cramps, growing pains, mucus, tension, teething, touch, no words",
    "babies/relaxation.md": "sleep, muscle tone, flexib, cope, states, calm, oxytocin, dopamine, serotonin, cortisol, "
    "norepinephrine",
    "parents.md": "cues, bond, self-esteem, confidence, relax, oxytocin, prolactin, sleep, milk, postnatal depression, "
    "other parents",
    "families.md": "fathers, brothers, sisters, grandparents, rivalry, conflict, calm, sleep, violence, health",
    "classes/what-to-expect.md": "welcome, quiet alert, pace, social|alone|meet, doll",
    "classes/why-a-certified-instructor.md": "70 countries, trained|training, medical",
}


@pytest.mark.parametrize(("page", "words"), SEED_FACTS.items(), ids=SEED_FACTS)
def test_every_fact_of_the_source_text_has_its_place(page: str, words: str) -> None:
    text = read(DOCS / page)[1].lower()
    missing = [word for word in words.split(", ") if not any(part in text for part in word.split("|"))]
    assert missing == []


@pytest.mark.parametrize("word", ["rivalry", "violence", "abuse"])
def test_harm_in_families_is_never_told_as_something_massage_changes(word: str) -> None:
    for path in FILES:
        matter, body = read(path)
        if matter.audience == "families":
            for section in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
                allowed = ("#claims-you-may-hear", "#what-we-do-not-claim", "#low-mood", "#get-help")
                assert word not in section.lower() or any(name in section.split("\n")[0] for name in allowed), path
