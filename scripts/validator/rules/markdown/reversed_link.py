"""A link is written the wrong way round: the words in round brackets, the address in square ones.

The reader sees the brackets instead of a link.

Bad:
    Read about (your family)[families.md].

Good:
    Read about [your family](families.md).
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M111"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("reversed-link"):
        if project.links.lookup.is_shown(page, slip.written):
            message = (
                f"{quoted(slip.written)} is no link: the words belong in square brackets, the address in round ones"
            )
            yield Finding(slip.place, message, slip.fix, slip.written, mend=slip.mend)
