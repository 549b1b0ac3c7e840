"""The lines between dashes about a page do not stand at its very top.

MkDocs then shows them to readers as text.

Bad:

    ---
    title: Colic
    ---

Good:
    ---
    title: Colic
    ---
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M406"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    if place := page.late_front_matter:
        message = "front matter counts only from the first line of a file, so readers see this as text"
        yield Finding(place, message, "take out everything above it")
