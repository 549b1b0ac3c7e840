"""What holds for every text: nothing raises, every problem lies inside its file, fixes and forms are stable."""

import string
import unicodedata
from datetime import date
from typing import Any

import pytest
import yaml
from directory import Entry
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from records import Problem, Source, judge, parse, show
from records.characters import spoofs
from records.fields import Email, HttpsUrl, IanaZone, IsoDate, LanguageTag, LocalDateTime, PersonName, Phone
from records.syntax import in_quotes

YAMLISH = st.text(
    alphabet=st.sampled_from(list("abN:- \n\t#'\"[]{}&*!|>%@`,?~<=0123\\ué\u202e\u200d\ufffd\x85")), max_size=80
)
WORDS = st.text(max_size=40)
FIELDS = {field.alias or name for name, field in Entry.model_fields.items()}
RECORDS = st.dictionaries(
    st.sampled_from(sorted(FIELDS)) | st.text(string.ascii_letters, min_size=1, max_size=9), WORDS, max_size=8
)


def inside(problem: Problem, text: str) -> bool:
    lines = text.split("\n")
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@settings(max_examples=1500)
@given(YAMLISH)
def test_any_text_is_read_or_refused_at_a_place_inside_it(text: str) -> None:
    record, problems = parse(Source("f.yml", text))
    assert record is not None or problems
    for problem in problems:
        assert inside(problem, text), (problem, text)
        assert problem.message
        assert problem.fix


@given(st.text(max_size=200))
def test_any_unicode_is_read_or_refused(text: str) -> None:
    record, problems = parse(Source("f.yml", text))
    assert record is not None or problems


@given(RECORDS)
def test_texts_in_quotes_come_back_as_they_were(values: dict[str, str]) -> None:
    honest = {name: value for name, value in values.items() if value.isprintable() and not list(spoofs(value))}
    text = "".join(f"{name}: {in_quotes(value)}\n" for name, value in honest.items())
    record, problems = parse(Source("f.yml", text))
    assert problems == []
    assert record is not None
    assert record.data == honest
    assert (yaml.load(text, yaml.BaseLoader) or {}) == honest


@given(RECORDS)
def test_any_record_is_judged_without_a_traceback(values: dict[str, str]) -> None:
    text = "".join(f"{name}: {in_quotes(value)}\n" for name, value in values.items())
    record, _ = parse(Source("f.yml", text))
    if record:
        instance, problems = judge(record, Entry)
        assert instance is None
        assert all(inside(problem, text) for problem in problems)


@given(st.text(max_size=60))
def test_a_type_accepts_what_it_made_and_otherwise_says_why(text: str) -> None:
    for kind in (PersonName, HttpsUrl, Email, Phone, LanguageTag, IanaZone):
        value = accepted(kind, text)
        assert value is None or accepted(kind, value) == value


def accepted(kind: Any, text: str) -> str | None:
    """What the type makes of the text; None after a fault that says what to do."""
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        return None if error.errors()[0]["ctx"]["fix"] else pytest.fail("no fix")


@given(st.text(max_size=30))
def test_names_stay_what_they_are(text: str) -> None:
    name = accepted(PersonName, text) or ""
    assert unicodedata.is_normalized("NFC", name)
    assert "\n" not in name


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert TypeAdapter(IsoDate).validate_python(day.isoformat()) == day
    assert TypeAdapter(LocalDateTime).validate_python(f"{day.isoformat()} 00:59").date() == day


@given(st.text())
def test_shown_text_cannot_move_or_hide_anything(text: str) -> None:
    shown = show(text)
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert not any(
        unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and one not in show(one) for one in shown
    )
    assert show(shown) == shown
