"""Two pages are published at the same address.

Readers get one of them; the other is lost without a word.

Bad:
    Families, in one file

Good:
    Families, and nothing else
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding, Place
from validator.project import Project
from validator.sources import Sources

CODE = "S103"
LEVEL = "error"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    for kept, lost in sources.collisions:
        url = quoted(sources.url(lost) or "/")
        message = f"{kept} is published at {url} too, so readers do not get this page"
        yield Finding(Place(), message, "rename one of the two", lost, path=sources.shown(lost))
