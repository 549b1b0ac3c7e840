"""What must hold on every page, in both palettes, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import Visit
from conftest import ROOT

PAGES = sorted(
    path.relative_to(ROOT / "docs/en").with_suffix("").as_posix().removesuffix("index").rstrip("/")
    for path in (ROOT / "docs/en").rglob("*.md")
    if "_shared" not in path.parts
)
DIRECTORY = [
    "maria-garcia-london",
    "amina-yusuf-leeds",  # the certificate has ended
    "mona-abdallah-cairo",  # written from right to left
    "suharti-yogyakarta",  # one name, no contact
    "gb",
    "gb/london",
    "jp",
    "language/ar-eg",
    "online",
]
ADDRESSES = [f"{page}/" if page else "" for page in PAGES]
LEAN = [f"instructors/{page}/" for page in DIRECTORY]
"""Pages with the small navigation of the directory, so that ten thousand of them stay light."""
ADDRESSES += [*LEAN, "404.html"]
LOOKS = [(360, False), (360, True), (1280, False), (1280, True)]
AXE = Axe()


def faults_by_axe(visit: Visit) -> list[str]:
    found = AXE.run(visit.page).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize(("width", "dark"), LOOKS, ids=["phone", "phone-dark", "desk", "desk-dark"])
def test_axe_and_the_browser_find_nothing_wrong(visit: Callable[..., Visit], path: str, width: int, dark: bool) -> None:
    look = visit(width, 900, dark=dark)
    look.go(path)
    assert faults_by_axe(look) == []
    look.check()


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_cut_off_at_320_pixels(visit: Callable[..., Visit], path: str) -> None:
    page = visit(320, 640).go(path)
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((part) => {
            const box = part.getBoundingClientRect();
            const scrolls = part.closest("table, pre, .term__tip, .visually-hidden, .skip-link");
            return !scrolls && box.width && (box.right > innerWidth + 1 || box.left < -1);
        }).map((part) => part.outerHTML.slice(0, 90))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_target_can_be_hit_with_a_thumb(visit: Callable[..., Visit], path: str) -> None:
    """24 pixels each way (WCAG 2.5.8); a link inside a sentence is as high as its line.

    A country on the map may be smaller where the list below it has the same link in full size ("equivalent").
    """
    page = visit(360).go(path)
    small = page.evaluate(
        """() => {
            const isLarge = ({ width, height }) => width >= 24 && height >= 24;
            const listed = [...document.querySelectorAll(".place-list a")]
                .filter((link) => isLarge(link.getBoundingClientRect())).map((link) => link.href);
            const address = (drawn) => new URL(drawn.getAttribute("href"), document.baseURI).href;
            const onMap = (part) => part.matches(".world-map__country") && listed.includes(address(part));
            return [...document.querySelectorAll("a[href], button, summary, input")].filter((part) => {
                const box = part.getBoundingClientRect();
                const inText = part.closest("p, li, dd, td, h1, h2, h3") && getComputedStyle(part).display === "inline";
                return box.width && !inText && !isLarge(box) && !onMap(part) && !part.matches(".skip-link");
            }).map((part) => part.outerHTML.slice(0, 120));
        }"""
    )
    assert small == []


@pytest.mark.parametrize("path", ADDRESSES)
def test_the_text_is_there_without_javascript(visit: Callable[..., Visit], path: str) -> None:
    plain, lively = visit(javascript=False), visit()
    plain.go(path)
    lively.go(path).evaluate("document.querySelectorAll('main .js-only').forEach((part) => part.remove())")
    texts = [look.page.locator("main").inner_text() for look in (plain, lively)]
    assert texts[0] == texts[1]
    links = plain.page.locator("nav.site-nav a")
    if path in LEAN:
        assert links.all_inner_texts() == ["Start", "Who and why", "Privacy", "All pages"]
    else:
        assert links.count() > 20
    assert plain.page.locator(".js-only:visible").count() == 0
