"""A link leads to a page of another site that has moved for good.

The site redirects with 301 or 308 and tells the new address. The old one makes a reader wait and may end one day.

Bad:
    [WHO](http://www.who.int/topics)

Good:
    [WHO](https://www.who.int/health-topics)
"""

from collections.abc import Iterator

from validator.answers import Answers
from validator.finding import Finding
from validator.project import Project

CODE = "E103"
LEVEL = "warning"


def check(answers: Answers, project: Project) -> Iterator[Finding]:
    yield from answers.of(CODE)
