"""A field of a form has no label.

Who does not see what stands around it cannot know what to write into it.

Bad:
    <input type="text" name="town">

Good:
    <label>Town <input type="text" name="town"></label>
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import labelled, spaced, text_in
from validator.parse.structure import labels_of
from validator.project import Project

CODE = "H304"
LEVEL = "error"
_UNLABELLED: Final = frozenset({"hidden", "submit", "reset", "button", "image"})
_SWITCHES: Final = frozenset({"checkbox", "radio"})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("input", "select", "textarea"):
        kind = (element.attr("type") or "text").lower() if element.tag == "input" else ""
        if kind in _UNLABELLED or _is_named(element, kind, page) or page.is_hidden(element):
            continue
        message = f"this <{element.tag}> has no label, so nobody who hears the page knows what it is for"
        fix = "put it into a <label> with words, or name its id in the for= of one"
        yield Finding(place_of(element), message, fix, element.attr("name") or "")


def _is_named(element: Element, kind: str, page: HtmlPage) -> bool:
    """Whether it has a name, or is a switch that only styles use: with an empty label, or an id and no name to send."""
    if any(spaced(element.attr(name)) for name in ("title", "placeholder")) or labelled(element, page):
        return True
    if kind in _SWITCHES and element.attr("id") and element.attr("name") is None:
        return True
    labels = labels_of(element, page)
    return any(text_in(one, page) or labelled(one, page) or kind in _SWITCHES for one in labels)
