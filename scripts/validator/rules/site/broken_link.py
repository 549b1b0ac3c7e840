"""An address that readers or programs follow leads to no page and no file of the site.

A reader who follows it meets "not found".  A folder counts by its index page, `name.html` answers for `name` as on most
hosts, and what `_redirects` sends elsewhere is there.  Where something is sent to (`action`, `ping`) is a warning only:
a program may stand there that is no file.

Bad:
    <a href="/familes/">Your family</a>

Good:
    <a href="/families/">Your family</a>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.addresses import ACTION, LINK, MENTION
from validator.project import Project
from validator.site import Site
from validator.suggesting import missing

CODE = "W101"
LEVEL = "error"
_OTHERS_SAY = ("link canonical", "sitemap loc", "sitemap index loc")


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("missing", "no-index"):
        kind, label = use.address.kind, use.address.label
        if kind in (LINK, MENTION, ACTION) and label not in _OTHERS_SAY:
            yield missing(site, use, level="warning" if kind == ACTION else "")
