"""Two headings of one section say the same.

A reader who sees them in a list cannot tell them apart, and the second gets an anchor with a number that changes when
the first one goes.

Bad:
    # Colic

    ## Signs

    ## Signs

Good:
    # Colic

    ## Early signs

    ## Later signs
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M204"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    above: list[str] = []
    for heading in page.outline:
        del above[heading.level - 1 :]
        above += [""] * (heading.level - 1 - len(above)) + [heading.text.casefold()]
        first = seen.setdefault(tuple(above), heading.place.line)
        if heading.text and first != heading.place.line:
            message = f"{quoted(heading.text)} stands already in line {first} of this section"
            yield Finding(heading.place, message, "say what is different here", heading.text)
