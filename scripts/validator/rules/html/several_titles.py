"""A page has more than one title.

Browsers show the first, and the second is lost.

Bad:
    <head><title>Colic</title><title>Our site</title></head>

Good:
    <head><title>Colic – Our site</title></head>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import spaced
from validator.project import Project

CODE = "H402"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("title")[1:]:
        message = "the page has a title already; browsers pass this one over"
        yield Finding(place_of(element), message, "join the two into one", spaced(element.text))
