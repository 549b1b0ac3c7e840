"""A link names the built page instead of its Markdown.

MkDocs finds no such file and leaves the link as it is: it leads nowhere, or works until the page moves.

Bad:
    [Your family](families.html)

Good:
    [Your family](families.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M104"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.BUILT_NAME):
        message = f"{quoted(settled.url)} names a built page, and MkDocs looks for the Markdown file"
        yield Finding(
            settled.place,
            message,
            settled.fix,
            settled.url,
            mend=settled.mend,
            level="warning" if settled.works else "",
        )
