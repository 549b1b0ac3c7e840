"""The canonical link of a page leads to a page that is itself not the one to show.

That page moves readers on, asks not to be listed, or names a third page; search engines give up following.

Bad:
    <link rel="canonical" href="https://example.org/old/">

Good:
    <link rel="canonical" href="https://example.org/new/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.listing import canonical_of, why_unwanted
from validator.project import Project
from validator.site import Site

CODE = "W406"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()):
        target = canonical_of(site, facts)
        there = site.pages.get(target.path) if target and not target.fault else None
        if there and there.path != path and (why := why_unwanted(site, there)):
            link = facts.canonicals[0]
            message = f"the canonical link leads to {quoted(link.url)}, and that page {why}"
            yield Finding(site.place(facts, link), message, "write the address of the page to show", link.url, path)
