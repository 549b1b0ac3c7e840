"""A page has more than one heading of the first level.

Who goes from heading to heading cannot tell which names the page, and its table of contents has two roots.

Bad:
    # Colic

    # Wind

Good:
    # Colic and wind

    ## Wind
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M202"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for heading in page.main_headings[1:]:
        first = page.main_headings[0].text
        message = f"the page is headed {quoted(first)} already, and this is a second heading of the first level"
        yield Finding(heading.place, message, "write ## here", heading.text)
