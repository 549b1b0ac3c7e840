"""A heading has no words.

A screen reader announces a heading and says nothing; the table of contents has an empty line.

Bad:
    # Colic

    ## ![](line.png)

Good:
    # Colic

    ## Signs
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M205"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for heading in page.headings:
        if not heading.text and not page.is_hidden(heading.element):
            message = f"this heading of level {heading.level} has no words"
            yield Finding(heading.place, message, "give it words, or take it out")
