"""Two links that stand alone have the same words and lead to different places.

Who goes from link to link cannot tell them apart.

Bad:
    <p><a href="/classes/">Classes</a></p> <p><a href="/instructors/">Classes</a></p>

Good:
    <p><a href="/classes/">Classes</a></p> <p><a href="/instructors/">Instructors</a></p>
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted
from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, above, place_of
from validator.parse.names import text_in
from validator.parse.urls import split_fragment
from validator.project import Project

CODE = "H314"
LEVEL = "warning"
_BLOCKS: Final = frozenset({"p", "li", "td", "th", "dd", "dt", "div", "section", "article", "nav", "body", "h2", "h3"})
_LETTERS: Final = 3


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    by_name: dict[str, list[Element]] = {}
    for element, name in page.links:
        if len(name) >= _LETTERS:
            by_name.setdefault(name.lower(), []).append(element)
    for elements in by_name.values():
        if len(elements) > 1:
            yield from _differing(elements, page)


def _differing(elements: list[Element], page: HtmlPage) -> Iterator[Finding]:
    first = elements[0]
    href, target = first.attr("href"), _target(first)
    others = [one for one in elements[1:] if one.attr("href") != href and _target(one) != target]
    if not others or not _stands_alone(first, page):
        return
    for element in others:
        if _stands_alone(element, page) and not page.is_hidden(element):
            url = element.attr("href") or ""
            message = f"this link has the words of the one in line {place_of(first).line}, and leads to {quoted(url)}"
            yield Finding(place_of(element), message, "give it words of its own", url)
            return


def _target(element: Element) -> str:
    return split_fragment((element.attr("href") or "").strip())[0].partition("?")[0].removesuffix("index.html")


def _stands_alone(element: Element, page: HtmlPage) -> bool:
    """Whether nothing around it says more: no other text in its block, no list or table that it is a part of."""
    around = list(above(element))
    block = next((one for one in around if one.tag in _BLOCKS), None)
    if block is None or sum(one.tag in ("li", "td", "th", "dd", "article", "section", "figure") for one in around):
        return False
    return text_in(block, page) == text_in(element, page)
