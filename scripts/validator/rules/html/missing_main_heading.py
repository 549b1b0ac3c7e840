"""A built page has no heading of the first level.

Readers who hear the page find out late, or not at all, what it is about; search engines guess.

Bad:
    <body><h2>Massage and sleep</h2></body>

Good:
    <body><h1>Massage and sleep</h1></body>
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H203"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    if not page.is_whole or page.is_passing or page.html("h1", "frameset"):
        return
    if not any(element.attr("aria-level") == "1" for element in page.having("role")):
        bodies = page.html("body")
        first = page.headings[0] if page.headings else bodies[0] if bodies else None
        place = place_of(first) if first else Place()
        yield Finding(place, "the page has no <h1>, the heading that says what it is about", "make its title an <h1>")
