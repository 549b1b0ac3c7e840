"""A link leads to a file that lies outside the folder of the pages.

The file is not published, so a reader who follows the link meets "not found".

Bad:
    See the [licence](../LICENSE.txt).

Good:
    See the [licence](LICENSE.txt).
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M103"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.OUTSIDE):
        message = f"{quoted(settled.url)} lies outside {project.links.sources.config.docs_dir}, so it is not published"
        yield Finding(settled.place, message, settled.fix, settled.url)
