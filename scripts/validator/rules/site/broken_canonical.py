"""The canonical link of a page leads to no page of the site.

It tells search engines which address to show; they show one that is not there, or none.

Bad:
    <link rel="canonical" href="https://example.org/familes/">

Good:
    <link rel="canonical" href="https://example.org/families/">
"""

from collections.abc import Iterator

from validator.facts import CANONICAL
from validator.finding import Finding
from validator.project import Project
from validator.site import Site
from validator.suggesting import missing

CODE = "W404"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("missing", "no-index"):
        if use.address.label == CANONICAL:
            yield missing(site, use)
