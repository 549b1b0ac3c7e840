"""The first line of a page begins with a word and a colon, and is no field that MkDocs or Material know.

MkDocs takes such lines at the very top for notes about the page, and no reader sees them.

Bad:
    Note: ask your doctor first.

Good:
    # Colic

    Note: ask your doctor first.
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.fields import lost_lines
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M407"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for name, place in lost_lines(page.front_matter):
        message = f"MkDocs takes this line for a field named {quoted(name)}, and readers do not see it"
        yield Finding(place, message, "leave the first line of the file empty", name)
