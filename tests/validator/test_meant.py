"""Did you mean: a single slip of a finger in any link of our own pages, and what has moved."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from validator.lookup import Lookup
from validator.moves import Moves
from validator.opening import open_project
from validator.parse.markdown import Link
from validator.settled import Settled
from validator.settling import Settler
from validator.slipped import is_slip, only_slip, same_but_ending
from validator.sources import Sources, find_sources

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SLIPS = 1_000
SHARE = 0.95


def slipped(word: str, draw: random.Random) -> str:
    """`word` with one letter lost, doubled, changed, added, or swapped with the next."""
    at = draw.choice([at for at, letter in enumerate(word) if letter.isalpha()])
    return draw.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + draw.choice(LETTERS) + word[at + 1 :],
            word[:at] + draw.choice(LETTERS) + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        ]
    )


def settlers() -> Iterator[tuple[Settler, Link]]:
    """Every link of our pages that leads to a page, a place or a file of ours."""
    project = open_project(ROOT, date(2026, 11, 23), with_site=False)
    assert project.sources
    lookup = Lookup(project.sources, None)
    for page in project.sources.pages.values():
        settler = Settler(page, lookup)
        for link in page.links:
            if (
                not link.is_raw
                and ":" not in link.url
                and settler.settle(link) == Settled(link, settler.settle(link).path)
            ):
                yield settler, link


def with_slip(url: str, draw: random.Random) -> str:
    """One slip in the path or in the anchor."""
    path, sign, fragment = url.partition("#")
    if fragment and (not path or draw.random() < 0.5):
        return f"{path}#{slipped(fragment, draw)}"
    return f"{slipped(path, draw)}{sign}{fragment}"


def test_a_single_slip_in_our_own_links_is_told_what_was_meant() -> None:
    draw, links = random.Random(6), [pair for pair in settlers() if any(map(str.isalpha, pair[1].url))]
    right = wrong_mends = faulty = 0
    while faulty < SLIPS:
        settler, link = draw.choice(links)
        settled = settler.settle(replace(link, url=with_slip(link.url, draw)))
        if not settled.fault:
            continue
        faulty += 1
        meant = f"write {link.url}", f"write #{link.url.partition('#')[2]}"
        right += settled.fix in meant
        wrong_mends += bool(settled.mend) and settled.mend != link.url
    assert right >= SHARE * SLIPS
    assert wrong_mends == 0, "what is written by itself is always right"


@pytest.mark.parametrize(
    ("word", "names", "name"),
    [
        ("familes.md", ["families.md", "babies.md"], "families.md"),
        ("famileis.md", ["families.md"], "families.md"),
        ("faamilies.md", ["families.md"], "families.md"),
        ("classs.md", ["class.md", "clases.md"], ""),
        ("clas.md", ["class.md", "clasp.md"], ""),
        ("part-3.md", ["part-1.md"], ""),
        ("part-12.md", ["part-1.md"], ""),
        ("tu.md", ["to.md"], ""),
        ("a/bcd.md", ["ab/cd.md"], ""),
        ("zzzz", ["families.md"], ""),
        ("families.md", ["families.md"], ""),
    ],
)
def test_a_slip_is_sure_when_only_one_name_is_that_near(word: str, names: list[str], name: str) -> None:
    assert only_slip(word, names) == name


def test_a_slip_is_one_letter() -> None:
    assert [is_slip("relief.md", name) for name in ("relieff.md", "relie.md", "rleief.md", "rlief.mdd")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("path", "names", "name"),
    [
        ("art/hands.png", ["art/hands.svg", "art/feet.png"], "art/hands.svg"),
        ("art/hands.png", ["art/hands.svg", "art/hands.webp"], ""),
        ("art/hands", ["art/hands.svg"], ""),
    ],
)
def test_another_ending_is_sure_when_only_one_file_has_the_name(path: str, names: list[str], name: str) -> None:
    assert same_but_ending(path, names) == name


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project whose page was renamed twice, and one whose folder was renamed."""
    write(tmp_path / "mkdocs.yml", "site_name: Test\n")
    for number in range(4):
        write(tmp_path / f"docs/{number}.md", f"# Page {number}\n" + f"words of page {number}\n" * 20)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    for old, new in (("0.md", "first.md"), ("1.md", "old/second.md"), ("first.md", "start.md"), ("old", "n\u00e9w")):
        (tmp_path / "docs" / new).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / old).rename(tmp_path / "docs" / new)
        commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "change")


def git(folder: Path, *arguments: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=environment)


def moves(folder: Path) -> Moves:
    found = find_sources(folder)
    assert isinstance(found, Sources)
    return Moves(found)


def test_git_remembers_where_a_page_has_moved(checkout: Path) -> None:
    known = moves(checkout)
    assert {old: known.of(old) for old in ("0.md", "first.md", "1.md", "old/second.md", "never.md")} == {
        "0.md": "start.md",
        "first.md": "start.md",
        "1.md": "n\u00e9w/second.md",
        "old/second.md": "n\u00e9w/second.md",
        "never.md": "",
    }
    assert known.at("first/") == "start.md"


def test_without_git_nothing_is_known_and_nothing_said(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert moves(checkout).of("0.md") == ""
    monkeypatch.undo()
    monkeypatch.setattr("validator.moves.SECONDS", 0.0)
    assert moves(checkout).of("0.md") == ""
    write(checkout / ".git/HEAD", "no head")
    monkeypatch.undo()
    assert moves(checkout).of("0.md") == ""
    assert capfd.readouterr() == ("", "")


def test_a_round_of_redirects_ends(tmp_path: Path) -> None:
    maps = "{a.md: b.md, b.md: a.md, c.md: 'https://www.who.int/', d.md: index.md#top}"
    write(tmp_path / "mkdocs.yml", f"site_name: T\nplugins: [{{redirects: {{redirect_maps: {maps}}}}}]\n")
    write(tmp_path / "docs/index.md", "# Start\n")
    known = moves(tmp_path)
    assert [known.of(uri) for uri in ("a.md", "c.md", "d.md")] == ["", "", "index.md"]
