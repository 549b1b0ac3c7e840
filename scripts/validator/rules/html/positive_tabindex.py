"""A `tabindex` above 0 puts an element before all others.

Who goes through the page by keyboard is led to and fro.

Bad:
    <a href="/classes/" tabindex="3">Classes</a>

Good:
    <a href="/classes/">Classes</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H311"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.having("tabindex"):
        value = (element.attr("tabindex") or "").strip()
        if value.removeprefix("+").isdecimal() and int(value[:9]) > 0:
            message = f"tabindex={quoted(value)} takes this element out of the order of the page"
            yield Finding(place_of(element, "tabindex"), message, "write 0, or take it out", value)
