"""The page for "not found" names something by a relative address.

Hosts send 404.html for any address that is missing, at any depth, so `style.css` means another file each time: readers
get a page without its layout, whose links lead nowhere.

Bad:
    <link rel="stylesheet" href="style.css">

Good:
    <link rel="stylesheet" href="/style.css">
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.addresses import MAP, MENTION
from validator.project import Project
from validator.site import NOT_FOUND_PAGE, Site

CODE = "W107"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    page = site.pages.get(NOT_FOUND_PAGE)
    if page is None or page.base:
        return
    for one in page.addresses:
        target = site.target(page, one.url)
        if one.kind in (MAP, MENTION) or not target.path or site.is_rooted(one.url):
            continue
        message = (
            f"{one.label} is {quoted(one.url)}, which means another file at every address where this page is shown"
        )
        fix = f"write {quoted(site.url_path(target.path))}"
        yield Finding(site.place(page, one), message, fix, one.url, page.path)
