"""What is remembered of a built site changes how long a run takes, and nothing that it says."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from records.problem import Problem
from validator import examining, memory
from validator.built import Working
from validator.choosing import chosen
from validator.engine import check
from validator.facts import Facts
from validator.memory import DAMAGED, Memory
from validator.opening import open_site
from validator.parse.html import HtmlPage

DAY: Final = date(2026, 11, 25)
PIECES: Final = (
    '<a href="../b/">Bath</a>',
    '<a href="../gone/">Gone</a>',
    '<a href="#place">Here</a>',
    '<h2 id="place">Place</h2>',
    "<h4>Deep</h4>",
    '<img src="../art/hand.svg">',
    '<link rel="alternate" hreflang="cy" href="/c/">',
    "<p>Warm <b>hands",
    '<a href="https://example.org/away">Away</a>',
    '<a href="/a/#none"></a>',
    '<meta http-equiv="refresh" content="0; url=/b/">',
)


def problems(site: Path, remembered: Memory | None = None, jobs: int = 1) -> list[Problem]:
    project = open_site(site, DAY)
    return check(project, chosen(project.settings), Working(jobs, remembered or Memory()))


def page(draw: random.Random) -> str:
    head = "<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title></head><body><h1>One</h1>"
    return head + "\n".join(draw.choices(PIECES, k=draw.randrange(6)))


def edit(site: Path, draw: random.Random) -> None:
    """Writes, removes or touches one file."""
    name = draw.choice(("index.html", "a/index.html", "b/index.html", "c/index.html", "art/hand.svg", "favicon.ico"))
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and draw.random() < 0.2:
        path.unlink()
    elif path.exists() and draw.random() < 0.2:
        os.utime(path, ns=(1, 1))
    else:
        path.write_text(page(draw) if name.endswith(".html") else "<svg/>", encoding="utf-8")


@pytest.fixture(params=[-(10**18), 2 * 10**9], ids=["as if the files were old", "as they are"])
def _age(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a test are as young as its runs, so that their times tell nothing; once, they are taken for old."""
    monkeypatch.setattr(memory, "_RACY", request.param)


@pytest.mark.usefixtures("_age")
@pytest.mark.parametrize("seed", range(12))
def test_a_run_that_remembers_says_what_one_says_that_does_not(tmp_path: Path, seed: int) -> None:
    draw, site, path = random.Random(seed), tmp_path / "site", tmp_path / "cache/results"
    for name in ("index.html", "a/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(page(draw), encoding="utf-8")
    for _ in range(8):
        edit(site, draw)
        if not any(site.rglob("*.html")):
            continue
        remembered = Memory(path)
        assert problems(site, remembered) == problems(site)
        assert remembered.note == ""
        remembered.write()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three old pages, one of which has a fault."""
    for number, name in enumerate(("index.html", "a/index.html", "b/index.html")):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(random.Random(1)) + f'<a href="gone-{number}/">Gone</a>', encoding="utf-8")
    return tmp_path / "site"


@pytest.mark.usefixtures("_age")
def test_pages_that_are_known_are_not_looked_at_again(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "results"
    first = Memory(path)
    expected = problems(site, first)
    first.write()
    looked_at: list[str] = []
    facts_of = examining.facts_of

    def counted(page: HtmlPage) -> Facts:
        looked_at.append(page.path)
        return facts_of(page)

    monkeypatch.setattr(examining, "facts_of", counted)
    assert problems(site, Memory(path)) == expected
    assert looked_at == []
    (site / "a/index.html").write_text(page(random.Random(2)), encoding="utf-8")
    assert problems(site, Memory(path)) == problems(site)
    assert looked_at == ["a/index.html", "a/index.html", "b/index.html", "index.html"]


def test_several_processes_say_the_same(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "FEW", 1)
    assert problems(site, jobs=3) == problems(site)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def changed(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)


def of_another_kind(path: Path) -> None:
    path.write_text("{}", encoding="utf-8")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [cut, emptied, changed, of_another_kind, a_folder], ids=lambda one: one.__name__)
def test_a_damaged_file_is_ignored_and_told(site: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = tmp_path / "results"
    first = Memory(path)
    expected = problems(site, first)
    first.write()
    damage(path)
    again = Memory(path)
    assert problems(site, again) == expected
    assert again.note == f"{path} {DAMAGED}"


def test_what_another_version_or_another_question_has_left_is_not_used(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "results"
    project = open_site(site, DAY)
    few = Memory(path)
    check(project, chosen(project.settings, only=["missing-favicon"]), Working(1, few))
    few.write()
    expected = problems(site)
    assert problems(site, Memory(path)) == expected
    monkeypatch.setattr(memory, "program", lambda: b"another")
    assert problems(site, Memory(path)) == expected
