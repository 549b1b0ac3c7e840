"""A page as a browser reads it: each case of `pages/addresses.yml` has a document and all its addresses.

An address is told as `line:column kind label url`; those of one tag stand together, in the order of the page.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml
from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project
from validator.rule import all_rules, rules_of
from validator.site import Site

PAGES = yaml.safe_load((Path(__file__).parent / "pages" / "addresses.yml").read_text(encoding="utf-8"))

RULES = rules_of("html", all_rules())


def told(page: HtmlPage) -> list[str]:
    places = ((page.place(one), one) for one in page.addresses)
    return [f"{at.line}:{at.column} {one.kind} {one.label} {one.url}" for at, one in places]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_a_page_has_exactly_these_addresses(case: dict[str, Any]) -> None:
    assert told(HtmlPage(case.get("path", "index.html"), case["html"])) == case["addresses"]


@pytest.mark.parametrize(
    ("html", "base"),
    [
        ('<base href="/a/"><base href="/b/">', "/a/"),
        ('<base target="_top"><base href="/b/">', "/b/"),
        ('<base href=" ../a/ ">', "../a/"),
        ('<svg><base href="/a/"/></svg><base href="/b/">', "/b/"),
        ('<template><base href="/a/"></template><base href="/b/">', "/b/"),
        ('<base href="data:text/html,x">', ""),
        ('<base href="javascript:x">', ""),
        ('<base href="https://a b/"><base href="/b/">', ""),
        ('<base href=""><base href="/b/">', ""),
        ('<p>x</p><base href="https://example.org/a/b?c">', "https://example.org/a/b?c"),
    ],
)
def test_the_first_base_with_an_address_counts(html: str, base: str) -> None:
    assert HtmlPage("index.html", html).base == base


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ('<p id="a">x</p><a name="b">y</a><img name="c" alt="">', {"a", "b"}),
        ('<p id="größe %20">x</p><p id="">y</p><p id>z</p>', {"größe %20"}),
        (
            '<template><p id="a"></p></template><!-- <p id="b"> --><div><template shadowrootmode="open"><p id="c">',
            set(),
        ),
        ('<svg><g id="a"/></svg><noscript><p id="b"></p></noscript>', {"a", "b"}),
        ('<textarea><p id="a"></textarea><pre id="b"></pre>', {"b"}),
    ],
)
def test_a_fragment_leads_to_ids_and_to_names_of_links(html: str, anchors: set[str]) -> None:
    assert HtmlPage("index.html", html).anchors == anchors


def test_an_element_that_the_parser_repeats_counts_once_and_keeps_its_place() -> None:
    page = HtmlPage("index.html", '<p><b id="x"><i>one<p>two</i></b>')
    found = [(element.tag, place_of(element)) for element in page.all("p", "b", "i")]
    assert found == [("p", (1, 1)), ("p", (1, 20)), ("b", (1, 4)), ("i", (1, 14))]
    assert [len(elements) for elements in page.by_id.values()] == [1]


def nested(depth: int) -> str:
    """A frame in a frame … with a link in the inmost."""
    html = "<a href=/a>x</a>"
    for _ in range(depth):
        html = f'<iframe srcdoc="{html.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
    return html


def noise(size: int) -> str:
    """Markup that means nothing."""
    chance = random.Random(7)
    pieces = [
        "<a href=x>",
        "</a>",
        "<p",
        ">",
        "\0",
        "é",
        '"',
        "<table>",
        "<svg>",
        "<!--",
        "&#",
        "<b>",
        "</p>",
        "\ufffd",
        "<",
    ]
    return "".join(chance.choice(pieces) for _ in range(size))


HOSTILE: dict[str, Callable[[int], str]] = {
    "deep": lambda n: "<div>" * n,
    "links in tables": lambda n: "<a href=x><table><tr><td>" * n,
    "headings in one another": lambda n: "<h1><div><h2><div>" * n,
    "labels in one another": lambda n: "<label>" * n,
    "buttons and fields": lambda n: "<div><button><input tabindex=1>" * n,
    "bold text never ended": lambda n: "<p><b><i>" * (n // 10),
    "attributes": lambda n: f"<p {' '.join(f'a{number}=b' for number in range(n))}>",
    "one attribute again and again": lambda n: f"<p {'a=b ' * n}>",
    "choices": lambda n: "<select><option>" * n,
    "nulls": lambda n: "\0<p>\0" * n,
    "a large srcset": lambda n: f'<img alt="" srcset="{"a.png 1x, " * n}">',
    "brackets in a srcset": lambda n: f'<img alt="" srcset="a {"(" * n}">',
    "commas in a srcset": lambda n: f'<img alt="" srcset="{"," * n}">',
    "a large style": lambda n: f"<style>{'p{background:url(a)}' * (n // 10)}</style>",
    "brackets in a style": lambda n: f"<p style='{'url(' * (n // 10)}'>",
    "deep data": lambda n: f'<script type="application/ld+json">{"[" * n}{"]" * n}</script>',
    "long data": lambda n: f'<script type="application/ld+json">[{",".join(["{}"] * n)}]</script>',
    "the same id": lambda n: "<p id=a>" * n,
    "references": lambda n: "".join(f"<p aria-describedby='a{number}'>" for number in range(n)),
    "one long reference": lambda n: f"<p aria-describedby='{' '.join(f'a{number}' for number in range(n))}'>",
    "templates": lambda n: "<template>" * n,
    "shadow roots": lambda n: "<div><template shadowrootmode=open>" * n,
    "drawings": lambda n: "<svg>" * n,
    "drawings and text": lambda n: "<svg><foreignObject>" * n,
    "formulas": lambda n: "<math><mi>" * n,
    "empty links": lambda n: "<p><a href=x></a>" * n,
    "unfinished tags": lambda n: "<a href=" * n,
    "comments": lambda n: "<!--" * n,
    "metas": lambda n: "<meta http-equiv=content-security-policy content='script-src a'>" * (n // 100),
    "a long policy": lambda n: f"<meta http-equiv=content-security-policy content='{'img-src ; ' * n}'><p onclick=x>",
    "closed at once": lambda n: "<a/>" * n,
    "references that are none": lambda n: "&foo;" * n,
    "blanks in a tag": lambda n: f"<p{' ' * n}>",
    "noise": noise,
}


def work(html: str, path: str = "index.html") -> int:
    """How many steps all rules take for a page: lines of Python that run, which no other process slows down."""
    steps = 0

    def count(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal steps
        steps += 1
        return count

    page = HtmlPage(path, html)
    sys.settrace(count)
    try:
        found = everything(page)
    finally:
        sys.settrace(None)
    assert all(one.place.line >= 1 and one.place.column >= 1 for one in found)
    return steps


def everything(page: HtmlPage) -> list[Finding]:
    project = Project(Path(), date(2026, 11, 23))
    project.site = Site(Path("nowhere"))
    told(page)
    return [finding for rule in RULES for finding in rule.check(page, project)]


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_as_much_of_anything_takes_no_more_than_about_twice_the_work(name: str) -> None:
    make = HOSTILE[name]
    assert work(make(1600)) < 2.5 * work(make(800)) + 2000


@pytest.mark.parametrize("name", HOSTILE)
def test_much_of_anything_ends_in_findings_and_no_traceback(name: str) -> None:
    assert isinstance(everything(HtmlPage("index.html", HOSTILE[name](5000))), list)


@pytest.mark.parametrize("depth", [1, 3, 50])
def test_frames_in_frames_are_followed_as_far_as_anybody_sees(depth: int) -> None:
    links = [one.url for one in HtmlPage("index.html", nested(depth)).addresses if one.label == "srcdoc a href"]
    assert links == (["/a"] if depth <= 5 else [])
