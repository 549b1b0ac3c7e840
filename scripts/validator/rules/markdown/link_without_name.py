"""A link has no words.

A screen reader says "link" and the address, and there is nothing to click for those who see it.

Bad:
    [](families.md)

Good:
    [Your family](families.md)
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.alternatives import name_of
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M303"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in page.links:
        if link.tag == "a" and link.url and not name_of(link, page) and not page.is_hidden(link.element):
            message = "the link has no words, so nobody can tell where it leads"
            yield Finding(link.start, message, "write what the reader will find there between the brackets", link.url)
