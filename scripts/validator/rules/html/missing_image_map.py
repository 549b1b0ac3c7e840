"""An image names a map that the page does not have.

None of the places in the picture that should be links leads anywhere.

Bad:
    <img src="map.png" alt="Our countries" usemap="#countries">

Good:
    <img src="map.png" alt="Our countries" usemap="#world"> <map name="world"></map>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H106"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    named = page.having("usemap")
    maps = {name for one in page.html("map") for name in (one.attr("name"), one.attr("id"))} if named else set()
    for element in named:
        value = element.attr("usemap") or ""
        name = value.partition("#")[2]
        if element.tag in ("img", "object") and name not in maps:
            message = f"usemap is {quoted(value)}, and the page has no <map> of that name"
            fix = f"add <map name={quoted(name or 'name')}>, or take usemap out"
            yield Finding(place_of(element, "usemap"), message, fix, value)
