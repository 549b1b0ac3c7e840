"""The name of a file is an address: what can be one, and what is said otherwise."""

import pytest
from directory.identity import ID, check_path, folded, suggestion
from hypothesis import given
from hypothesis import strategies as st

ACCEPTED = ["maria-garcia-london", "abc", "a" * 60, "maria-garcia-london-2", "x-1", "con-air", "aux-cadiz", "andrea"]

REFUSED = {
    "ab": "bad-id",
    "a" * 61: "bad-id",
    "Maria": "bad-id",
    "maria_garcia": "bad-id",
    "maria garcia": "bad-id",
    "josé": "bad-id",
    "jose\u0301": "bad-id",
    "李娜": "bad-id",
    "ß": "bad-id",
    "ﬁona": "bad-id",
    "%2e%2e": "bad-id",
    "a.b": "bad-id",
    "🙂": "bad-id",
    "x ": "bad-id",
    "con": "reserved-id",
    "CON": "reserved-id",
    "aux": "reserved-id",
    "nul": "reserved-id",
    "com1": "reserved-id",
    "lpt9": "reserved-id",
    "ｃｏｎ": "reserved-id",
    **dict.fromkeys(("index", "404", "search", "assets", "sitemap", "feed", "sw", "admin", "api"), "reserved-id"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_address_is_accepted(name: str) -> None:
    assert check_path(f"docs/data/instructors/gb/{name}.yml") == []


@pytest.mark.parametrize(("name", "rule"), REFUSED.items())
def test_what_cannot_be_an_address_is_refused(name: str, rule: str) -> None:
    (problem,) = check_path(f"docs/data/instructors/gb/{name}.yml")
    assert problem.rule == rule


def test_the_whole_report() -> None:
    assert "\n".join(map(str, check_path("docs/data/instructors/uk/Zoë Müller.yml"))) == (
        'docs/data/instructors/uk/Zoë Müller.yml:1:1: error bad-id: the file name "Zoë Müller" becomes an address, and can have 3 to 60 of a-z, 0-9 and -\n'
        "    fix: rename the file, like zoe-muller.yml\n"
        'docs/data/instructors/uk/Zoë Müller.yml:1:1: error bad-folder: the folder "uk" is not a country in two small letters, like gb\n'
        "    fix: move the file into the folder of the person's country"
    )


@given(st.text())
def test_a_suggestion_is_always_an_address(name: str) -> None:
    assert ID.fullmatch(suggestion(name))
    assert check_path(f"gb/{suggestion(name)}.yml") == []


@given(st.text())
def test_folding_is_stable(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"), [("Ana", "ana"), ("José", "Jose\u0301"), ("ß", "ss"), ("ﬁ", "fi"), ("Ａ", "a")]
)
def test_names_that_a_computer_may_take_for_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)
