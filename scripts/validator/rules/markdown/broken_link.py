"""A link or an image of a page leads to no page and no file.

A reader who follows it meets "not found". Links of Markdown are looked up as MkDocs does, from the file they stand in;
those of raw HTML as a browser does, from the address at which the page is published.

Bad:
    Read about [your family](familes.md).

Good:
    Read about [your family](families.md).
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.links import Missing, missing_links
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M101"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in missing_links(page, project):
        if link.fault is Missing.NOWHERE:
            yield Finding(link.place, f"no page or file at {quoted(link.url)}", link.suggestion, link.url)
