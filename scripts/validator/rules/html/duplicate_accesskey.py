"""Two elements have the same access key.

The key leads to one of them only, or to neither.

Bad:
    <a href="/" accesskey="h">Home</a> <a href="/help/" accesskey="h">Help</a>

Good:
    <a href="/" accesskey="h">Home</a> <a href="/help/" accesskey="p">Help</a>
"""

from collections.abc import Iterator

from records.problem import quoted
from turbohtml import Element

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H312"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    seen: dict[str, Element] = {}
    for element in page.having("accesskey"):
        for key in (element.attr("accesskey") or "").split():
            first = seen.setdefault(key, element)
            if first is not element:
                message = f"the access key {quoted(key)} is given already in line {place_of(first).line}"
                yield Finding(place_of(element, "accesskey"), message, "choose another key, or none", key)
