"""A page includes a snippet that is not there.

The page is built without it, or not at all.

Bad:
    --8<-- "notes/safty.md"

Good:
    --8<-- "notes/safety.md"
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M117"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for snippet in project.links.snippets.missing(page):
        message = f"there is no file {quoted(snippet.name)} to include"
        yield Finding(snippet.place, message, snippet.fix, snippet.name)
