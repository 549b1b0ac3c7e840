"""`--fix`: what it changes, what it leaves alone, and that nothing is ever half-changed."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from records.problem import Problem
from validator.asking import answers_of, uses_of
from validator.choosing import chosen
from validator.engine import check
from validator.external import Kind, Verdict
from validator.fixing import fixed, rehearsed
from validator.mending import diff_of, planned, write_all
from validator.mending.text import Span, Text
from validator.opening import open_project
from validator.project import Project

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
DAY = date(2026, 11, 23)
QUIET = ("missing-main-heading", "unused-image", "orphan-page")
"""Rules that speak of other things than the cases."""


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in {"mkdocs.yml": "site_name: Test\n", **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8"))


def opened(root: Path, case: dict[str, Any]) -> tuple[Project, list[Problem]]:
    project = open_project(root, DAY)
    if "answers" in case:
        verdicts = [Verdict(**(answer | {"kind": Kind(answer["kind"])})) for answer in case["answers"]]
        project.answers = answers_of(verdicts, uses_of(project))
    rules = chosen(project.settings, case.get("only", ()), QUIET, external="answers" in case)
    return project, check(project, rules)


def bytes_below(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_sure_is_mended_and_shown_and_the_rest_is_left(case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, case["files"])
    before = bytes_below(tmp_path)
    project, problems = opened(tmp_path, case)
    rehearsal, shown = StringIO(), StringIO()
    assert rehearsed(project, problems, "", rehearsal) == problems
    assert bytes_below(tmp_path) == before
    left = fixed(project, problems, "", shown)
    diff = "".join(shown.getvalue().splitlines(keepends=True)[:-1])
    assert diff == case["diff"]
    assert rehearsal.getvalue().startswith(f"{diff}would mend ")
    assert "".join(f"{problem}\n" for problem in left) == case["left"]
    assert patched(before, diff, tmp_path) == bytes_below(tmp_path)


def patched(before: dict[str, bytes], diff: str, root: Path) -> dict[str, bytes]:
    """What the program `patch` makes of the files as they were."""
    copy = root.parent / f"{root.name}-patched"
    for path, data in before.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(data)
    if diff:
        subprocess.run(["git", "apply", "-p0", "-"], cwd=copy, input=diff.encode(), check=True)
    return bytes_below(copy)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_second_run_changes_nothing(case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path, case["files"])
    fixed(*opened(tmp_path, case), "", StringIO())
    after = bytes_below(tmp_path)
    again = {**case, "answers": []} if "answers" in case else case
    if "site/index.html" not in case["files"]:  # the built site is as old as it was
        assert planned(*opened(tmp_path, again)).files == ()
    fixed(*opened(tmp_path, again), "", StringIO())
    assert bytes_below(tmp_path) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf[a](familes.md)", b"\xef\xbb\xbf[a](families.md)"),
        (b"# A\r\n\r\n[a](familes.md)\r\n", b"# A\r\n\r\n[a](families.md)\r\n"),
        (b"# A\r\r[a](familes.md)\r", b"# A\r\r[a](families.md)\r"),
        (b"mixed\n\r\n[a](familes.md)\rlast", b"mixed\n\r\n[a](families.md)\rlast"),
        (
            "\u00e9\U0001f476 \u2028 [\u00e9](familes.md)\f".encode(),
            "\u00e9\U0001f476 \u2028 [\u00e9](families.md)\f".encode(),
        ),
        (b"[a](familes.md)  \n\n\n\n", b"[a](families.md)  \n\n\n\n"),
    ],
)
def test_line_ends_marks_and_endings_stay(before: bytes, after: bytes, tmp_path: Path) -> None:
    write(tmp_path, {"docs/families.md": "# Families\n"})
    page = tmp_path / "docs/index.md"
    page.write_bytes(before)
    page.chmod(0o640)
    fixed(*opened(tmp_path, {}), "", StringIO())
    assert page.read_bytes() == after
    assert stat.S_IMODE(page.stat().st_mode) == 0o640


LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=8)


@given(st.data(), st.lists(LINES, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_no_byte_outside_of_a_span_ever_changes(data: st.DataObject, lines: list[str], end: str, marked: bool) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(lines[number]))] * 2)))
    mark = b"\xef\xbb\xbf" if marked else b""
    head = mark + end.join([*lines[:number], lines[number][:start]]).encode()
    tail = end.join([lines[number][stop:], *lines[number + 1 :]]).encode()
    text = Text(head + lines[number][start:stop].encode() + tail)
    if not text.data[len(mark) :].startswith(b"\xef\xbb\xbf"):  # a second mark is a letter like others
        assert text.replaced([Span(number + 1, start, stop, "new")]) == head + b"new" + tail
    assert text.replaced([]) == text.data


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        {
            "docs/index.md": "[a](familes.md) [b](other.md)\n",
            "docs/families.md": "# F\n",
            "docs/other.md": "[a](familes.md)\n",
        },
    )
    project, problems = opened(tmp_path, {})
    plan = planned(project, problems)
    (tmp_path / "docs/index.md").write_text("Mine.\n", encoding="utf-8")
    told = {file.path: why for file, why in write_all(tmp_path, plan.files)}
    assert told == {"docs/index.md": "docs/index.md was changed meanwhile and is left alone", "docs/other.md": ""}
    assert (tmp_path / "docs/index.md").read_text("utf-8") == "Mine.\n"
    assert (tmp_path / "docs/other.md").read_text("utf-8") == "[a](families.md)\n"


def test_a_link_to_another_file_is_never_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"docs/families.md": "# F\n", "shared/start.md": "[a](familes.md)\n"})
    (tmp_path / "docs/index.md").symlink_to("../shared/start.md")
    fixed(*opened(tmp_path, {}), "", StringIO())
    assert (tmp_path / "docs/index.md").is_symlink()
    assert (tmp_path / "shared/start.md").read_text("utf-8") == "[a](familes.md)\n"


def test_a_built_site_without_its_sources_is_never_changed(tmp_path: Path) -> None:
    write(tmp_path, {"docs/index.md": "# A\n", "site/index.html": '<a href="/Index.html">A</a>\n'})
    before = bytes_below(tmp_path)
    fixed(*opened(tmp_path, {}), "", StringIO())
    assert bytes_below(tmp_path) == before


def test_a_diff_shows_no_control_character() -> None:
    shown = diff_of("a.md", b"\x1b[2J [a](b.md)\n", b"\x1b[2J [a](c.md)\n")
    assert shown == "--- a.md\n+++ a.md\n@@ -1,1 +1,1 @@\n-\\u001b[2J [a](b.md)\n+\\u001b[2J [a](c.md)\n"


SCRIPT = """
import sys; sys.path.insert(0, {scripts!r})
from pathlib import Path
from validator.mending.planning import Mended
from validator.mending.writing import write_all
root = Path({root!r})
files = [Mended(path.name, path.read_bytes(), path.read_bytes().replace(b"old", b"new"), ()) for path in sorted(root.glob("*.md"))]
print("ready", flush=True)
for _ in write_all(root, files): print("done", flush=True)
"""


MOMENTS = (0, 1, 3, 7, 12, 18)
"""After how many files a run is killed."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_run_that_is_killed_leaves_each_file_old_or_new(moment: int, tmp_path: Path) -> None:
    old = b"old words\r\n" * 4000
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_bytes(old)
    script = SCRIPT.format(scripts=str(ROOT / "scripts"), root=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout
        for _ in range(moment + 1):
            running.stdout.readline()
        os.kill(running.pid, signal.SIGKILL)
    found = [path.read_bytes() for path in sorted(tmp_path.glob("[0-9]*.md"))]
    assert len(found) == 40
    assert set(found) <= {old, old.replace(b"old", b"new")}
    assert all(one != old for one in found[:moment])
    shutil.rmtree(tmp_path)
