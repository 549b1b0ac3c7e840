"""A link leads to a page that is there but not published: excluded, a draft, or a README.md beside an index.md.

A reader who follows it meets "not found".

Bad:
    [Plans](plans.md)

Good:
    [Families](families.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M106"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.UNPUBLISHED):
        message = f"{quoted(settled.url)} is not published, so the link leads nowhere"
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
