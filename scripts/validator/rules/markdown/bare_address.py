"""An address stands in the text and is no link.

A reader can only copy it by hand, and who hears the page hears it letter by letter.

Bad:
    See https://www.who.int/health-topics for more.

Good:
    See <https://www.who.int/health-topics> for more.
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M114"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for slip in page.slips("bare-address"):
        if project.links.lookup.is_shown(page, slip.written):
            message = f"{quoted(slip.written)} is text and no link, so readers cannot follow it"
            yield Finding(slip.place, message, slip.fix, slip.written)
