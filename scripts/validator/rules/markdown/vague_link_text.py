"""The words of a link do not say where it leads.

Who goes from link to link hears "here, here, more".

Bad:
    [Click here](classes.md)

Good:
    [What happens in a class](classes.md)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.alternatives import VAGUE, name_of, name_of_file
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M304"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in page.links:
        name = name_of(link, page) if link.tag == "a" else ""
        words = name.strip(" .…:!>»→›-–").casefold()
        if words in VAGUE and words != name_of_file(link):
            message = f"the link says {quoted(name)}, which does not tell where it leads"
            yield Finding(link.start, message, "name what the reader will find there", name)
