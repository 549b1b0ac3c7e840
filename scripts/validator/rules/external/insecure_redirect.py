"""A link with https is redirected to http.

What a reader reads there, others on the way can read and change.

Bad:
    [A study](https://journal.org/7)

Good:
    [A study](https://journal.org/8)
"""

from collections.abc import Iterator

from validator.answers import Answers
from validator.finding import Finding
from validator.project import Project

CODE = "E501"
LEVEL = "warning"


def check(answers: Answers, project: Project) -> Iterator[Finding]:
    yield from answers.of(CODE)
