"""A page is in no sitemap of the site, though others are.

Search engines may find it late.  Pages that move readers on, ask not to be listed or name another page as canonical do
not belong there and are not missed; a sitemap in a folder speaks for that folder only.

Bad:
    <title>Families</title>

Good:
    <title>Parents</title>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding, Place
from validator.listing import entries_of, is_for_readers, sitemaps_of, why_unwanted
from validator.project import Project
from validator.site import Site

CODE = "W403"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    folders = tuple({facts.folder for facts in sitemaps_of(site)})
    listed = {entry.target.path for entry in entries_of(site)} if folders else set()
    for path, facts in sorted(site.pages.items()):
        is_asked = path.startswith(folders) and path not in listed and any(listed)
        if is_asked and is_for_readers(facts) and not why_unwanted(site, facts):
            message = f"the page {quoted(site.url_path(path))} is in no sitemap"
            yield Finding(Place(), message, "list it, or mark it as noindex", path=path)
