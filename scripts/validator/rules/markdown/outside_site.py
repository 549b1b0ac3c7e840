"""A link from the root of the host leads above the folder in which the site lies.

`site_url` says that the site lies in a folder of its host; "/families/" leads past it.

Bad:
    [Your family](/families/)

Good:
    [Your family](families.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M107"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.ABOVE):
        message = (
            f"{quoted(settled.url)} leads above {project.links.lookup.home.path}, where site_url says the site lies"
        )
        yield Finding(settled.place, message, settled.fix, settled.url, mend=settled.mend)
