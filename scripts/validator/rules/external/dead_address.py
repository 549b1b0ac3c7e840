"""A link leads to a page of another site that is gone.

The site said 404 or 410, or there is no host of this name, on two different days. A reader gets an error in place of
help.

Bad:
    [Signs of colic](https://www.nhs.uk/colick)

Good:
    [Signs of colic](https://www.nhs.uk/colic)
"""

from collections.abc import Iterator

from validator.answers import Answers
from validator.finding import Finding
from validator.project import Project

CODE = "E101"
LEVEL = "error"


def check(answers: Answers, project: Project) -> Iterator[Finding]:
    yield from answers.of(CODE)
