"""The data for search engines in a page is no JSON.

They pass over all of it.

Bad:
    <script type="application/ld+json">{"name": "Jane",}</script>

Good:
    <script type="application/ld+json">{"name": "Jane"}</script>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.found import JSON_LD
from validator.parse.html import HtmlPage
from validator.parse.located_json import JsonError, json_texts
from validator.parse.places import place_after
from validator.project import Project

CODE = "H405"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for element in page.html("script"):
        if (element.attr("type") or "").lower().strip() == JSON_LD and element.attr("src") is None:
            try:
                json_texts(element.text)
            except JsonError as error:
                place = place_after(element, error.place)
                yield Finding(place, f"this is no JSON: {error}", "mend it, or have it made by a program")
