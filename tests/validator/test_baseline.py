"""A baseline accepts the faults that it lists, as often as it lists them, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from records.door import CouldNotRun
from records.problem import Problem
from validator.baseline import outdated, read_baseline, unknown, write_baseline
from validator.command import run


def fault(
    line: int, path: str = "a.md", rule: str = "broken-link", message: str = "no page", text: str = ""
) -> Problem:
    return Problem(path, line, 1, rule, message, written=text)


KNOWN: Final = [fault(3, text="gone.md"), fault(9, text="gone.md"), fault(4, rule="empty-heading", message="empty")]
WRITTEN: Final = """\
{"known": [
  {"rule": "broken-link", "path": "a.md", "text": "gone.md", "count": 2},
  {"rule": "empty-heading", "path": "a.md", "text": "empty", "count": 1}
]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_baseline(tmp_path / "known.json", KNOWN)
    return tmp_path / "known.json"


def test_equal_faults_stand_on_one_line_with_their_number(file: Path) -> None:
    assert file.read_text("utf-8") == WRITTEN
    assert write_baseline(file, []) == 0
    assert file.read_text("utf-8") == '{"known": []}\n'
    assert read_baseline(file) == Counter()


@pytest.mark.parametrize(
    ("there", "new"),
    [
        (KNOWN, []),
        ([fault(1, text="gone.md"), fault(99, text="gone.md")], []),
        ([*KNOWN, fault(10, text="gone.md")], [fault(10, text="gone.md")]),
        ([fault(3, path="b.md", text="gone.md")], [fault(3, path="b.md", text="gone.md")]),
        ([fault(3, text="other.md")], [fault(3, text="other.md")]),
        ([fault(3, rule="wrong-case", text="gone.md")], [fault(3, rule="wrong-case", text="gone.md")]),
        ([fault(3, message="another message", text="gone.md")], []),
        ([fault(3, rule="empty-heading", message="full")], [fault(3, rule="empty-heading", message="full")]),
    ],
)
def test_what_is_not_listed_is_new(file: Path, there: list[Problem], new: list[Problem]) -> None:
    assert list(unknown(there, read_baseline(file))) == new


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("no icon (on 12 pages)", "no icon (on 13 pages)"),
        ("one more <h1>; the first stands in line 3", "one more <h1>; the first stands in line 4"),
    ],
)
def test_numbers_that_change_with_other_lines_make_no_new_fault(tmp_path: Path, before: str, after: str) -> None:
    write_baseline(tmp_path / "known.json", [fault(1, message=before)])
    assert list(unknown([fault(1, message=after)], read_baseline(tmp_path / "known.json"))) == []


HEARD: Final = frozenset({"broken-link", "empty-heading"})
MENDED: Final = 'broken-link "gone.md" in a.md is mended, and this entry would hide the next one'
HALF: Final = 'of 2 times broken-link "gone.md" in a.md, 1 is mended, and this entry would hide new ones'
EMPTY: Final = 'empty-heading "empty" in a.md is mended, and this entry would hide the next one'


@pytest.mark.parametrize(
    ("there", "heard", "expected"),
    [
        (KNOWN, HEARD, []),
        (KNOWN[1:], HEARD, [(2, HALF, "write 1 as its count")]),
        (KNOWN[2:], HEARD, [(2, MENDED, "take the line out")]),
        ([], HEARD, [(2, MENDED, "take the line out"), (3, EMPTY, "take the line out")]),
        ([], frozenset({"empty-heading"}), [(3, EMPTY, "take the line out")]),
    ],
)
def test_an_entry_that_stands_for_no_fault_any_more_is_told(
    file: Path, there: list[Problem], heard: frozenset[str], expected: list[tuple[int, str, str]]
) -> None:
    found = outdated(file, there, read_baseline(file), heard)
    assert [(one.line, one.message, one.fix) for one in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"known": {"a": 1}}',
        '{"known": [{"rule": "a", "path": "b", "text": "c"}]}',
        '{"known": [{"rule": "a", "path": "b", "text": "c", "count": 0}]}',
        '{"known": [{"rule": "a", "path": "b", "text": "c", "count": true}]}',
        '{"known": [{"rule": 1, "path": "b", "text": "c", "count": 1}]}',
        '{"known": ' + "[" * 100_000,
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    with pytest.raises(CouldNotRun, match="is no list of known faults"):
        read_baseline(tmp_path / "known.json")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="there is no file"):
        read_baseline(tmp_path / "known.json")


@pytest.fixture
def validate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the validator in a folder with two pages, on its broken links alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Old\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Old\n\n[Gone](gone.md)\n", encoding="utf-8")
    return lambda *more: run(["--source", ".", "--only", "M101", "--baseline", "known.json", *more], tmp_path)


def test_the_faults_of_an_old_site_pass_and_new_ones_fail(
    tmp_path: Path, validate: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert validate("--write-baseline") == 0
    assert capsys.readouterr().out == "1 known fault written to known.json\n"
    assert validate() == 0
    (tmp_path / "docs/index.md").write_text("# Old\n\nWords.\n\n[Gone](gone.md) [Away](away.md)\n", encoding="utf-8")
    capsys.readouterr()
    assert validate("--format", "json") == 1
    assert [one["written"] for one in json.loads(capsys.readouterr().out)["problems"]] == ["away.md"]
    assert validate("--write-baseline") == 0
    assert validate("--strict") == 0


def test_the_file_must_be_named(tmp_path: Path) -> None:
    with pytest.raises(CouldNotRun, match="--write-baseline needs to know the file"):
        run(["--write-baseline"], tmp_path)
