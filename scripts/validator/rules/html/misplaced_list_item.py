"""An entry of a list stands outside of one, or a list holds something that is no entry.

A screen reader tells a wrong number of entries, or none (WCAG 2.2, 1.3.1).

Bad:
    <ul><a href="/classes/">Classes</a></ul>

Good:
    <ul><li><a href="/classes/">Classes</a></li></ul>
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H211"
LEVEL = "error"
_LISTS: Final = ("ul", "ol", "menu")
_MAY_STAND: Final = frozenset({"li", "script", "template", "noscript", "slot"})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("li"):
        parent = element.parent
        if isinstance(parent, Element) and parent.tag not in _LISTS and parent.tag != "slot" and "-" not in parent.tag:
            message = f"this <li> stands in a <{parent.tag}>, not in a list"
            yield Finding(place_of(element), message, "put it into a <ul> or an <ol>", "li")
    for element in page.html(*_LISTS):
        for child in element.children:
            if isinstance(child, Element) and child.tag not in _MAY_STAND and "-" not in child.tag:
                message = f"this <{child.tag}> stands in a <{element.tag}>, which can hold entries only"
                yield Finding(place_of(child), message, "put it into an <li>", child.tag)
