"""A link leads to a machine that only one network knows.

Readers get nothing, or something of their own network.

Bad:
    [Our drive](http://192.168.1.7/drive)

Good:
    [Our drive](https://files.who.int/drive)
"""

from collections.abc import Iterator

from validator.answers import Answers
from validator.finding import Finding
from validator.project import Project

CODE = "E502"
LEVEL = "warning"


def check(answers: Answers, project: Project) -> Iterator[Finding]:
    yield from answers.of(CODE)
