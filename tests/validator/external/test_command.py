"""`--external` from the command to its exit code, with the zoo in the place of the network."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from validator import asking
from validator.command import run
from validator.external import Options, Use
from validator.opening import open_project
from zoo.keeper import Zoo

PAGE = """# Start

[well]({well}) [gone]({gone}) [moved]({moved}#place) [silent]({silent}) [private](http://192.168.1.7/)
"""
Patient = Callable[..., Options]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, animals: Zoo) -> Path:
    names = {"well": ("well",), "gone": ("gone", "/404"), "moved": ("moved",), "silent": ("canary",)}
    write(tmp_path / "mkdocs.yml", "site_name: Test\n")
    write(tmp_path / "docs/index.md", PAGE.format(**{word: animals.address(*name) for word, name in names.items()}))
    return tmp_path


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, animals: Zoo, patient: Patient) -> Callable[[int], None]:
    """Lets the next run be some days later."""

    def later(days: int) -> None:
        def options(folder: Path, note: Callable[[str], None]) -> Options:
            return patient(cache=folder / asking.NAME, note=note, now=lambda: animals.now + timedelta(days=days))

        monkeypatch.setattr(asking, "options_of", options)

    return later


def shown(capsys: pytest.CaptureFixture[str], animals: Zoo) -> str:
    """What a run has shown, without ports and seconds."""
    text = re.sub(r"\(\d+\.\d s\)", "(0.0 s)", capsys.readouterr().out)
    return re.sub(r"(?<=\.zoo):\d+", "", text)


ONLY = ("--external", "--only", "E101,E102,E103,E501,E502")
FIRST = """docs/index.md:3:{gone}: warning E102 suspect-address: "http://gone.zoo/404" seems to be gone: it answers 404 (not found)
    fix: look whether it is still there; it counts as dead if it is gone on another day too
docs/index.md:3:{moved}: warning E103 moved-address: "http://moved.zoo/page#place" has moved for good to "http://well.zoo/new#place"
    fix: write http://well.zoo/new#place
docs/index.md:3:{private}: warning E502 private-address: "http://192.168.1.7/" leads nowhere for readers: 192.168.1.7 is a private address, and was not contacted
    fix: write the address that everyone can reach
"http://canary.zoo/page" (docs/index.md:3) could not be checked: {why}
0 errors, 3 warnings in 1 page (0.0 s)
"""


def test_what_is_gone_on_two_days_fails_a_run_and_what_is_silent_fails_none(
    project: Path, animals: Zoo, at: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at(0)
    assert run([*ONLY, "--source", str(project)], project) == 0
    first = shown(capsys, animals).replace(f"{project}/", "")
    line = (project / "docs/index.md").read_text("utf-8").split("\n")[2]
    places = {word: line.index(f"[{word}](") + len(word) + 4 for word in ("gone", "moved", "private")}
    why = "canary.zoo leads to 127.0.0.1, which is a private address, and was not contacted"
    assert first == FIRST.format(**places, why=why)
    assert animals.canary == []
    at(1)
    assert run([*ONLY, "--source", str(project)], project) == 1
    assert 'error E101 dead-address: "http://gone.zoo/404" is dead: it answers 404' in shown(capsys, animals)
    assert (project / ".cache/external-links").is_file()


def test_what_has_moved_for_good_is_mended(
    project: Path, animals: Zoo, at: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at(0)
    old, new = f"{animals.address('moved')}#place", f"http://well.zoo:{animals.ports['well']}/new#place"
    before = (project / "docs/index.md").read_text("utf-8")
    assert run([*ONLY, "--fix", "--source", str(project)], project) == 0
    assert "mended 1 problem in 1 file\n" in capsys.readouterr().out
    assert (project / "docs/index.md").read_text("utf-8") == before.replace(old, new)


def test_without_a_network_nothing_is_dead_and_the_run_ends(
    project: Path, monkeypatch: pytest.MonkeyPatch, patient: Patient, capsys: pytest.CaptureFixture[str]
) -> None:
    def lost(host: str) -> list[str]:
        raise OSError("no network")

    monkeypatch.setattr(asking, "options_of", lambda folder, note: patient(lookup=lost, note=note))
    assert run([*ONLY, "--skip", "E502", "--source", str(project)], project) == 0
    assert capsys.readouterr().out.count(" could not be checked: ") == 4


def test_the_network_is_not_even_imported_without_the_option() -> None:
    code = "import sys, validator.command; print([name for name in sys.modules if 'httpcore' in name or 'asyncio' in name])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "scripts", capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "[]\n"


def test_addresses_come_from_pages_data_and_the_built_site_at_the_line_to_change(tmp_path: Path) -> None:
    write(
        tmp_path / "mkdocs.yml",
        "site_name: Test\nsite_url: https://massage.org/\ntheme: {name: mkdocs, custom_dir: over}\n",
    )
    write(tmp_path / "over/main.html", '<a href="https://www.who.int/foot">WHO</a>\n')
    write(tmp_path / "docs/data/instructors/gb/jane-york.yml", "# https://a.org/comment\nwebsite: https://jane.org/\n")
    write(
        tmp_path / "docs/index.md",
        "[a](https://www.who.int) [b](HTTPS://Journal.org/7) [c](https://massage.org/) [d](mailto:a@b.org)\n",
    )
    write(
        tmp_path / "site/index.html",
        '<link rel="preconnect" href="https://fonts.org"><form action="https://forms.org/"></form>\n'
        '<a href="https://www.who.int">a</a> <a href="https://www.who.int/foot">f</a> <a href="https://made.org/x">x</a>\n'
        '<a href="https://massage.org/">c</a>\n',
    )
    assert asking.uses_of(open_project(tmp_path, date(2026, 11, 23))) == {
        "https://www.who.int/": [Use("docs/index.md", 1, 5, written="https://www.who.int")],
        "https://journal.org/7": [Use("docs/index.md", 1, 30, written="HTTPS://Journal.org/7")],
        "https://jane.org/": [Use("docs/data/instructors/gb/jane-york.yml", 2, 10)],
        "https://www.who.int/foot": [Use("over/main.html", 1, 10, "index.html")],
        "https://made.org/x": [Use("site/index.html", 2, 81, "index.html")],
    }
