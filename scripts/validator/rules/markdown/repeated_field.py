"""A field stands twice in the front matter of a page.

Only the last one counts, and who reads the first believes that it does.

Bad:
    title: Colic
    title: Wind

Good:
    title: Colic
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M405"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    matter = page.front_matter
    for name, place in matter.repeated.items() if matter else ():
        first = matter.fields[name].line if matter else 1
        message = f"{name} stands already in line {first}, and only the last one counts"
        yield Finding(place, message, "keep one of them", name)
