"""An address in a built page leads to no file of the site.

A reader who follows it meets "not found"; a picture, style or script that it names does not come.

Bad:
    <a href="/familes/">Your family</a>

Good:
    <a href="/families/">Your family</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.site import Site

CODE = "W101"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for use in site.faulty("missing"):
        message = f"{use.address.label} leads to {quoted(use.address.url)}, and the site has no such file"
        yield Finding(site.place(use), message, site.nearest(use.target), use.address.url, use.page.path)
