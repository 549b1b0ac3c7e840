"""A link by name has no definition of that name on its page.

The reader sees the brackets instead of a link.

Bad:
    Read about [your family][familes].

Good:
    Read about [your family][families].
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M110"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("undefined-reference"):
        if project.links.lookup.is_shown(page, slip.written):
            message = f"nothing on this page says where {quoted(slip.written)} leads, so readers see the brackets"
            yield Finding(slip.place, message, slip.fix, slip.written)
