"""A link or an image of a page leads to no page and no file.

A reader who follows it meets "not found". Links of Markdown are looked up as MkDocs does, from the file they stand in;
those of raw HTML, and all that MkDocs leaves as they are, as a browser does, from the published address of the page.

Bad:
    Read about [your family](familes.md).

Good:
    Read about [your family](families.md).
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M101"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.NOWHERE):
        message = f"no page or file at {quoted(settled.url)}"
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
