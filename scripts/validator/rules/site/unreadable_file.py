"""A built file cannot be read, so nothing in it was looked at.

It is larger than any browser would take, or the disk does not give it.

Bad:
    <a href="a-hundred-megabytes.html">

Good:
    <a href="a-page.html">
"""

from collections.abc import Iterator

from validator.finding import Finding, as_finding
from validator.project import Project
from validator.site import Site

CODE = "W001"
LEVEL = "error"
ALWAYS = True


def check(site: Site, project: Project) -> Iterator[Finding]:
    yield from map(as_finding, site.problems)
