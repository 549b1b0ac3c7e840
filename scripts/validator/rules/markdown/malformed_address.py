"""An address cannot be read by any browser (URL standard).

The link does nothing, or leads to an error.

Bad:
    [WHO](https://www.who.int:port/)

Good:
    [WHO](https://www.who.int/)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M116"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.MALFORMED):
        message = f"{quoted(settled.url)} is no address that a browser can read"
        yield Finding(settled.place, message, settled.fix, settled.url)
