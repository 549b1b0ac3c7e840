"""The words of a link in a built page do not say where it leads.

Who goes from link to link hears "here, here, more".  A link within the page may repeat the heading it leads to.

Bad:
    <a href="/classes/">Click here</a>

Good:
    <a href="/classes/">What happens in a class</a>
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H313"
LEVEL = "warning"
_VAGUE: Final = frozenset(
    {"click here", "click", "here", "this", "this link", "this page", "link", "more", "read more", "learn more"}
    | {"more info", "more information", "more details", "see more", "find out more", "continue reading"}
    | {"click this link", "follow this link", "right here"}
)
_ENDS: Final = " .…:!>»→›-–"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element, name in page.links:
        is_vague = len(name) < 20 and name.strip(_ENDS).lower() in _VAGUE
        if is_vague and not (element.attr("href") or "").startswith("#") and not page.is_hidden(element):
            message = f"the link says {quoted(name)}, which does not tell where it leads"
            yield Finding(place_of(element), message, "name what the reader will find there", name)
