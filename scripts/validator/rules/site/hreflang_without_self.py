"""A page names its translations but not itself among them.

Search engines want the whole set on each page, this one included.

Bad:
    <link rel="alternate" hreflang="de" href="/de/">

Good:
    <link rel="alternate" hreflang="en" href="/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site

CODE = "W410"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()):
        targets = [site.target(facts, address.url) for _, address in facts.alternates]
        if targets and all(not target.parts and target.path != path for target in targets):
            first = facts.alternates[0].address
            message = "this page names its translations but not itself"
            fix = f"add a link with hreflang to {quoted(site.best_url(path))}"
            yield Finding(site.place(facts, first), message, fix, first.url, path)
