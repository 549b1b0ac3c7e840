"""A heading of a built page is more than one level below the one before it.

Readers who go from heading to heading miss a step, and look for what is not there.  The HTML standard asks that each
heading be at most one level deeper than the one it follows.

Bad:
    <h1>Colic</h1> <h3>Signs</h3>

Good:
    <h1>Colic</h1> <h2>Signs</h2>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.structure import outline_of
from validator.project import Project

CODE = "H205"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    last = 0
    for element, level in outline_of(page):
        if last and level > last + 1 and not page.is_hidden(element):
            message = f"a heading of level {level} follows one of level {last}; level {last + 1} is skipped"
            fix = f"make it <h{last + 1}>" if last < 6 else "raise it"
            yield Finding(place_of(element), message, fix, element.tag)
        last = level
