"""A blank stands between the words of a link and its address.

The reader sees the brackets instead of a link.

Bad:
    Read about [your family] (families.md).

Good:
    Read about [your family](families.md).
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M112"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("gap-in-link"):
        if project.links.lookup.is_shown(page, slip.written):
            message = f"{quoted(slip.written)} is no link, because a blank stands between its brackets"
            yield Finding(slip.place, message, slip.fix, slip.written, mend=slip.mend)
