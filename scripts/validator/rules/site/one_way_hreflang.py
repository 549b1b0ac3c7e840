"""A page names another as its translation, and that one does not name it back.

Search engines believe such links only when both pages say so.

Bad:
    <link rel="alternate" hreflang="de" href="/de/">

Good:
    <link rel="alternate" hreflang="fr" href="/fr/">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Facts, Site

CODE = "W409"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for path, facts in sorted(site.pages.items()):
        for _, address in facts.alternates:
            there = site.pages.get(site.target(facts, address.url).path)
            if there and there is not facts and path not in _named_by(site, there):
                message = f"{quoted(address.url)} is named as a translation, and that page does not name this one"
                fix = f"add a link with hreflang to {quoted(site.best_url(path))} there"
                yield Finding(site.place(facts, address), message, fix, address.url, path)


def _named_by(site: Site, facts: Facts) -> set[str]:
    return {site.target(facts, address.url).path for _, address in facts.alternates}
