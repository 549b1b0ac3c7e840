"""What every built page says to browsers, search engines and people."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import ROOT
from pages.components import filters
from records.reader import parse
from records.source import Source

ADDRESS = "https://infant-massage.example/"
DATA = ("application/ld+json", "application/json")
"""Types of script elements that browsers read and never run."""
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


class Elements(HTMLParser):
    """All start tags of a page with their attributes, and the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "script":
            self.scripts.append((self.found[-1][1], ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [a for name, a in self.found if name == tag and wanted.items() <= a.items()]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Elements]:
    return {
        path.relative_to(site).as_posix(): Elements(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def written(pages: dict[str, Elements]) -> dict[str, Elements]:
    """The pages that have a Markdown file; the others are people, places and the page for what is not there."""
    return {page: html for page, html in pages.items() if source_of(page).is_file()}


def source_of(page: str) -> Path:
    name = page.removesuffix("index.html").rstrip("/")
    flat = ROOT / "docs/en" / f"{name}.md"
    return flat if flat.is_file() else ROOT / "docs/en" / name / "index.md"


def test_every_source_page_is_published(written: dict[str, Elements]) -> None:
    sources = {path for path in (ROOT / "docs/en").rglob("*.md") if "_shared" not in path.parts}
    assert {source_of(page) for page in written} == sources


def test_no_page_has_inline_script_style_or_handler(pages: dict[str, Elements]) -> None:
    for page, html in pages.items():
        assert [text for a, text in html.scripts if text.strip() and a.get("type") not in DATA] == [], page
        assert not html.all("style"), page
        odd = [(t, n) for t, attributes in html.found for n in attributes if n == "style" or n.startswith("on")]
        assert odd == [], page


def test_every_page_carries_a_policy_without_unsafe_parts(pages: dict[str, Elements]) -> None:
    for page, html in pages.items():
        (policy,) = html.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert "unsafe" not in policy["content"], page
        assert policy["content"].startswith("default-src 'none'; script-src 'self'; style-src 'self';"), page


def test_no_page_loads_anything_from_another_origin(pages: dict[str, Elements]) -> None:
    loading = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "use": "href"}
    for page, html in pages.items():
        for tag, attribute in loading.items():
            assert not [a for a in html.all(tag) if ELSEWHERE.match(a.get(attribute, ""))], page
        links = [a for a in html.all("link") if ELSEWHERE.match(a["href"]) and a["rel"] != "canonical"]
        assert links == [], page


def test_titles_and_descriptions_are_there_and_differ(pages: dict[str, Elements]) -> None:
    descriptions = [html.all("meta", name="description")[0]["content"] for html in pages.values()]
    assert min(map(len, descriptions)) >= 50
    same_name = {"instructors/maria-garcia-london/index.html", "instructors/maria-garcia-london-2/index.html"}
    titles = [
        html.all("meta", property="og:title")[0]["content"] for page, html in pages.items() if page not in same_name
    ]
    assert len(set(titles)) == len(titles)


def test_addresses_in_the_head_are_the_pages_own(pages: dict[str, Elements]) -> None:
    for page, html in pages.items():
        if page == "404.html":
            assert not html.all("link", rel="canonical")
            assert html.all("meta", name="robots", content="noindex")
            continue
        own = ADDRESS + quote(page.removesuffix("index.html"))
        assert html.all("link", rel="canonical") == [{"rel": "canonical", "href": own}]
        shared = [one["content"] for one in html.all("meta", property="og:url")]
        assert shared == ([own] if source_of(page).is_file() else []), page  # lean pages rely on the canonical address
        assert html.all("meta", property="og:image")[0]["content"] == f"{ADDRESS}art/social.png"


def test_programs_are_told_what_people_see(site: Path, written: dict[str, Elements]) -> None:
    long_date = filters("en")["long_date"]
    for page, html in written.items():
        graph = json.loads(next(text for a, text in html.scripts if a.get("type") == "application/ld+json"))["@graph"]
        web_page = next(part for part in graph if part["@type"].endswith("WebPage"))
        text = (site / page).read_text("utf-8")
        matter = _front_matter(source_of(page))
        assert web_page["@type"] == ("WebPage" if matter["pattern"] == "information" else "MedicalWebPage")
        assert web_page["url"] == ADDRESS + page.removesuffix("index.html")
        assert web_page["description"] == matter["description"]
        shown = dict(re.findall(r"<dt>([\w ]+)</dt><dd><time datetime=\"([\d-]+)\">", text))
        assert shown == {
            "First published": web_page["datePublished"],
            "Last reviewed": web_page["lastReviewed"],
            "Next review": matter["next_review"],
        }
        assert web_page["dateModified"] == web_page["lastReviewed"] == matter["last_reviewed"]
        assert long_date(date.fromisoformat(matter["last_reviewed"])) in text
        if crumbs := [part for part in graph if part["@type"] == "BreadcrumbList"]:
            steps = [step["name"] for step in crumbs[0]["itemListElement"]]
            visible = re.findall(r'breadcrumbs__step"><a href="[^"]*">([^<]*)</a>', text)
            assert [unescape(name) for name in visible] == steps[:-1]


def test_every_family_page_says_that_no_clinician_has_read_it_yet(site: Path, written: dict[str, Elements]) -> None:
    for page in written:
        if _front_matter(source_of(page))["reviewed_by"].startswith("not yet"):
            assert "No doctor, midwife or nurse has checked this page yet." in (site / page).read_text("utf-8")


def test_references_are_numbered_linked_and_verified(site: Path) -> None:
    text = (site / "is-now-a-good-time/index.html").read_text("utf-8")
    shown = re.findall(r'<li id="ref-(\w+)">', text)
    assert len(shown) >= 8
    assert 'id="ref-cooke2016">' in text
    assert "https://doi.org/10.2340/00015555-2279" in text
    assert "unverified" not in text


def test_the_sitemap_lists_every_page_with_its_review_date(
    site: Path, written: dict[str, Elements], pages: dict[str, Elements]
) -> None:
    text = (site / "sitemap.xml").read_text("utf-8")
    listed = dict(re.findall(r"<loc>([^<]+)</loc><lastmod>([\d-]+)</lastmod>", text))
    expected = {
        ADDRESS + page.removesuffix("index.html"): _front_matter(source_of(page))["last_reviewed"] for page in written
    }
    assert listed.items() >= expected.items()
    assert listed.keys() == {ADDRESS + quote(page.removesuffix("index.html")) for page in pages if page != "404.html"}
    assert not (site / "sitemap.xml.gz").exists()


def _front_matter(path: Path) -> dict[str, str]:
    yaml = path.read_text("utf-8").split("---\n")[1]
    record, problems = parse(Source(path.name, yaml))
    assert record
    assert not problems
    assert isinstance(record.data, dict)
    return {name: value for name, value in record.data.items() if isinstance(value, str)}
