"""The quick way of reading a record says what the careful way says, or nothing at all."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from records import Source, parse, read_source
from records.quick import quick_record

SAMPLES = sorted((ROOT / "docs/data/instructors").glob("*/*.yml"))
PLAIN = """\
# A comment above all fields.
name: Zoë Nguyễn-O'Brien
town: 臺北
phone: +44 1632 960123
quote: 'Tom & Jerry: a, b # c'
other: "it's [1]"
languages: [en, zh-Hant, 1.5]
empty_below:
  from: -5
  website: https://a.example/?b=1#c
classes:
  - title: One
    start: 2027-01-12 18:30
  - title: Two
    words:
      - no "signs"
items:
  - one
  - two (or three)
about: >-
  A first
  paragraph.

  Another one: with "signs" # and all.
more: |-
  line
  - line

  line
"""


def careful(text: str) -> Any:
    """The data of a text that is read without any problem; None of any other."""
    record, problems = parse(Source("f.yml", text))
    return record.data if record and not problems else None


def check(text: str) -> bool:
    """Whether it was read quickly; then the careful way reads the same, without a word."""
    quick = quick_record(text)
    if quick is None:
        return False
    assert (quick, parse(Source("f.yml", text))[1]) == (careful(text), [])
    return True


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_file_of_a_sample_person_is_read_quickly(path: Any) -> None:
    source = read_source(path, ROOT)
    assert isinstance(source, Source)
    assert check(source.text)


READ = {
    "a: b\n": {"a": "b"},
    "# c\n#\na: b\n": {"a": "b"},
    "a: -5\nb: +44\nc: (d\n": {"a": "-5", "b": "+44", "c": "(d"},
    "a: b:c#d [e], {f} 'g\n": {"a": "b:c#d [e], {f} 'g"},
    "a: null\nb: no\nc: 012\nd: 1:30\n": {"a": "null", "b": "no", "c": "012", "d": "1:30"},
    "a: 'b: c'\nb: \"c # d\"\n": {"a": "b: c", "b": "c # d"},
    "a: [b]\nc: [d, e f, g-h]\n": {"a": ["b"], "c": ["d", "e f", "g-h"]},
    "a:\n  b: c\nd: e\n": {"a": {"b": "c"}, "d": "e"},
    "a:\n  - b\n  - c\n": {"a": ["b", "c"]},
    "a:\n  - b: c\n    d: e\n  - b: f\n": {"a": [{"b": "c", "d": "e"}, {"b": "f"}]},
    "a: >-\n  b\n  c\n": {"a": "b c"},
    "a: >-\n  b\n\n  c\n\n\n  d\n\n\n\n  e\n": {"a": "b\nc\n\nd\n\n\ne"},
    "a: >-\n  b\n\n\nc: d\n": {"a": "b", "c": "d"},
    "a: |-\n  b\n\n  c: d # e\n": {"a": "b\n\nc: d # e"},
    "a:\n  b: |-\n    c\n  d: e\n": {"a": {"b": "c", "d": "e"}},
    "a: e\u0301\nb: ب\u200cب\n": {"a": "e\u0301", "b": "ب\u200cب"},
}
LEFT = {
    "nothing": "",
    "a blank line": "a: b\n\nc: d\n",
    "no end of the last line": "a: b",
    "a comment below a field": "a: b\n# c\n",
    "a comment behind a value": "a: b # c\n",
    "a colon in a text": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "a blank at the end": "a: b \n",
    "a tab": "a: b\tc\n",
    "a field twice": "a: b\na: c\n",
    "nothing behind a field": "a:\nb: c\n",
    "a text that goes on": "a: b\n  c\n",
    "a list beside its field": "a:\n- b\n",
    "fields further in": "a:\n    b: c\n",
    "a list in a list": "a:\n  - - b\n",
    "a text that begins with a mark": "a: @b\n",
    "a quote in quotes": "a: 'b''c'\n",
    "a code in quotes": 'a: "b\\tc"\n',
    "empty quotes": "a: ''\n",
    "an empty list": "a: []\n",
    "a map between brackets": "a: {b: c}\n",
    "quotes in a list": "a: ['b']\n",
    "another kind of block": "a: |\n  b\n",
    "a block with a line further in": "a: >-\n  b\n    c\n",
    "a block that begins with a blank line": "a: >-\n\n  b\n",
    "an empty block": "a: >-\nb: c\n",
    "two records": "---\na: b\n",
    "capitals in a name": "A: b\n",
    "a hidden character": "a: b\u200bc\n",
    "a hidden character in a comment": "# \u202e\na: b\n",
    "a mark without a letter": "a: \u0301b\n",
    "more values than a record has": f"a: [{'b, ' * 12_000}b]\n",
    "fields in fields in fields": "".join(f"{'  ' * depth}a:\n" for depth in range(12)) + f"{'  ' * 12}a: b\n",
    "a name longer than YAML takes": f"{'b' * 1030}: c\n",
}


@pytest.mark.parametrize("text", READ)
def test_a_plain_form_is_read_quickly(text: str) -> None:
    assert quick_record(text) == READ[text]
    assert careful(text) == READ[text]


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_everything_else_is_left_to_the_careful_way(text: str) -> None:
    assert quick_record(text) is None


TEXTS = [PLAIN, *(path.read_text("utf-8") for path in SAMPLES)]
WINDOWS = st.builds(
    lambda text, first, count: "".join(text.splitlines(keepends=True)[first : first + count]),
    st.sampled_from(TEXTS),
    st.integers(0, 40),
    st.integers(1, 12),
)
"""A few lines of a file that is in plain form."""

MARKS = [*"'\"#:-[]{}&*!|>%@`,?~<=\\()_+./", " ", "  ", "\n", "\t", "\r", "\0", "é", "臺", "5", "A"]
HIDDEN = ["\u202e", "\u200b", "\u200c", "\u200d", "\ufe0f", "\ufeff", "\u00a0", "\u3000", "\u0301", "\u0301" * 4]
HIDDEN += ["\x85", "\u2028", "\ufffd", "\ue000", "\U000e0041", "\U0001fffe", "👩\u200d👧", "क\u094d\u200d"]
PARTS = ["a: ", "a:", "- ", "- a: ", "---\n", "...\n", "? ", ": ", ":\n", " #", "# ", " \n", "\n\n", "\n  ", "\n    "]
PARTS += [
    ": >-\n",
    ": |-\n",
    ": |\n",
    ": >+\n",
    ": |2-\n",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "null",
    "''",
    '""',
    "[]",
    ", ",
]
SIGNS = st.sampled_from(MARKS + HIDDEN + PARTS)


def changed(text: str, kind: str, place: int, sign: str) -> str:
    """``text`` with one change, at a place that is counted from its beginning and round again."""
    if kind in ("insert", "replace", "cut"):
        at = place % (len(text) + 1)
        return text[:at] + ("" if kind == "cut" else sign) + text[at + (kind != "insert") :]
    lines = text.splitlines(keepends=True) or [""]
    at = place % len(lines)
    line = {"in": f" {lines[at]}", "out": lines[at].removeprefix(" "), "twice": lines[at] * 2, "gone": ""}[kind]
    return "".join([*lines[:at], line, *lines[at + 1 :]])


CHANGES = st.tuples(
    st.sampled_from(["insert", "replace", "cut", "in", "out", "twice", "gone"]), st.integers(0, 2000), SIGNS
)


@given(WINDOWS, st.lists(CHANGES, max_size=4))
def test_a_changed_file_is_read_as_the_careful_way_reads_it(text: str, changes: list[tuple[str, int, str]]) -> None:
    for change in changes:
        text = changed(text, *change)
    check(text)


NAMES = st.sampled_from("abcdefgh")
HONEST = st.sampled_from(["x", "x y", "é #x", "5", "[x, y z]", "'x: y'", '"x # y"', "-5", "x:y"])
FIELDS = st.tuples(NAMES, HONEST).map(": ".join)
NESTED = st.sampled_from(
    ["{}:\n  {}\n", "{}:\n  - {}\n", "{}:\n  - {}\n    i: x\n", "{}: >-\n  {}\n", "{}:\n  i: |-\n    {}\n"]
)
GROUPS = st.one_of(
    FIELDS.map("{}\n".format),
    st.builds(lambda frame, name, inside: frame.format(name, inside), NESTED, NAMES, FIELDS | HONEST),
)
"""One field of a record with all that stands below it."""


@given(st.lists(GROUPS, max_size=5).map("".join), st.lists(CHANGES, max_size=3))
def test_any_fields_are_read_as_the_careful_way_reads_them(text: str, changes: list[tuple[str, int, str]]) -> None:
    for change in changes:
        text = changed(text, *change)
    check(text)


ODD_LINES = st.tuples(st.sampled_from(["  ", "", "   ", "    "]), SIGNS).map("".join)
BLOCK_LINES = st.sampled_from(["  x", "  x y", "  - x", "  # x", "  a: x", "  é", ""]) | ODD_LINES


@given(st.sampled_from([">-", "|-"]), st.lists(BLOCK_LINES, max_size=6), st.sampled_from(["", "b: c\n"]))
def test_any_block_of_text_is_read_as_the_careful_way_reads_it(mark: str, lines: list[str], after: str) -> None:
    check(f"a: {mark}\n  x\n" + "".join(f"{line}\n" for line in lines) + after)


FRAMES = ["a: {}\n", "a: {}\nb: c\n", "a: [b, {}]\n", "a:\n  - {}\n", "a: '{}'\n", 'a: "{}"\n', "# {}\na: b\n"]
FRAMES += ["a: >-\n  {}\n  {}\n", "a: |-\n  b\n  {}\n"]
CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from(MARKS + HIDDEN)


@given(st.sampled_from(FRAMES), st.lists(CHARACTERS, max_size=20).map("".join))
def test_any_value_is_read_as_the_careful_way_reads_it(frame: str, value: str) -> None:
    check(frame.replace("{}", value))
