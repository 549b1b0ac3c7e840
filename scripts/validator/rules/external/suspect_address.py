"""A link leads to a page of another site that seems to be gone.

The first time it may be a mishap; if it is still gone on another day, it is reported as dead.

Bad:
    [Signs of colic](https://www.nhs.uk/colick)

Good:
    [Signs of colic](https://www.nhs.uk/colic)
"""

from collections.abc import Iterator

from validator.answers import Answers
from validator.finding import Finding
from validator.project import Project

CODE = "E102"
LEVEL = "warning"


def check(answers: Answers, project: Project) -> Iterator[Finding]:
    yield from answers.of(CODE)
