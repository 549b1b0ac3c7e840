"""A page has several canonical links that lead to different addresses.

Search engines then believe none of them.

Bad:
    <link rel="canonical" href="https://example.org/a/"><link rel="canonical" href="https://example.org/b/">

Good:
    <link rel="canonical" href="https://example.org/a/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site

CODE = "W405"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()):
        for first, other in zip(facts.canonicals[:1] * len(facts.canonicals), facts.canonicals[1:], strict=False):
            if site.target(facts, first.url).goal != site.target(facts, other.url).goal:
                message = f"this page has another canonical link before this one, {quoted(first.url)}"
                yield Finding(site.place(facts, other), message, "keep the right one only", other.url, path)
