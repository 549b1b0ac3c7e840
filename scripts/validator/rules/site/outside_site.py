"""An address leads above the folder in which the site lies on its host.

A site at `https://example.org/massage/` has its pages below `/massage/`; an address that begins with a slash, or goes
up too often, leaves it.  Where the site itself has the file, the path of the site was forgotten: an error.  Elsewhere a
warning: what lies there cannot be looked up here.  Whole addresses (`https://example.org/other/`) are meant so.

Bad:
    <a href="/families/">Your family</a>

Good:
    <a href="/massage/families/">Your family</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site
from validator.suggesting import finding, instead

CODE = "W105"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("outside"):
        where = f"outside {quoted(site.home.path)}, the site's own folder"
        message = f"{use.address.label} leads to {quoted(use.address.url)}, {where}"
        if use.target.path:
            yield finding(site, use, message, instead(site, use, use.target.path))
        else:
            fix = "write the whole address with https:// if another site is meant"
            yield finding(site, use, f"{message}; what is there cannot be looked up", fix, "warning")
