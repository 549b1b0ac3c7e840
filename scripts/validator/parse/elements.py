"""What the parsers of Markdown and of HTML ask of an element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from turbohtml import CData, Element, Text

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
SPACE: Final = " \t\n\f\r"
"""What the HTML standard calls white space."""
VOID: Final = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
"""The elements of HTML that have no contents and no end tag."""
_NO_TEXT = frozenset({"script", "style", "template"})


def words(element: Element, name: str) -> list[str]:
    """The words of an attribute such as `class` or `rel`."""
    return (element.attr(name) or "").split()


def text_of(element: Element) -> str:
    """The text that a reader gets from an element, with the `alt` of its images."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    for node in element.descendants:
        if isinstance(node, Element):
            yield (node.attr("alt") or "") if node.tag in ("img", "area", "input") else ""
        elif isinstance(node, Text | CData) and _is_read(node.parent):
            yield node.data


def _is_read(parent: object) -> bool:
    """Whether text in `parent` is read: no code for programs, nor the sign that leads to a heading's own address."""
    return not isinstance(parent, Element) or (
        parent.tag not in _NO_TEXT and "headerlink" not in words(parent, "class")
    )
