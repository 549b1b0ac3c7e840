"""A `<label>` belongs to no field.

A click on it does nothing, and a screen reader does not read it with the field it stands beside.

Bad:
    <label>Town</label> <input name="town" title="Town">

Good:
    <label>Town <input name="town"></label>
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import ENOUGH
from validator.parse.structure import labelling_ids
from validator.project import Project

CODE = "H209"
LEVEL = "warning"
_FIELDS: Final = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea", "slot"})


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    told = labelling_ids(page)
    for element in page.html("label"):
        if element.attr("for") or _holds_field(element) or element.attr("id") in told:
            continue
        if not page.is_hidden(element):
            message = "this label belongs to no field: it has no for=, and no field stands in it"
            yield Finding(place_of(element), message, "name the id of its field in for=", "label")


def _holds_field(element: Element) -> bool:
    """Whether a field stands in it, or an element that a script may make one of."""
    return any(one.tag in _FIELDS or "-" in one.tag for one in islice(element.iter_elements(), ENOUGH))
