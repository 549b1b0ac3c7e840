r"""A link has backslashes between its folders, as paths on Windows do.

In an address a folder ends with "/"; MkDocs finds no file of that name.

Bad:
    [Your family](about\families.md)

Good:
    [Your family](about/families.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M105"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.BACKSLASH):
        message = f"{quoted(settled.url)} has backslashes, and addresses have none"
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
