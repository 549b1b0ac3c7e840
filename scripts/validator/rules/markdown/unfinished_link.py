"""A link has no closing bracket, or none where it should be.

The reader sees the brackets and the address instead of a link.

Bad:
    Read about [your family](families.md now.

Good:
    Read about [your family](families.md) now.
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M118"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("unfinished-link"):
        if project.links.lookup.is_shown(page, slip.written):
            message = f"{quoted(slip.written)} is no link, because its closing bracket is missing"
            yield Finding(slip.place, message, slip.fix, slip.written)
