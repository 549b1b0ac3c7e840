"""The benchmarks measure what they say: the same people every time, all of them good, and figures shown as they are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks import people as generator
from benchmarks.cultures import load_countries, load_cultures
from benchmarks.figures import Figures
from benchmarks.measure import measured
from benchmarks.peers import hugo_page, stock_page, stock_site
from benchmarks.people import people, write_people
from benchmarks.person import DAY
from benchmarks.serve import Waits, line
from benchmarks.site_files import files_of, written
from benchmarks.table import ratios, table, targets
from directory import load

ROOT = Path(__file__).resolve().parents[2]


# People ---------------------------------------------------------------------------------------------------------------


def test_a_longer_list_begins_with_the_people_of_a_shorter_one() -> None:
    assert list(people(60))[:25] == list(people(25))


def test_another_seed_makes_other_people() -> None:
    assert not set(people(25)) & set(people(25, seed=8))


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_the_command_writes_the_same_bytes_in_every_process(tmp_path: Path, hash_seed: str) -> None:
    command = [sys.executable, generator.__file__, "25", str(tmp_path)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": hash_seed})
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes().decode() for path in tmp_path.glob("*/*")}
    assert found == dict(people(25))


@pytest.mark.parametrize("seed", [7, 8])
def test_everybody_is_listed_and_nothing_is_wrong_with_their_files(tmp_path: Path, seed: int) -> None:
    shutil.copytree(ROOT / "docs/data", tmp_path / "docs/data", ignore=shutil.ignore_patterns("instructors"))
    write_people(tmp_path / "docs/data/instructors", 200, seed)
    directory, problems = load(tmp_path, DAY)
    assert problems == []
    assert len(directory.people) == 200
    assert all(person.sample for person in directory.people)


def test_every_language_is_spoken_somewhere_and_every_country_speaks_one() -> None:
    spoken = {language for country in load_countries().values() for language in country.names}
    assert spoken == set(load_cultures())


# Peers ----------------------------------------------------------------------------------------------------------------

PERSON = """# yaml-language-server: $schema=../../schemas/instructor.json
sample: true
name: Elin Morgan
country: GB
town: '''s-Town'
postcode_area: 0123
formats: [group, online]
classes:
  - title: Baby massage course
    weeks: 5
about: >-
  One family at a time.
"""


def test_hugo_gets_the_file_as_front_matter_and_the_list_of_the_town_besides() -> None:
    quoted = PERSON.replace("0123", "'0123'")
    assert hugo_page(PERSON) == f"""---\n{quoted}place: "GB 's-Town"\n---\n"""


def test_plain_mkdocs_gets_the_values_as_a_page_that_people_read() -> None:
    assert (
        stock_page(PERSON)
        == f"""---
{PERSON}---

# Elin Morgan

- sample: true
- country: GB
- town: 's-Town
- postcode_area: 0123
- formats: group, online
- classes:
    - title: Baby massage course
    - weeks: 5

One family at a time.
"""
    )


def test_plain_mkdocs_has_the_articles_of_this_site_in_its_navigation_and_people_beside_them(tmp_path: Path) -> None:
    folder = stock_site([("gb/elin-morgan.yml", PERSON)], tmp_path / "stock")
    _, _, nav = (folder / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")
    pages = re.findall(r"\S+\.md$", nav, re.MULTILINE)
    assert pages[0] == "index.md"
    assert len(pages) > 20
    assert [page for page in pages if not (folder / "docs" / page).is_file()] == []
    assert (folder / "docs/instructors/elin-morgan.md").read_text("utf-8") == stock_page(PERSON)
    assert "elin-morgan" not in nav


# Measuring ------------------------------------------------------------------------------------------------------------


def test_a_file_counts_as_written_when_it_is_new_or_replaced_even_by_the_same_text(tmp_path: Path) -> None:
    for name in ("kept", "replaced", "removed"):
        (tmp_path / name).write_text("words")
    before = files_of(tmp_path)
    (tmp_path / "removed").unlink()
    (tmp_path / "new").write_text("words")
    (tmp_path / "other").write_text("words")
    (tmp_path / "other").replace(tmp_path / "replaced")
    assert written(before, files_of(tmp_path)) == 2


BUSY = """
import subprocess, sys, time
child = "import time\\nwhile time.process_time() < 0.3: pass"
subprocess.run([sys.executable, "-c", child])
print("words")
sys.exit(3)
"""


def test_a_command_is_measured_with_its_children_and_what_it_says_is_kept(tmp_path: Path) -> None:
    done = measured([sys.executable, "-c", BUSY], tmp_path, os.environ)
    assert (done.code, done.output) == (3, "words\n")
    assert done.cpu >= 0.3


# Figures --------------------------------------------------------------------------------------------------------------

OURS = Figures(
    people=10_000,
    builder="this project",
    walls=(8.0, 10.0, 9.0),
    cpu=12.346,
    memory=450_400_000,
    largest_process=300_000_000,
    pages=16_148,
    files=21_705,
    size=200_200_000,
    largest_page=12_288,
    same=7.5,
    same_files=0,
    one=7.25,
    one_files=4,
)
HUGO = replace(
    OURS, builder="Hugo", walls=(10.0, 8.0, 12.0), cpu=24.692, memory=None, size=1_950_000, same_files=16_114
)
STOCK = replace(OURS, builder="MkDocs + Material", people=1_000, walls=(14.0,))


def test_the_table_has_one_line_for_each_builder_and_number_of_people() -> None:
    assert (
        table([OURS, HUGO])
        == """\
| people | built by | least s | median s | CPU s | peak MB | largest process MB | pages | pages/s | files | site MB | largest person’s page B | again, nothing changed s (files) | one person changed s (files) |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 10,000 | this project | 8.00 | 9.00 | 12.35 | 450 | 300 | 16,148 | 1,794 | 21,705 | 200 | 12,288 | 7.50 (0) | 7.25 (4) |
| 10,000 | Hugo | 8.00 | 10.00 | 24.69 | – | 300 | 16,148 | 1,615 | 21,705 | 1.9 | 12,288 | 7.50 (16,114) | 7.25 (4) |"""
    )


def test_hugo_is_compared_pair_by_pair_and_mkdocs_as_a_whole() -> None:
    assert list(ratios([OURS, HUGO, STOCK, replace(STOCK, people=10_000, walls=(140.0,), cpu=60.0)])) == [
        "10,000 people: this project takes 0.80 of Hugo’s time (each pair: 0.80, 1.25, 0.75) and 0.50 of its processor time",
        "10,000 people: MkDocs + Material takes 15.6 times as long and 4.9 times the processor time",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            """\
- met: no slower than Hugo at 10,000 people (0.80 of its time)
- met: at least 15 times as fast as MkDocs + Material at 10,000 people, its time taken as ten times that of 1,000 (15.6 times)
- met: 100,000 people take at most 11 times as long as 10,000 (10.0 times)
- met: peak memory at 10,000 people below 600 MB (450 MB)
- met: a build with nothing changed writes 0 files (0)
- met: the largest page of a person has at most 12,288 bytes (12,288)""",
        ),
        (
            {"walls": (18.0, 20.0, 19.0), "memory": 600_000_000, "same_files": 2, "largest_page": 12_289},
            """\
- not met: no slower than Hugo at 10,000 people (1.80 of its time)
- not met: at least 15 times as fast as MkDocs + Material at 10,000 people, its time taken as ten times that of 1,000 (7.4 times)
- met: 100,000 people take at most 11 times as long as 10,000 (4.7 times)
- not met: peak memory at 10,000 people below 600 MB (600 MB)
- not met: a build with nothing changed writes 0 files (2)
- not met: the largest page of a person has at most 12,288 bytes (12,289)""",
        ),
    ],
)
def test_each_target_is_met_or_not_by_its_figure(changes: Mapping[str, object], expected: str) -> None:
    tenfold = replace(OURS, people=100_000, walls=(90.0,), largest_page=12_000)
    assert "\n".join(targets([replace(OURS, **changes), HUGO, STOCK, tenfold])) == expected


def test_what_was_not_measured_is_said() -> None:
    assert "\n".join(targets([])) == (
        """\
- not measured: no slower than Hugo at 10,000 people
- not measured: at least 15 times as fast as MkDocs + Material at 10,000 people
- not measured: 100,000 people take at most 11 times as long as 10,000
- not measured: peak memory at 10,000 people below 600 MB
- not measured: a build with nothing changed writes 0 files
- not measured: the largest page of a person has at most 12,288 bytes"""
    )


@pytest.mark.parametrize(
    ("what", "seconds", "expected"),
    [
        ("start", [5.0], "| 1,000 | start | 1 | 5.00 | 5.00 | 0.25 |  |"),
        ("a person", [0.5, 1.0, 3.0], "| 1,000 | a person | 3 | 1.00 | 3.00 | 0.25 | met: 1 s |"),
        ("a person", [0.5, 1.1, 3.0], "| 1,000 | a person | 3 | 1.10 | 3.00 | 0.25 | not met: 1 s |"),
    ],
)
def test_a_line_says_how_long_an_editor_waits(what: str, seconds: list[float], expected: str) -> None:
    assert line(1_000, Waits(what, seconds, cpu=0.25)) == expected
