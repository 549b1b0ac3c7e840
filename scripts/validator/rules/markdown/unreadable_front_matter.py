"""The lines between dashes at the top of a page are no YAML.

MkDocs then shows them to readers as text, and the page loses its title and everything else they say.

Bad:
    title: Colic: signs

Good:
    title: "Colic: signs"
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M401"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    matter = page.front_matter
    if matter and matter.error:
        fix = 'put a value with a colon, a "#" or a "!" into quotation marks, and write blanks for tabs'
        yield Finding(matter.error_place, f"these lines are no YAML: {matter.error}; readers see them as text", fix)
