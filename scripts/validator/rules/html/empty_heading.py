"""A heading has nothing in it that can be read.

Readers who go from heading to heading come to one that says nothing.

Bad:
    <h2><img src="line.png" alt=""></h2>

Good:
    <h2><img src="line.png" alt="">Signs of colic</h2>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import name_of
from validator.project import Project

CODE = "H206"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.headings:
        if element.attr("role") in (None, "heading") and not name_of(element, page) and not page.is_hidden(element):
            message = f"this <{element.tag}> is empty to those who hear the page"
            yield Finding(place_of(element), message, "write a heading, or take the element out", element.tag)
