"""An id is empty or has white space in it.

No link, label or style can name it.

Bad:
    <h2 id="first steps">First steps</h2>

Good:
    <h2 id="first-steps">First steps</h2>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.elements import SPACE
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H202"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.having("id"):
        name = element.attr("id") or ""
        if not name or any(sign in SPACE for sign in name):
            message = f"the id {quoted(name)} has white space in it" if name else "an id is empty"
            fix = "write hyphens for the spaces" if name.strip() else "give it a name, or take it out"
            yield Finding(place_of(element, "id"), f"{message}, so nothing can refer to it", fix, name)
