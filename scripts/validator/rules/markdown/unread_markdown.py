"""Markdown stands inside an element of HTML, where Python-Markdown does not read it.

The reader sees the brackets instead of a link.

Bad:
    <div>[your family](families.md)</div>

Good:
    <div markdown="1">[your family](families.md)</div>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M120"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("unread-markdown"):
        if project.links.lookup.is_shown(page, slip.written):
            message = (
                f"{quoted(slip.written)} stands inside HTML, where Markdown is not read, so readers see the brackets"
            )
            yield Finding(slip.place, message, slip.fix, slip.written)
