"""A link names a place that its page does not have.

The reader arrives at the top of the page and does not find what was promised. Places are the ids of headings as the
project's extensions make them, ids and names in raw HTML, footnotes and attribute lists.

Bad:
    [Signs of colic](relief.md#sings)

Good:
    [Signs of colic](relief.md#signs)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.parse.urls import split_fragment
from validator.project import Project

CODE = "M109"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.ANCHOR):
        fragment = split_fragment(settled.url)[1]
        message = f"{settled.shown or 'this page'} has no place named {quoted(f'#{fragment}')}"
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
