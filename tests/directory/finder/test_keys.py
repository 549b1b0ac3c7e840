"""What counts of a text in a search.  tests/browser/test_finder_engine.py compares the key with the browser's."""

from __future__ import annotations

import pytest
from directory.outputs.finder.keys import key, without_apostrophes, without_article
from hypothesis import given
from hypothesis import strategies as st

ONE_KEY = [
    ("nurnberg", "Nürnberg", "NÜRNBERG", "Nu\u0308rnberg", " nurnberg "),
    ("lodz", "Łódź", "lodz", "ŁÓDŹ"),
    ("strasse", "Straße", "STRASSE", "strasse"),
    ("tromso", "Tromsø", "TROMSØ"),
    ("izmir", "İzmir", "Izmir", "ızmir"),
    ("aix en provence", "Aix-en-Provence", "aix en  provence", "Aix–en–Provence"),
    ("s hertogenbosch", "'s-Hertogenbosch", "’s Hertogenbosch"),
    ("nuku alofa", "Nuku‘alofa", "Nuku'alofa", "Nukuʻalofa", "nuku alofa"),
    ("saint gallen", "St. Gallen", "st gallen", "Saint Gallen"),
    ("sainte foy", "Ste-Foy", "Sainte Foy"),
    ("bury saint edmunds", "Bury St Edmunds", "bury st. edmunds"),
    ("st", "St", "st."),
    ("αθηνα", "Αθήνα", "ΑΘΗΝΑ", "αθηνα"),
    ("κορινθοσ", "Κόρινθος", "ΚΟΡΙΝΘΟΣ"),
    ("киів", "Київ", "КИЇВ"),
    ("شيراز", "شیراز", "شيراز"),
    ("山本 さくら", "山本　さくら"),
    ("か", "が", "か"),
    ("", "", "!!!", " - ", "\u0301"),
]


@pytest.mark.parametrize(("expected", "spellings"), [(case[0], case[1:]) for case in ONE_KEY])
def test_what_people_mean_alike_has_one_key(expected: str, spellings: tuple[str, ...]) -> None:
    assert [key(one) for one in spellings] == [expected] * len(spellings)


@pytest.mark.parametrize(
    ("town", "bare"),
    [
        ("le havre", "havre"),
        ("the hague", "hague"),
        ("los angeles", "angeles"),
        ("a coruna", "coruna"),
        ("s hertogenbosch", "hertogenbosch"),
        ("el ain", "ain"),
        ("la", "la"),
        ("le po", "le po"),
        ("leeds", "leeds"),
        ("theale", "theale"),
    ],
)
def test_an_article_may_be_left_out_where_enough_of_a_name_remains(town: str, bare: str) -> None:
    assert without_article(town) == bare


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("Siobhán O'Connor", "Siobhán OConnor"),
        ("Élodie D’Arcy", "Élodie DArcy"),
        ("'t Hart", "'t Hart"),
        ("5' 6", "5' 6"),
    ],
)
def test_an_apostrophe_inside_a_word_may_be_left_out(name: str, joined: str) -> None:
    assert without_apostrophes(name) == joined


@given(st.text())
def test_a_key_is_its_own_key_and_has_single_blanks(text: str) -> None:
    found = key(text)
    assert key(found) == found
    assert found == " ".join(found.split())
