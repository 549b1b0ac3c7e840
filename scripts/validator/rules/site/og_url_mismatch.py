"""A page tells networks one address (`og:url`) and search engines another (the canonical link).

What people share and what they find count as two pages.

Bad:
    <meta property="og:url" content="https://example.org/family/">

Good:
    <meta property="og:url" content="https://example.org/families/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site

CODE = "W411"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()):
        told = next((one for one in facts.addresses if one.label == "meta og:url"), None)
        canonical = facts.canonicals[0] if len(facts.canonicals) == 1 else None
        if told and canonical and site.target(facts, told.url).goal != site.target(facts, canonical.url).goal:
            message = f"og:url is {quoted(told.url)}, and the canonical link leads to {quoted(canonical.url)}"
            yield Finding(site.place(facts, told), message, f"write {quoted(canonical.url)}", told.url, path)
