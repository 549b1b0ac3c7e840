"""A frame has no title.

A screen reader says "frame", and its user must go in to learn what it holds.

Bad:
    <iframe src="/map/"></iframe>

Good:
    <iframe src="/map/" title="Map of instructors"></iframe>
"""

from collections.abc import Iterator

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import labelled, spaced
from validator.project import Project

CODE = "H305"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("iframe", "frame"):
        if spaced(element.attr("title")) or labelled(element, page) or page.is_hidden(element) or _is_unseen(element):
            continue
        message = "the frame has no title, so nobody who hears the page knows what it holds"
        yield Finding(place_of(element), message, "say in title= what it shows", element.attr("src") or "")


def _is_unseen(element: Element) -> bool:
    is_nothing = all((element.attr(side) or "").removesuffix("px") in ("0", "1") for side in ("width", "height"))
    role = (element.attr("role") or "").lower()
    return is_nothing or (role in ("presentation", "none") and element.attr("tabindex") == "-1")
