"""The running text of rendered Markdown, in which mistakes show: brackets that became no link stay in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from turbohtml import Element, Node, Text

from validator.parse.elements import words
from validator.parse.marks import apart, without_marks

HIDDEN: Final = "\ufffc"
"""Stands for what is no running text: code, a formula, an image, a link; and around an address that became one."""
_HIDDEN: Final = frozenset(
    {"code", "pre", "kbd", "samp", "var", "tt", "script", "style", "template", "textarea", "svg", "math", "select"}
    | {"img", "video", "audio", "iframe", "object", "canvas", "noscript", "title", "button"}
)
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "label", "mark", "q", "s"}
    | {"small", "span", "strike", "strong", "sub", "sup", "time", "u", "wbr", "big", "ruby", "rt", "rp"}
)
_FORMULA: Final = "arithmatex"


class Run(NamedTuple):
    """One stretch of text, and the offset in it and the number of each mark that stood there."""

    text: str
    marks: list[tuple[int, int]]


def runs_of(root: Element) -> Iterator[Run]:
    """The text of each block, in order; inline elements belong to the text around them."""
    pieces: list[str] = []
    waiting: list[Node | None] = [*reversed(root.children)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            pieces.append(node.data)
        elif node is None or (isinstance(node, Element) and node.tag not in _INLINE and node.tag not in _HIDDEN):
            if any(pieces):
                yield Run(*apart("".join(pieces)))
            pieces = []
            waiting += [None, *reversed(node.children)] if node is not None else []
        elif isinstance(node, Element):
            waiting += _inside(node, pieces)


def _inside(element: Element, pieces: list[str]) -> list[Node]:
    """What to look at in an inline element; what it hides is noted in `pieces`."""
    if element.tag in _HIDDEN or _FORMULA in words(element, "class") or (element.tag == "a" and not _is_bare(element)):
        pieces.append(HIDDEN)
        return []
    if element.tag == "a":
        pieces += (HIDDEN, element.text, HIDDEN)
        return []
    return [*reversed(element.children)]


def _is_bare(element: Element) -> bool:
    """Whether a link shows its own address, as those do that an extension finds in running text."""
    href = element.attr("href")
    return href is None or without_marks(element.text) == without_marks(href)
