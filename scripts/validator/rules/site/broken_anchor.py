"""An address leads to a place in a page, and that page has no such place.

The browser opens the page at its top, and the reader has to look for what was promised.  Ids and names of `<a>` count,
with percent signs resolved; `#`, `#top` and text fragments (`#:~:text=…`) always arrive.  Fragments that scripts read
(`#/route`, `#!key`) are not looked at, nor those into files that are no pages, but for the ids of SVG pictures.

Bad:
    <a href="/babies/#colick">Colic</a>

Good:
    <a href="/babies/#colic">Colic</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site
from validator.suggesting import finding, nearest_anchor

CODE = "W103"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("no-anchor"):
        fragment, there = use.target.fragment, site.pages.get(use.target.path)
        where = "this page" if there is use.page else quoted(site.url_path(use.target.path))
        message = f"{use.address.label} leads to {quoted(use.address.url)}, and {where} has no place with that name"
        like = nearest_anchor(there, fragment) if there else ""
        rest = use.address.url.strip().partition("#")[0]
        yield finding(
            site, use, message, f"write {quoted(f'{rest}#{like}')}" if like else "take the # and what follows out"
        )
