"""No page of the site leads to this one.

Readers come to it only by a search engine or an old bookmark.  Not asked of the first page, of pages that move readers
on, of those that ask not to be listed (they are reached by design, after a form or without a network), and of pages
that a script names.

Bad:
    <title>Forgotten</title>

Good:
    <title>Linked</title>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding, Place
from validator.listing import is_for_readers
from validator.mentions import named_in_scripts
from validator.project import Project
from validator.site import Facts, Site

CODE = "W601"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    orphans = {path: _name(site, path) for path, facts in site.pages.items() if _is_orphan(site, facts)}
    called = named_in_scripts(site, orphans.values())
    for path, name in sorted(orphans.items()):
        if name not in called:
            message = f"no page leads to {quoted(site.url_path(path))}"
            yield Finding(Place(), message, "link to it from where readers look for it, or take it out", path=path)


def _is_orphan(site: Site, facts: Facts) -> bool:
    is_first = site.hosting.shown(facts.path) == ""
    is_meant = (
        facts.path in site.reach.linked or facts.path in site.reach.sent_to or facts.is_noindex or bool(facts.refresh)
    )
    return not is_first and not is_meant and is_for_readers(facts)


def _name(site: Site, path: str) -> str:
    shown = site.hosting.shown(path)
    return shown.rstrip("/").rpartition("/")[2] + ("/" if shown.endswith("/") else "")
