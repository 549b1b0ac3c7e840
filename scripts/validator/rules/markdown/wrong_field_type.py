"""A field of the front matter holds another kind of value than MkDocs or Material read there.

The build stops at it, or goes on without it.

Bad:
    tags: colic

Good:
    tags: [colic]
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.fields import wrong_types
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M403"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for field, expected, fix in wrong_types(page.front_matter):
        yield Finding(field.place, f"{field.name} is read as {expected}, and holds something else", fix, field.name)
