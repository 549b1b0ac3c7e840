"""Two files have addresses that differ only in capital and small letters, or in how accents are stored.

On Windows and macOS one overwrites the other, and readers who type an address get either.

Bad:
    Hands.png

Good:
    hands-2.png
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding, Place
from validator.hosting import colliding
from validator.project import Project
from validator.site import Site

CODE = "W111"
LEVEL = "warning"


def check(site: Site, project: Project) -> Iterator[Finding]:
    for first, *others in colliding(site.files):
        for other in others:
            message = f"this file and {quoted(first)} have the same name but for letter case or the form of accents"
            yield Finding(Place(), message, "give one of them another name", path=other)
