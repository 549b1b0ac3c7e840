"""`--watch` shows a fault when a file is saved, and says when it is mended."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from conftest import ROOT
from records.door import CouldNotRun
from validator.command import run
from validator.opening import open_project
from validator.watching import Looks

PATIENCE: Final = 60
"""Seconds after which a test gives up; a change is shown in less than one."""


class Watched:
    """The command at work in a folder, and the lines it has printed."""

    def __init__(self, folder: Path) -> None:
        command = [
            sys.executable,
            "-u",
            str(ROOT / "scripts/validate.py"),
            "--watch",
            "--only",
            "M101",
            "--source",
            ".",
        ]
        self.process = subprocess.Popen(
            [*command, "--no-cache"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, beginning: str) -> list[str]:
        """The lines up to one that begins so, without the time of the run."""
        found: list[str] = []
        while not found or not found[-1].startswith(beginning):
            found.append(self._lines.get(timeout=PATIENCE))
        return [line.partition(" (")[0] for line in found]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Start\n\n[Gone](gone.md)\n", encoding="utf-8")
    watched = Watched(tmp_path)
    yield watched
    watched.process.kill()
    watched.process.wait()


def test_a_saved_fault_is_shown_and_a_mended_one_told(tmp_path: Path, watched: Watched) -> None:
    gone = 'docs/index.md:3:8: error M101 broken-link: no page or file at "gone.md"'
    assert watched.until("watching") == [
        gone,
        "    fix: take the link out, or add the file",
        "1 error in 1 page",
        "watching for changes; end with Ctrl-C",
    ]
    (tmp_path / "docs/other.md").write_text("# Other\n\n\n[Away](away.md)\n", encoding="utf-8")
    assert watched.until("2 errors") == [
        'docs/other.md:4:8: error M101 broken-link: no page or file at "away.md"',
        "    fix: take the link out, or add the file",
        "2 errors in 2 pages",
    ]
    (tmp_path / "docs/index.md").write_text("# Start\n\n[Other](other.md)\n", encoding="utf-8")
    assert watched.until("1 error") == [f"mended: {gone}", "1 error in 2 pages"]
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(PATIENCE) == 0


@pytest.mark.parametrize("other", [["--fix"], ["--external"], ["--output", "a"], ["--format", "json"]])
def test_it_does_nothing_else(tmp_path: Path, other: list[str]) -> None:
    with pytest.raises(CouldNotRun, match="--watch shows what changes, and does nothing else"):
        run(["--watch", *other], tmp_path)


def test_only_pages_that_have_changed_are_read_again(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "docs/same.md").write_text("# Same\n", encoding="utf-8")
    (tmp_path / "docs/other.md").write_text("# Other\n", encoding="utf-8")
    looks, pages = Looks(), []
    for words in ("# One\n", "# Two\n"):
        (tmp_path / "docs/other.md").write_text(words, encoding="utf-8")
        project = open_project(tmp_path, date(2026, 11, 25))
        looks.begin(project)
        assert project.sources is not None
        pages.append(project.sources.pages)
    first, second = pages
    assert [uri for uri in first if first[uri] is second[uri]] == ["same.md"]
    assert second["other.md"].text == "# Two\n"
