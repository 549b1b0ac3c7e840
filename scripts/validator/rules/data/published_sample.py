"""A made-up person would be published at a real address, where families would look for them.

Bad:
    address: https://infantmassage.org.uk/

Good:
    address: https://chapter.example/
"""

from collections.abc import Iterator

from validator.finding import Finding, as_finding
from validator.project import Project

CODE = "D102"
LEVEL = "error"
GROUP = "house"


def check(project: Project, _: Project) -> Iterator[Finding]:
    yield from map(as_finding, project.house.sample_problems)
