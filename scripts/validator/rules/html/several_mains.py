"""A page has more than one visible `<main>`.

Readers who jump to the main part land in the first; the HTML standard allows one that is not hidden.

Bad:
    <main>Colic</main> <main>Wind</main>

Good:
    <main>Colic</main> <main hidden>Wind</main>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H207"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    shown = [element for element in page.html("main") if element.attr("hidden") is None]
    for element in shown[1:]:
        message = f"a second <main> that is not hidden; the first stands in line {place_of(shown[0]).line}"
        yield Finding(place_of(element), message, "put all of the main part into one <main>")
