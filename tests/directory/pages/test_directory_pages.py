"""Addresses, lists and shells of the directory, apart from any theme."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT
from directory import Directory
from directory.model import Instructor
from directory.outputs.paths import country_path, language_path, page_path, person_path, root, slug, town_path
from directory.outputs.place import PEOPLE_ON_A_PAGE, PlacePage, Places
from directory.outputs.profile import hidden_from_harvesters
from directory.outputs.shell import SLOTS, Marks, Shell, joined, mark
from directory.outputs.wording import Wording
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from pages.components import Components
from pages.words import load_words

TODAY = date(2026, 11, 23)
WORDS, _ = load_words(ROOT / "docs/en/_shared/directory.yml", ROOT)
WORDING = Wording(WORDS, "en_GB")


def many(directory: Directory, count: int, town: str = "London") -> Directory:
    """A directory of `count` people in one town of the United Kingdom."""
    one = directory.by_id["maria-garcia-london"]
    people = [Instructor.of(one, id=f"person-{number:05}", source="x", town=town) for number in range(count)]
    return Directory.of(people, directory.organisations, directory.today)


@pytest.mark.parametrize(
    ("town", "address"),
    [
        ("London", "london"),
        ("São Paulo", "sao-paulo"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Straßburg", "strassburg"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("القاهرة", "القاهرة"),
        ("上海市", "上海市"),
        ("Αθήνα", "αθηνα"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c?d#e%2f", "a-b-c-d-e-2f"),
        ("2", "town-2"),
        ("!!!", "town-x"),
    ],
)
def test_a_town_has_an_address_in_its_own_script(town: str, address: str) -> None:
    assert slug(town) == address


def test_addresses_of_people_countries_and_lists_never_meet(samples: Directory) -> None:
    paths = [page.path for page in Places(samples, WORDING).pages()]
    paths += [person_path(person.id) for person in samples.people]
    assert [path for path, count in Counter(paths).items() if count > 1] == []
    assert (country_path("GB"), town_path("GB", "Leeds"), language_path("pt-BR")) == (
        "instructors/gb/",
        "instructors/gb/leeds/",
        "instructors/language/pt-br/",
    )
    assert (page_path("a/", 1), page_path("a/", 2), root("instructors/gb/leeds/")) == ("a/", "a/2/", "../../../")


def pages_of(directory: Directory) -> dict[str, PlacePage]:
    return {page.path: page for page in Places(directory, WORDING).pages()}


def test_a_small_country_shows_its_people_by_town(samples: Directory) -> None:
    page = pages_of(samples)["instructors/gb/"]
    assert [group.name for group in page.groups] == sorted({person.town for person in samples.countries["GB"]})
    assert sum(len(group.people) for group in page.groups) == len(samples.countries["GB"])
    assert page.towns == []
    assert page.chapter
    assert page.chapter.country == "GB"


def test_a_large_country_lists_its_towns_and_a_large_town_is_cut_into_pages(samples: Directory) -> None:
    directory = many(samples, 5_000)
    pages = pages_of(directory)
    country = pages["instructors/gb/"]
    assert country.groups == []
    assert [(town.name, town.count) for town in country.towns] == [("London", "5000")]
    assert country.count == "5,000 instructors"
    town = [page for path, page in pages.items() if path.startswith("instructors/gb/london/")]
    assert len(town) == 5_000 / PEOPLE_ON_A_PAGE
    assert [person.path for page in town for group in page.groups for person in group.people] == [
        person_path(person.id) for person in directory.people
    ]
    assert [page.pager.here for page in town[:2] if page.pager] == ["Page 1 of 125", "Page 2 of 125"]
    assert len({page.heading for page in town}) == 125
    for before, after in pairwise(town):
        assert before.pager
        assert after.pager
        assert (before.pager.next, after.pager.previous) == (after.path, before.path)


def test_a_country_without_a_chapter_leads_to_the_international_association(samples: Directory) -> None:
    page = pages_of(samples)["instructors/jp/"]
    assert page.chapter
    assert (page.chapter.id, page.chapter_text) == (
        "iaim",
        "Ask International Association of Infant Massage (IAIM): it knows instructors who are not on this list.",
    )


def test_an_address_that_nobody_checked_says_so(samples: Directory) -> None:
    told = {page.path: page for page in Places(samples, WORDING).pages() if page.chapter}
    assert {page.chapter.checked for page in told.values() if page.chapter} == {True, False}
    for page in told.values():
        assert page.chapter
        assert page.chapter_text.endswith(WORDS["chapter_unchecked"]) is not page.chapter.checked


def test_removing_a_person_changes_no_other_address(samples: Directory) -> None:
    before = {person.id: person_path(person.id) for person in samples.people}
    for gone in samples.people:
        left = Directory.of([p for p in samples.people if p is not gone], samples.organisations, TODAY)
        assert {p.id: person_path(p.id) for p in left.people} == {k: v for k, v in before.items() if k != gone.id}


def test_a_list_goes_on_counting_on_its_next_page(samples: Directory) -> None:
    town = [page for path, page in pages_of(many(samples, 100)).items() if path.startswith("instructors/gb/london/")]
    assert [(page.first, len(page.people)) for page in town] == [(1, 40), (41, 40), (81, 20)]


def test_a_shell_is_filled_at_its_marks_and_keeps_the_rest() -> None:
    page = "a" + "".join(f"<{mark(slot)}>" for slot in sorted(SLOTS)) + mark("title") + "z"
    shell = Shell.of_page(page)
    filled = shell.fill({slot: slot.upper() for slot in SLOTS})
    assert filled == "a" + "".join(f"<{slot.upper()}>" for slot in sorted(SLOTS)) + "TITLEz"
    assert shell.fill({slot: mark("title") for slot in SLOTS}).count(mark("title")) == 6


@pytest.mark.parametrize("page", ["", mark("title"), "".join(map(mark, sorted(SLOTS))) + mark("other")])
def test_a_page_without_its_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="marks address, content"):
        Shell.of_page(page)


def test_any_template_can_be_cut_and_a_value_that_is_missing_is_an_error() -> None:
    assert Shell.cut("no mark").fill({}) == "no mark"
    assert Shell.cut(mark("a") + mark("b") + mark("a")).fill({"a": "1", "b": "2", "other": "3"}) == "121"
    with pytest.raises(KeyError, match="a"):
        Shell.cut(mark("a")).fill({})


@given(text=st.text() | st.sampled_from(["<b>", "a & b", "'", '"', "&amp;", mark("a")]))
def test_what_is_filled_in_is_escaped_once_unless_it_is_markup(text: str) -> None:
    shell = Shell.cut(f"<p title='{mark('a')}'>{mark('a')}</p>")
    filled = shell.fill({"a": text})
    assert filled == f"<p title='{escape(text)}'>{escape(text)}</p>"
    assert shell.fill({"a": Markup(text)}) == f"<p title='{text}'>{text}</p>"
    assert Shell.cut(mark("b")).fill({"b": filled}) == filled
    assert joined([filled, filled]) == filled + filled
    assert type(filled) is type(joined([])) is Markup


def test_each_macro_of_a_component_is_drawn_with_marks_and_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "components/kind"
    folder.mkdir(parents=True)
    (folder / "kind.html").write_text(
        "{% macro one(k) %}<b title='{{ words.of }}'>{{ k.name }}</b>{% endmacro %}\n{% macro fixed() %}{{ words.of }}{% endmacro %}\n",
        encoding="utf-8",
    )
    parts = Components(tmp_path, "en", words={"of": "Tom & Jerry"}).parts("kind", Marks())
    assert parts == {"one": f"<b title='Tom &amp; Jerry'>{mark('name')}</b>", "fixed": "Tom &amp; Jerry"}


def test_an_address_is_hidden_from_harvesters_and_not_from_readers() -> None:
    hidden = hidden_from_harvesters("mailto:a-1@b.example")
    assert hidden == "mailto&#58;a-1&#64;b&#46;example"
    assert hidden.unescape() == "mailto:a-1@b.example"


@given(text=st.text(st.characters(exclude_categories=["C"])))
def test_no_sign_of_an_address_is_left_in_clear(text: str) -> None:
    hidden = hidden_from_harvesters(text)
    assert re.fullmatch("(?:[A-Za-z0-9-]|&#[0-9]+;)*", hidden)
    assert hidden.unescape() == text


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("zh-Hant", "Chinese (Traditional Han)"),
        ("cmn-Hans", "cmn-Hans"),
    ],
)
def test_languages_are_named_in_the_words_of_the_site(tag: str, name: str) -> None:
    assert WORDING.language(tag) in (
        name,
        name.replace("Traditional Han", "Traditional"),
        "Mandarin Chinese (Simplified Han)",
    )


def test_every_choice_of_the_model_has_its_word() -> None:
    from directory.choices import Access, ClassStatus, Format, Special

    kinds = {"format": Format, "special": Special, "access": Access, "status": ClassStatus}
    missing = [f"{kind}_{one}" for kind, choices in kinds.items() for one in choices if f"{kind}_{one}" not in WORDS]
    assert missing == []


def test_all_words_are_used() -> None:
    code = "".join(path.read_text("utf-8") for path in _sources())
    unused = [
        name
        for name in WORDS
        if name not in code and name.split("_")[0] not in ("format", "special", "access", "status", "when")
    ]
    assert unused == []


def _sources() -> list[Path]:
    return [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "scripts/directory").rglob("*.py")]
