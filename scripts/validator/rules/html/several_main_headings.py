"""A built page has more than one heading of the first level.

Readers who go from heading to heading cannot tell which one names the page.

Bad:
    <h1>Colic</h1> <h1>Wind</h1>

Good:
    <h1>Colic</h1> <h2>Wind</h2>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H204"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    shown = (one for one in page.html("h1") if one.attr("role") in (None, "heading") and not page.is_hidden(one))
    first = next(shown, None)
    for element in shown:
        line = place_of(first).line if first else 1
        message = f"this is one more <h1>; the first stands in line {line}"
        yield Finding(place_of(element), message, "make it an <h2>")
