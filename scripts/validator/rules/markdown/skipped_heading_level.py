"""A heading is more than one level below the one before it.

Readers who go from heading to heading miss a step, and look for what is not there.  The HTML standard asks that each
heading be at most one level deeper than the one it follows.

Bad:
    # Colic

    ### Signs

Good:
    # Colic

    ## Signs
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M203"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    last = 0
    for heading in page.outline:
        if last and heading.level > last + 1:
            message = f"a heading of level {heading.level} follows one of level {last}"
            yield Finding(heading.place, message, f"write {'#' * (last + 1)} here", heading.text)
        last = heading.level
