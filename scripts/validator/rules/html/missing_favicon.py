"""A page names no icon, and the site has none at the address where browsers look for one.

Its tab and bookmark stay blank, and each visit asks the host for a file that is not there.

Bad:
    <head><title>Colic</title></head>

Good:
    <head><title>Colic</title><link rel="icon" href="/favicon.svg"></head>
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H404"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    if not page.is_whole or page.is_passing or (project.site and "favicon.ico" in project.site.files):
        return
    if not any("icon" in (element.attr("rel") or "").lower() for element in page.html("link")):
        heads = page.html("head")
        place = place_of(heads[0]) if heads else Place()
        message = "the page names no icon, and the site has no /favicon.ico"
        yield Finding(place, message, 'add <link rel="icon" href="…"> to its head')
