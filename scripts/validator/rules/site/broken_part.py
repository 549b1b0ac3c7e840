"""A picture, style, script, font or other part that a page or a style sheet names is not there.

Readers get the page without it: no picture, no layout, nothing that moves.

Bad:
    <img src="/art/hands.svg" alt="Two hands">

Good:
    <img src="/art/two-hands.svg" alt="Two hands">
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.addresses import PART
from validator.project import Project
from validator.site import Site
from validator.suggesting import missing

CODE = "W102"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("missing", "no-index"):
        if use.address.kind == PART:
            yield missing(site, use)
