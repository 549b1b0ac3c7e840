"""The front matter of a page is not as the site needs it: a line is missing, wrong or contradicts another.

Readers would not see who answers for the page, or would see a day or a source that is not so.

Bad:
    last_reviewed: 2027-01-01

Good:
    last_reviewed: 2026-02-10
"""

from collections.abc import Iterator

from validator.finding import Finding, as_finding
from validator.project import Project

CODE = "D401"
LEVEL = "error"
GROUP = "house"


def check(project: Project, _: Project) -> Iterator[Finding]:
    for _page, _matter, problems in project.house.front_matter:
        yield from map(as_finding, problems)
