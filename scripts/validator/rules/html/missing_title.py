"""A page has no title, or an empty one.

The tab, the bookmark, the list of search results and the screen reader then show its address (WCAG 2.2, 2.4.2).

Bad:
    <head><title></title></head>

Good:
    <head><title>Massage and sleep</title></head>
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import spaced
from validator.project import Project

CODE = "H401"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    titles = page.html("title")
    if not page.is_whole or page.is_passing or (titles and spaced(titles[0].text)):
        return
    heads = page.html("head")
    place = place_of(titles[0]) if titles else place_of(heads[0]) if heads else Place()
    message = "the title is empty" if titles else "the page has no title"
    yield Finding(place, f"{message}, so tabs and search results show its address", "say in <title> what it is about")
