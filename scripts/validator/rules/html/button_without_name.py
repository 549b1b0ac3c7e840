"""A button has no words: no text, no value, no label.

A screen reader says "button" and no more.

Bad:
    <button type="button"><svg aria-hidden="true"></svg></button>

Good:
    <button type="button" aria-label="Close"><svg aria-hidden="true"></svg></button>
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import name_of, spaced
from validator.parse.structure import labels_of
from validator.project import Project

CODE = "H303"
LEVEL = "error"
_TYPES: Final = frozenset({"button"})
_NAMED_BY_BROWSER: Final = frozenset({"submit", "reset"})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    buttons = [*page.html("button", "summary")]
    buttons += [one for one in page.having("role") if (one.attr("role") or "").lower() == "button"]
    buttons += [one for one in page.html("input") if _is_button(one)]
    for element in dict.fromkeys(buttons):
        if _is_named(element, page) or page.is_hidden(element):
            continue
        message = f"this {'button' if element.tag != 'summary' else '<summary>'} has no words that say what it does"
        yield Finding(place_of(element), message, "write a text in it, or an aria-label", element.tag)


def _is_button(element: Element) -> bool:
    kind = (element.attr("type") or "").lower()
    return kind == "button" or (kind in _NAMED_BY_BROWSER and element.attr("value") is not None)


def _is_named(element: Element, page: HtmlPage) -> bool:
    if element.tag == "summary" and getattr(element.parent, "tag", "") != "details":
        return True
    role = (element.attr("role") or "").lower()
    if role in ("presentation", "none") or spaced(element.attr("value") if element.tag == "input" else ""):
        return True
    return bool(name_of(element, page) or (element.tag in ("button", "input") and labels_of(element, page)))
