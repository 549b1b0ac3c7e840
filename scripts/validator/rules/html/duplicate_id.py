"""Two elements of a built page have the same id.

A link to it leads to the first one only, and a label or a description may name the wrong element.

Bad:
    <h2 id="colic">Colic</h2> <h2 id="colic">More on colic</h2>

Good:
    <h2 id="colic">Colic</h2> <h2 id="more-on-colic">More on colic</h2>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H201"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for name, elements in page.by_id.items():
        for element in elements[1:]:
            first = place_of(elements[0], "id").line
            message = f"the id {quoted(name)} stands already in line {first}, so no link can lead here"
            yield Finding(place_of(element, "id"), message, "give this element an id of its own", name)
