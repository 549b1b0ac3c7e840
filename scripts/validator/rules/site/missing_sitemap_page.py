"""A sitemap lists a page, or another sitemap, that is not there.

Search engines ask for it, are told "not found", and trust the rest of the list less.

Bad:
    <loc>https://example.org/familes/</loc>

Good:
    <loc>https://example.org/families/</loc>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.written import SITEMAP, SITEMAP_INDEX
from validator.project import Project
from validator.site import Site
from validator.suggesting import missing

CODE = "W401"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("missing", "no-index"):
        if use.address.label in (SITEMAP, SITEMAP_INDEX):
            yield missing(site, use)
