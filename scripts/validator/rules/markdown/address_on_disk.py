r"""A link leads to a file on the writer's own computer.

Nobody else has that file.

Bad:
    [Leaflet](C:\Users\jane\leaflet.pdf)

Good:
    [Leaflet](leaflet.pdf)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M115"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.DISK):
        message = f"{quoted(settled.url)} is a file on one computer, and readers do not have it"
        yield Finding(settled.place, message, settled.fix, settled.url)
