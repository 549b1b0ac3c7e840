"""A footnote is named that the page does not have.

The reader sees the mark in brackets and finds no note.

Bad:
    Massage helped in one trial.[^trail]

Good:
    Massage helped in one trial.[^trial]
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M119"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("undefined-footnote"):
        if project.links.lookup.is_shown(page, slip.written):
            message = f"no footnote on this page is named {quoted(slip.written)}"
            yield Finding(slip.place, message, slip.fix, slip.written)
