"""A candidate of a `srcset` has a size or density that browsers do not understand.

They pass it over, so that picture is never shown.

Bad:
    <img src="a.jpg" srcset="a.jpg 1x, b.jpg 2" alt="Hands">

Good:
    <img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x" alt="Hands">
"""

import re
from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.addresses import candidates_of
from validator.parse.html import HtmlPage, place_in
from validator.project import Project

CODE = "H108"
LEVEL = "error"
_FLOAT: Final = r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_GOOD: Final = re.compile(rf"(?:[0-9]*[1-9][0-9]*w(?:[ \t\n\f\r]+[0-9]*[1-9][0-9]*h)?|{_FLOAT}x|)", re.A)


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for attribute in ("srcset", "imagesrcset"):
        for element in page.having(attribute):
            for _, url, descriptors in candidates_of(element.attr(attribute) or ""):
                if not _GOOD.fullmatch(descriptors) or descriptors.startswith("-"):
                    message = f"{attribute} has {quoted(descriptors)} after {quoted(url)}; browsers pass this one over"
                    place = place_in(page.markup, element, attribute, url)
                    yield Finding(place, message, "write a width as 640w, or a density as 2x", descriptors)
