"""A link to another site opens a window of its own and lets that site steer this page.

The other site can put something else in the place of the page the reader came from.  For `_blank` browsers prevent it
since 2021, as the HTML standard asks, unless `rel="opener"` allows it; for a window with a name they do not.

Bad:
    <a href="https://example.org/" target="chapter">Our chapter</a>

Good:
    <a href="https://example.org/" target="_blank">Our chapter</a>
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.elements import words
from validator.parse.html import HtmlPage, place_of
from validator.parse.origins import foreign_host
from validator.project import Project

CODE = "H505"
LEVEL = "warning"
_SAME: Final = frozenset({"", "_self", "_parent", "_top", "_unfencedtop"})
_SAFE: Final = frozenset({"noopener", "noreferrer"})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.having("target"):
        url = (element.attr("href") or element.attr("action") or "").strip()
        target = (element.attr("target") or "").lower()
        if (
            element.tag not in ("a", "area", "form")
            or target in _SAME
            or not foreign_host(url, page, project.site.address if project.site else "")
        ):
            continue
        rel = {word.lower() for word in words(element, "rel")}
        if not rel & _SAFE and (target != "_blank" or "opener" in rel):
            message = f"{quoted(url)} opens in the window {quoted(target)} and can steer this page from there"
            yield Finding(place_of(element, "target"), message, 'add rel="noopener"', url)
