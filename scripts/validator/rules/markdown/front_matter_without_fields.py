"""The lines between dashes at the top of a page are YAML, but no `name: value` lines.

MkDocs then shows them to readers as text.

Bad:
    - title

Good:
    title: Colic
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M402"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    matter = page.front_matter
    if matter and not matter.error and not matter.is_plain and not isinstance(matter.values, dict | None):
        message = "these lines are not written as name: value, so readers see them as text"
        yield Finding(Place(2, 1), message, "write title: and the title")
