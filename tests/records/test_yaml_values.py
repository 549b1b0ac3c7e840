"""What YAML 1.1 would guess, and what is read here: the text that a person sees."""

import pytest
from records import Source, parse

TRAPS = {
    "country: NO": "NO",  # False
    "name: Null": "Null",  # None
    "name: null": "null",
    "name: ~": "~",
    "phone: 0123456": "0123456",  # 42798
    "phone: +441632960123": "+441632960123",  # an int
    "time: 10:30": "10:30",  # 630
    "time: 09:30": "09:30",
    "a: off": "off",  # False
    "a: yes": "yes",
    "a: y": "y",
    "a: 1_000": "1_000",  # 1000
    "a: 1.10": "1.10",  # 1.1
    "a: .nan": ".nan",
    "a: .inf": ".inf",
    "a: 0x1F": "0x1F",
    "a: 0b11": "0b11",
    "a: 1e3": "1e3",
    "a: 2026-02-30": "2026-02-30",  # ValueError without a place
    "a: 2026-03-12": "2026-03-12",
    "a: 2026-03-12 10:30": "2026-03-12 10:30",
    "a: =": "=",
    "a: O'Brien": "O'Brien",
    "a: 'it''s'": "it's",
    'a: "caf\\u00e9"': "café",
    "a: x # a comment": "x",
    "a: x#no comment": "x#no comment",
    "a: ''": "",
    "a: -5": "-5",
    "a:": None,
    "a: # nothing": None,
    "a: |\n  two\n  lines\n": "two\nlines\n",
    "a: >-\n  one\n  line\n": "one line",
    "a: one\n  line": "one line",
    "a: د. محمد": "د. محمد",
    "a: 李娜": "李娜",
}


@pytest.mark.parametrize(("text", "value"), TRAPS.items())
def test_a_value_is_the_text_that_is_written(text: str, value: str | None) -> None:
    record, problems = parse(Source("f.yml", text))
    assert problems == []
    assert record is not None
    assert list(record.data.values()) == [value]


def test_an_empty_file_is_an_empty_record() -> None:
    for text in ("", "\n\n", "# nothing but a comment\n", "---\n", "---\n...\n"):
        record, problems = parse(Source("f.yml", text))
        assert problems == []
        assert record is not None
        assert record.data == {}


PLACES = """\
# a comment
name: Zoë
formats: [group, online]
"quoted key": x
classes:
  - title: 赤ちゃん   # wide letters count as one column each
    start: 2026-03-12 10:30
    end:
  -
    title: "two"
"""


@pytest.mark.parametrize(
    ("path", "place", "key_place"),
    [
        ((), (2, 1), (2, 1)),
        (("name",), (2, 7), (2, 1)),
        (("formats",), (3, 10), (3, 1)),
        (("formats", 1), (3, 18), (3, 18)),
        (("quoted key",), (4, 15), (4, 1)),
        (("classes", 0), (6, 5), (6, 5)),
        (("classes", 0, "title"), (6, 12), (6, 5)),
        (("classes", 0, "start"), (7, 12), (7, 5)),
        (("classes", 0, "end"), (8, 5), (8, 5)),  # nothing is written: its name
        (("classes", 0, "place"), (6, 5), (6, 5)),  # absent: what it would be part of
        (("classes", 1, "title"), (10, 12), (10, 5)),
        (("nowhere", 3, "at all"), (2, 1), (2, 1)),
    ],
)
def test_every_value_and_every_name_has_its_place(path, place, key_place) -> None:
    record, _ = parse(Source("f.yml", PLACES))
    assert record is not None
    assert record.place(path) == place
    assert record.key_place(path) == key_place


def test_front_matter_keeps_the_lines_of_its_file() -> None:
    record, problems = parse(Source("page.md", "title: x\ntags: [a\n"), first_line=2)
    assert record is None
    assert [(problem.line, problem.column) for problem in problems] == [(3, 7)]
