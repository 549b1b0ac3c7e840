"""An element has no end tag of its own.

Browsers guess where it ends: often only where the page does, so that half a page becomes a link or a heading.

Bad:
    <p><a href="/classes/">Classes are for parents.</p>

Good:
    <p><a href="/classes/">Classes</a> are for parents.</p>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.faults import unclosed
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H005"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in unclosed(page):
        message = f"<{element.tag}> has no </{element.tag}> at a place that fits, so browsers guess where it ends"
        fix = f"write </{element.tag}> where it ends, before the end of what it stands in"
        yield Finding(place_of(element), message, fix, element.tag)
