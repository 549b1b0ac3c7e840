"""A sitemap, feed, web manifest or other data file of the site is not what its name says.

Programs read such files strictly: one wrong character, and the whole file counts for nothing.

Bad:
    <url><loc>https://example.org/</loc>

Good:
    <url><loc>https://example.org/</loc></url>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.project import Project
from validator.site import Site

CODE = "W002"
LEVEL = "error"


def check(site: Site, project: Project) -> Iterator[Finding]:
    site.unpaged.facts  # noqa: B018 - reads them
    for path, reason, place in site.unpaged.unreadable:
        kind = "JSON" if path.lower().endswith((".json", ".webmanifest")) else "XML"
        yield Finding(
            place, f"this file cannot be read as {kind}: {reason}", "mend it here, or where it is made", path=path
        )
