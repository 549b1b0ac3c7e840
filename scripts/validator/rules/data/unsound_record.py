"""A file of data is not as its model asks, so what it says would be missing from the site.

That is each person in docs/data/instructors, docs/data/organisations.yml, references.yml, the settings in chapter.yml,
and the short words that templates print.  The models that build the site judge here too.

Bad:
    country: UK

Good:
    country: GB
"""

from collections.abc import Iterator

from validator.finding import Finding, as_finding
from validator.project import Project

CODE = "D101"
LEVEL = "error"
GROUP = "house"


def check(project: Project, _: Project) -> Iterator[Finding]:
    yield from map(as_finding, project.house.record_problems)
