"""A link has no words: no text, no `alt`, no label.

A screen reader says "link" and no more, or reads out the address.

Bad:
    <a href="/classes/"><img src="arrow.svg" alt=""></a>

Good:
    <a href="/classes/"><img src="arrow.svg" alt="Classes"></a>
"""

from collections.abc import Iterator

from records.problem import quoted
from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H302"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element, name in page.links:
        if not name and not page.is_hidden(element) and not _is_out_of_reach(element):
            url = element.attr("href") or element.attr("xlink:href") or ""
            message = f"the link to {quoted(url)} has no words, so nobody hears where it leads"
            yield Finding(place_of(element), message, "write a text, or an alt or aria-label that says it", url)


def _is_out_of_reach(element: Element) -> bool:
    """Whether it is left out of what the keyboard reaches and carries a role that is none."""
    role = (element.attr("role") or "").lower()
    return element.attr("tabindex") == "-1" and role in ("presentation", "none")
