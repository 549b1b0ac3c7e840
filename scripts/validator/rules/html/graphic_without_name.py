"""An element with the role of a picture has no name.

A screen reader says "image" and no more.

Bad:
    <svg role="img"><path d="M0 0h9v9"/></svg>

Good:
    <svg role="img" aria-label="Open in a map"><path d="M0 0h9v9"/></svg>
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import labelled, spaced, text_in
from validator.project import Project

CODE = "H306"
LEVEL = "error"
_ROLES: Final = frozenset({"img", "image", "graphics-document", "graphics-symbol"})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.having("role"):
        is_picture = (element.attr("role") or "").lower() in _ROLES and element.tag not in ("img", "area", "input")
        if is_picture and not _is_named(element, page) and not page.is_hidden(element):
            message = f"this <{element.tag}> is a picture to those who hear the page, and has no name"
            yield Finding(place_of(element), message, "say in aria-label= what it shows", element.tag)


def _is_named(element: Element, page: HtmlPage) -> bool:
    return bool(labelled(element, page) or spaced(element.attr("title")) or _title_in(element, page))


def _title_in(element: Element, page: HtmlPage) -> str:
    """The `<title>` of SVG; other contents of a picture are not read."""
    titles = (one for one in element.children if isinstance(one, Element) and one.tag == "title")
    return next((text_in(one, page) for one in titles), "")
