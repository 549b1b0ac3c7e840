"""What an element is called to somebody who hears the page (Accessible Name and Description Computation, HTML-AAM).

Only what the markup tells: a custom element or a frame may say something once it runs, so its name is `UNKNOWN`, which
is no empty one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from turbohtml import CData, Element, Text

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

UNKNOWN: Final = "\ufffc"
ENOUGH: Final = 150
"""Nodes inside an element that are looked at for its name; a longer one has one."""
_SILENT: Final = frozenset({"script", "style", "template", "desc", "metadata", "datalist"})
_RUNS: Final = frozenset({"iframe", "object", "embed", "canvas", "slot", "video", "audio", "math", "portal"})
_PICTURES: Final = frozenset({"img", "area"})


def name_of(element: Element, page: HtmlPage) -> str:
    """The name of an element from its labels, its contents, or its `title`; "" when it has none."""
    return labelled(element, page) or text_in(element, page) or spaced(element.attr("title"))


def labelled(element: Element, page: HtmlPage) -> str:
    """The name that `aria-labelledby` or `aria-label` gives."""
    if element not in page.labelled:
        return ""
    ids = (element.attr("aria-labelledby") or "").split()
    named = [one for name in ids for one in page.by_id.get(name, ())[:1]]
    told = " ".join(spaced(one.attr("aria-label")) or _told(one, page) for one in named)
    return told.strip() or spaced(element.attr("aria-label"))


def _told(element: Element, page: HtmlPage) -> str:
    own = spaced(element.attr("alt")) or spaced(element.attr("value")) if element.tag in ("img", "input") else ""
    return own or text_in(element, page, with_hidden=True) or spaced(element.attr("title"))


def text_in(element: Element, page: HtmlPage, with_hidden: bool = False) -> str:
    """The text that the contents of an element are read as."""
    if len(element) == 1 and isinstance(only := element.children[0], Text):
        return " ".join(only.data.split())
    return spaced("".join(_pieces(element, page, with_hidden)))


def _pieces(element: Element, page: HtmlPage, with_hidden: bool) -> Iterator[str]:
    nodes = islice(element.descendants, ENOUGH)
    for node in nodes:
        if isinstance(node, Text | CData):
            yield node.data
        elif isinstance(node, Element):
            own = _own(node, page, with_hidden)
            if own is not None:
                yield own
                _pass_over(node, nodes)
            elif node.tag in ("br", "p", "div", "li", "td"):
                yield " "
    if next(islice(element.descendants, ENOUGH, None), None) is not None:
        yield UNKNOWN


def _pass_over(node: Element, nodes: Iterator[object]) -> None:
    inside = sum(1 for _ in islice(node.descendants, ENOUGH))
    deque(islice(nodes, inside), maxlen=0)


def _own(node: Element, page: HtmlPage, with_hidden: bool) -> str | None:
    """What an element within is read as by itself, "" for one that is not read; None when its contents tell."""
    tag = node.tag
    if tag in _SILENT or (not with_hidden and is_marked_hidden(node)):
        return ""
    if tag in _RUNS or "-" in tag:
        return UNKNOWN
    if told := labelled(node, page):
        return told
    if not node.attrs:
        return "" if tag in _PICTURES else None
    title = spaced(node.attr("title"))
    if tag in _PICTURES:
        return spaced(node.attr("alt")) or title
    if tag in ("input", "select", "textarea"):
        return spaced(node.attr("alt")) or spaced(node.attr("value")) or title
    return title if title and not text_in_short(node) else None


def text_in_short(node: Element) -> bool:
    """Whether there is any text inside, seen or not."""
    return any(isinstance(one, Text) and not one.data.isspace() for one in islice(node.descendants, ENOUGH))


def spaced(text: str | None) -> str:
    """`text` with single spaces."""
    return " ".join(text.split()) if text else ""


def is_marked_hidden(element: Element) -> bool:
    """Whether an element's own attributes take it from everybody, or from those who hear the page."""
    if not element.attrs:
        return False
    if element.attr("hidden") is not None or (element.attr("aria-hidden") or "").strip().lower() == "true":
        return True
    style = (element.attr("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
