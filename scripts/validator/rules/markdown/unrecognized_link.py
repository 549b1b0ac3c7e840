"""A link names a published address instead of a file, and works by luck.

MkDocs leaves it as it is, warns of it, and says nothing when the page moves.

Bad:
    [Your family](../families/)

Good:
    [Your family](families.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M108"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.FOLDER):
        message = f"{quoted(settled.url)} names a published address, and MkDocs checks only links to files"
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
