"""The directory's files, written by one process or by several: the same files, and only a few for each person."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from directory import Directory
from directory.outputs.meetings import coming
from directory.outputs.shell import Shell
from directory.outputs.site import DirectorySite
from publishing.replace import Published, publish, stage

SiteOf = Callable[[Directory], DirectorySite]
Shells = dict[int, Shell]


def build(site: DirectorySite, shells: Shells, folder: Path) -> tuple[list[str], Published]:
    """Makes ``folder``/site: the names of the files that needed no writing, and what was published."""
    staging, served = folder / "staging", folder / "site"
    staging.mkdir(exist_ok=True)
    kept = site.write(shells, lambda files: stage(files, staging, served))
    return kept, publish(staging, served, kept)


def read(folder: Path) -> dict[str, str]:
    paths = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return {path.relative_to(folder / "site").as_posix(): path.read_bytes().decode() for path in paths}


def test_one_process_writes_every_file(
    samples: Directory, site_of: SiteOf, shells: Shells, files: dict[str, str], tmp_path: Path
) -> None:
    kept, published = build(site_of(samples), shells, tmp_path)
    assert (kept, published.written) == ([], len(files))
    assert read(tmp_path) == files


@pytest.mark.usefixtures("three_processes")
def test_several_processes_write_the_same_files_and_know_which_are_there_already(
    samples: Directory, site_of: SiteOf, shells: Shells, files: dict[str, str], tmp_path: Path
) -> None:
    build(site_of(samples), shells, tmp_path)
    assert read(tmp_path) == files
    page = tmp_path / "site/instructors/suharti-yogyakarta/index.html"
    page.write_text("old", encoding="utf-8")
    kept, published = build(site_of(samples), shells, tmp_path)
    assert sorted(kept) == sorted(files.keys() - {"instructors/suharti-yogyakarta/index.html"})
    assert (published.written, published.removed) == (1, 0)
    assert read(tmp_path) == files


@pytest.mark.usefixtures("three_processes")
def test_an_error_in_one_of_several_processes_is_not_lost(
    samples: Directory, site_of: SiteOf, shells: Shells, tmp_path: Path
) -> None:
    last = samples.people[-1]
    bad = last.model_copy(update={"id": "x" * 120})
    directory = Directory.of([*samples.people[:-1], bad], samples.organisations, samples.today)
    with pytest.raises(ValueError, match="no QR code for this address"):
        build(site_of(directory), shells, tmp_path)


def test_a_person_costs_a_page_and_with_classes_a_calendar(samples: Directory, files: dict[str, str]) -> None:
    for person in samples.people:
        folder = f"instructors/{person.id}/"
        has_classes = bool(coming(person, samples.today))
        own = [name.removeprefix(folder) for name in files if name.startswith(folder)]
        assert own == (["index.html", "classes.ics"] if has_classes else ["index.html"])
        assert ('href="classes.ics"' in files[f"{folder}index.html"]) is has_classes
    assert len([person for person in samples.people if coming(person, samples.today)]) > 10


@pytest.mark.parametrize(
    ("classes", "shown", "label"),
    [
        (6, 6, "Add these dates to your calendar"),
        (7, 6, "There are more dates. Add all of them to your calendar."),
    ],
)
def test_a_page_lists_the_next_six_classes_and_the_calendar_holds_all(
    samples: Directory, site_of: SiteOf, shells: Shells, classes: int, shown: int, label: str
) -> None:
    person = samples.by_id["maria-garcia-london"]
    one = coming(person, samples.today)[0]
    week = timedelta(weeks=1)
    courses = [
        one.model_copy(update={"title": f"Class {n}", "start": one.start + n * week, "end": one.end + n * week})
        for n in range(classes)
    ]
    busy = person.model_copy(update={"classes": tuple(reversed(courses))})
    directory = Directory.of([busy], samples.organisations, samples.today)
    files = dict(site_of(directory).files_of_people([busy], shells))
    page, calendar = (files[f"instructors/maria-garcia-london/{name}"] for name in ("index.html", "classes.ics"))
    titles = [f"Class {n}" for n in range(classes)]
    assert re.findall('course__title"><bdi>(.*?)<', page) == titles[:shown]
    assert re.findall("SUMMARY:(.*?)\r", calendar) == titles
    assert f">{label}</a>" in page


def test_a_preview_makes_each_file_alone(
    samples: Directory, site_of: SiteOf, shells: Shells, files: dict[str, str]
) -> None:
    site = site_of(samples)
    assert {name: site.file(name, shells) for name in files} == files
    for name in (
        "instructors/nobody/index.html",
        "instructors/gb/nowhere/index.html",
        "index.html",
        "maria-garcia-london/index.html",
    ):
        assert site.file(name, shells) is None
