"""The settings of the project cannot be read, so what follows from them was not looked at.

That is mkdocs.yml, or `[tool.validate]` of pyproject.toml with a name or a value that it does not know.

Bad:
    [tool.validate]
    skipp = ["broken-link"]

Good:
    [tool.validate]
    skip = ["broken-link"]
"""

from collections.abc import Iterator

from validator.finding import Finding, as_finding
from validator.project import Project

CODE = "D001"
LEVEL = "error"
ALWAYS = True


def check(project: Project, _: Project) -> Iterator[Finding]:
    yield from map(as_finding, project.problems)
