"""What is allowed costs little, whatever stands in a page, and is never taken for something else."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from records.problem import Problem
from validator.allowances import Allowance, silence
from validator.choosing import chosen
from validator.engine import check
from validator.finding import Place
from validator.opening import open_project
from validator.parse.toml_places import TomlPlaces
from validator.rule import named
from validator.settings import Settings


def allowance(start: int, stop: int, name: str = "M101") -> Allowance:
    return Allowance("a.md", Place(), name, "why", "a.md", range(start, stop))


def problem(line: int) -> Problem:
    return Problem("a.md", line, 1, "broken-link", "x", code="M101")


spans = st.tuples(st.integers(1, 20), st.integers(0, 5)).map(lambda two: (two[0], two[0] + two[1]))


@given(st.lists(st.integers(1, 25), max_size=12), st.lists(spans, max_size=6))
def test_a_problem_is_silenced_exactly_when_a_comment_speaks_for_its_line(
    lines: list[int], given: list[tuple[int, int]]
) -> None:
    allowances = [allowance(*span) for span in given]
    left = list(silence([problem(line) for line in lines], allowances))
    assert [one.line for one in left] == sorted(
        line for line in lines if not any(start <= line < stop for start, stop in given)
    )
    counts = [sum(start <= line < stop for line in lines) for start, stop in given]
    assert [one.silenced for one in allowances] == counts


def seconds(number: int, root: Path) -> float:
    """Of processor time, for a page with so many comments and so many faults."""
    block = "<!-- allow M101: why -->\n[a](b.md)\n"
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Test\n")
    (root / "docs/index.md").write_text("# A\n\n" + block * number)
    start = time.process_time()
    assert check(open_project(root, date(2026, 11, 23), with_site=False), named("M101")) == []
    return time.process_time() - start


def test_ten_times_as_many_comments_take_about_ten_times_as_long(tmp_path: Path) -> None:
    short, long = seconds(100, tmp_path / "short"), seconds(1000, tmp_path / "long")
    assert long / short < 40


@given(st.text(st.sampled_from("[]{}\"'#=.\n\\ atolve"), max_size=60), st.text(st.sampled_from("alow"), max_size=5))
def test_a_place_is_found_in_anything_that_calls_itself_toml(text: str, name: str) -> None:
    for at in ((), (name,), ("allow", 0, name)):
        place = TomlPlaces(text, "tool.validate").of(at)
        assert 1 <= place.line <= text.count("\n") + 1
        assert 1 <= place.column <= max(map(len, text.split("\n"))) + 1


def test_rules_run_by_group_and_by_name_and_those_of_what_is_unread_always() -> None:
    unread = {rule.name for rule in chosen(Settings(), only=["duplicate-id"])} - {"duplicate-id"}
    assert unread == {"unreadable-settings", "unreadable-page", "unreadable-file"}
    house = {rule.code for rule in chosen(Settings(groups=("house",)))} - {rule.code for rule in chosen(Settings())}
    assert {"D101", "D401"} <= house
    assert "M101" not in {rule.code for rule in chosen(Settings(skip=("broken-link",)))}
    assert {rule.code for rule in chosen(Settings(), only=["broken_link"], skip=["W101"])} & {"M101", "W101"} == {
        "M101"
    }
