"""A fault in a built page is reported at the line that a person edits, once, and not again when it is known already."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from records.problem import Problem
from validator.mapping import mapped
from validator.opening import open_project
from validator.parse.html import HtmlPage
from validator.project import Project

HOUSE = Path(__file__).parent / "house"
ANN = "docs/data/instructors/gb/ann-example-leeds.yml"
PAGE = """---
title: Colic
---

# Colic

Ask [your midwife](https://midwife.example/a?b=1) or read about
[your family](../families.md#fathers), not [babies](bäbies.md).

<a href="../nowhere/">nowhere</a> `../code/`

## Sleep { #sleep }

![Hands](../art/logo.svg){ width=10 }
"""
PAGES = ("index.html", "families/index.html", "babies/colic/index.html", "instructors/ann-example-leeds/index.html")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The small house with one more folder, a template and a built site of four pages."""
    shutil.copytree(HOUSE, tmp_path, dirs_exist_ok=True)
    files = {"docs/en/babies/colic.md": PAGE, "docs/en/families.md": "# Families\n\n## Fathers\n"}
    files["overrides/main.html"] = '<footer>\n  <a href="/imprint/">Imprint</a>\n</footer>\n'
    for path, text in (files | {f"site/{page}": "<h1>Built</h1>" for page in PAGES}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    opened = open_project(tmp_path, date(2026, 11, 23))
    assert opened.site
    for page in PAGES:
        opened.site.learn(HtmlPage(page, "<h1>Built</h1>"))
    return opened


DRESSED = """<!doctype html>
<title>Colic · The house</title>
<meta name="description" content="Gentle hands.">
<nav class="trail" aria-label="Where you are">
<a class="trail__step" href="../../"></a>
</nav>
<h1>Colic</h1>
<p>Ask <a href="https://midwife.example/a?b=1">your midwife</a> or read about
<a href="../../families/#fathers">your family</a>, not <a href="b%C3%A4bies.md">babies</a>.</p>
<p><a href="../nowhere/">nowhere</a> <code>../code/</code></p>
<h2 id="sleep">Sleep</h2>
<p><img alt="Hands" src="../../art/logo.svg" width="10"></p>
<p><img src="/art/logo.svg"> <span role="img"></span></p>
<h2></h2>
<p>Soft words</p>
<h2></h2>
<aside><p>Rest <a href="../../families/"></a> now</p></aside>
<p>Nobody wrote <i>this</i></p>
<meta property="og:title" content="Colic">
"""
MORE = """
<p><img src="/art/logo.svg"> <span role="img"></span></p>

<h2></h2>

Soft *words* and
<h2></h2>

A line with <b lang="en_GB">one word</b> in it.
"""
TRAIL = """{# Where one is #}
<nav class="trail" aria-label="{{ words.trail }}">
{% for step in trail %}
<a class="trail__step" href="{{ step.url | url }}">{{ step.title }}</a>
{% endfor %}
</nav>
"""


@pytest.fixture
def dressed(project: Project) -> Project:
    """The same with a page that is drawn by a template and shows a box."""
    files = {"docs/en/babies/colic.md": PAGE + MORE, "overrides/trail.html": TRAIL}
    files |= {f"site/{PAGES[2]}": DRESSED, "docs/en/_shared/box.md": "## Rest\n\nRest [](families.md) now\n"}
    for path, text in files.items():
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_text(text, encoding="utf-8")
    opened = open_project(project.root, date(2026, 11, 23))
    assert opened.site
    opened.site.learn(HtmlPage(PAGES[2], DRESSED))
    return opened


@pytest.mark.parametrize(
    ("line", "column", "written", "place"),
    [
        (2, 1, "title", "docs/en/babies/colic.md:2:8"),
        (19, 1, "", "docs/en/babies/colic.md:2:8"),
        (4, 1, "nav", "overrides/trail.html:2:1"),
        (5, 1, "../../", "overrides/trail.html:4:1"),
        (8, 8, "", "docs/en/babies/colic.md:7:20"),
        (9, 1, "your family", "docs/en/babies/colic.md:8:15"),
        (11, 1, "h2", "docs/en/babies/colic.md:12:4"),
        (12, 4, "", "docs/en/babies/colic.md:14:10"),
        (13, 4, "/art/logo.svg", "docs/en/babies/colic.md:16:1"),
        (13, 30, "span", "docs/en/babies/colic.md:16:1"),
        (14, 1, "h2", "docs/en/babies/colic.md:18:1"),
        (16, 1, "h2", "docs/en/babies/colic.md:21:1"),
        (17, 16, "../../families/", "docs/en/_shared/box.md:3:9"),
        (18, 17, "i", "site/babies/colic/index.html:18:17"),
    ],
)
def test_a_fault_without_words_is_reported_where_its_element_was_written(
    dressed: Project, line: int, column: int, written: str, place: str
) -> None:
    one = Problem(f"site/{PAGES[2]}", line, column, "a-rule", "is wrong", code="H301", written=written, page=PAGES[2])
    (found,) = mapped([one], dressed)
    assert f"{found.path}:{found.line}:{found.column}" == place


def test_an_address_of_the_data_is_reported_there_and_not_at_the_template_that_hands_it_on(dressed: Project) -> None:
    page, address = PAGES[3], "https://www.iaim.example"
    (dressed.root / "site" / page).write_text(f'<a class="trail__step" href="{address}">IAIM</a>\n', encoding="utf-8")
    one = Problem(f"site/{page}", 1, 25, "a-rule", "is wrong", code="H501", written=address, page=page)
    (found,) = mapped([one], dressed)
    assert f"{found.path}:{found.line}:{found.column}" == "docs/data/organisations.yml:2:61"


def test_a_person_shows_no_box_of_pages(dressed: Project) -> None:
    page = PAGES[3]
    (dressed.root / "site" / page).write_text(DRESSED, encoding="utf-8")
    one = Problem(f"site/{page}", 17, 16, "a-rule", "is wrong", code="H301", written="../../families/", page=page)
    assert list(mapped([one], dressed)) == [one]


def fault(written: str, page: str = "babies/colic/index.html", line: int = 40) -> Problem:
    """As a rule of built pages reports it."""
    return Problem(
        f"site/{page}", line, 9, "broken-link", f"leads to {written}", code="W101", written=written, page=page
    )


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (fault("https://midwife.example/a?b=1"), "docs/en/babies/colic.md:7:20"),
        (fault("../../families/#fathers"), "docs/en/babies/colic.md:8:15"),
        (fault("b%C3%A4bies.md"), "docs/en/babies/colic.md:8:53"),
        (fault("../nowhere/"), "docs/en/babies/colic.md:10:10"),
        (fault("sleep"), "docs/en/babies/colic.md:12:13"),
        (fault("../../art/logo.svg"), "docs/en/babies/colic.md:14:10"),
        (fault("mailto:ann@example.org", "instructors/ann-example-leeds/index.html"), f"{ANN}:14:10"),
        (fault("https://www.iaim.example", "families/index.html"), "docs/data/organisations.yml:2:61"),
        (fault("mailto:hello@infant-massage.example"), "docs/data/chapter.yml:4:8"),
        (fault("/imprint/"), "overrides/main.html:2:12"),
        (fault("no-such-words"), "site/babies/colic/index.html:40:9"),
        (fault(""), "site/babies/colic/index.html:40:9"),
        (fault("ann@example.org", "families/index.html"), "site/families/index.html:40:9"),
        (fault("olic"), "site/babies/colic/index.html:40:9"),
    ],
    ids=lambda value: value.written if isinstance(value, Problem) else "",
)
def test_a_fault_is_reported_where_it_was_written(project: Project, problem: Problem, place: str) -> None:
    (found,) = mapped([problem], project)
    assert f"{found.path}:{found.line}:{found.column}" == place
    assert found.page == problem.page


def test_a_heading_that_is_missing_is_to_stand_at_the_first_line(project: Project) -> None:
    (found,) = mapped([replace(fault(""), rule="missing-main-heading")], project)
    assert (found.path, found.line, found.column) == ("docs/en/babies/colic.md", 5, 1)


def test_what_a_rule_of_the_sources_says_already_is_not_said_again(project: Project) -> None:
    known = Problem("docs/en/babies/colic.md", 10, 10, "broken-link", "no page", code="M103", written="../nowhere/")
    assert list(mapped([known, fault("../nowhere/")], project)) == [known]


def test_a_file_that_is_published_as_it_is_has_its_lines(project: Project) -> None:
    (found,) = mapped([fault("x", "art/logo.svg", line=3)], project)
    assert (found.path, found.line, found.column) == ("docs/en/art/logo.svg", 3, 9)


def test_another_rule_at_the_same_line_is_said(project: Project) -> None:
    known = Problem("docs/en/babies/colic.md", 10, 10, "vague-link", "says little", code="M301", written="nowhere")
    assert len(list(mapped([known, fault("../nowhere/")], project))) == 2


def test_a_fault_of_a_template_is_said_once_with_the_number_of_its_pages(project: Project) -> None:
    (found,) = mapped([fault("/imprint/", page) for page in PAGES], project)
    assert (found.path, found.line, found.message) == ("overrides/main.html", 2, "leads to /imprint/ (on 4 pages)")


def test_so_is_one_that_half_of_all_pages_have_and_no_source_explains(project: Project) -> None:
    (found,) = mapped([fault("/gone/", page) for page in PAGES], project)
    assert (found.path, found.message) == ("site/babies/colic/index.html", "leads to /gone/ (on 4 pages)")


def test_faults_of_a_few_pages_are_said_one_by_one(project: Project) -> None:
    found = list(mapped([fault("/gone/", page) for page in PAGES[:3]], project))
    assert [problem.page for problem in found] == sorted(PAGES[:3])


def test_the_second_link_of_two_that_are_broken_is_reported_at_its_own_line(project: Project) -> None:
    page = project.root / "docs/en/babies/colic.md"
    page.write_text(PAGE + "\n<a href='../nowhere/'>again</a>\n", encoding="utf-8")
    found = list(mapped([fault("../nowhere/", line=one) for one in (40, 50)], project))
    assert [(problem.line, problem.column) for problem in found] == [(10, 10), (16, 10)]


def test_twice_on_one_page_is_said_twice(project: Project) -> None:
    found = list(mapped([fault("/gone/", line=one) for one in (3, 4)], project))
    assert [problem.line for problem in found] == [3, 4]
