"""A link names a file in other letters, large or small, than the file has.

It works on some computers, and is "not found" on the servers of most hosts.

Bad:
    [Your family](Families.md)

Good:
    [Your family](families.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M102"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.WRONG_CASE):
        message = f"the file of {quoted(settled.url)} has other letters, large or small, and hosts tell them apart"
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
