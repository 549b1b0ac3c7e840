"""An element that shows another file does not say which.

Nothing is shown in its place.

Bad:
    <img alt="A father holds his baby">

Good:
    <img src="hold.jpg" alt="A father holds his baby">
"""

from collections.abc import Iterator
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H110"
LEVEL = "error"

_SOURCES: Final = {"img": ("src", "srcset"), "embed": ("src",), "track": ("src",), "link": ("href", "imagesrcset")}
"""What the HTML standard says must be there."""


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for tag, names in _SOURCES.items():
        for element in page.html(tag):
            if not any(name in element.attrs for name in names) and not _is_filled_later(element):
                message = f"this <{tag}> has no {' and no '.join(names)}, so nothing comes in its place"
                yield Finding(place_of(element), message, f"write {names[0]}= and an address, or take the element out")


def _is_filled_later(element: Element) -> bool:
    """Whether a script has what it needs to give the address when the element comes into sight."""
    return any(name.startswith("data-") for name in element.attrs)
