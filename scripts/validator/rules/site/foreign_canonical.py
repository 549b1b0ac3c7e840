"""The canonical link of a page leads to another host than the site's own.

Search engines then show the other site in place of this page.  That is right for a text that first stood there; it is
wrong when the site has moved, or was built with the address of a test server.

Bad:
    <link rel="canonical" href="http://localhost:8000/families/">

Good:
    <link rel="canonical" href="https://example.org/families/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.listing import canonical_of
from validator.project import Project
from validator.site import LOCAL, Site

CODE = "W407"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()) if site.has_address else ():
        target = canonical_of(site, facts)
        parts = target.parts if target else None
        if parts and parts.scheme in LOCAL and not site.is_own(parts):
            link = facts.canonicals[0]
            message = f"the canonical link leads to {quoted(link.url)}, and this site is {quoted(site.home.origin)}"
            fix = f"write {quoted(site.url_of(path))}, unless the text first stood there"
            yield Finding(site.place(facts, link), message, fix, link.url, path)
