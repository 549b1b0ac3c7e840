"""A page has no heading of the first level.

Readers do not see what the page is about, and MkDocs makes a title of the file's name.  Material for MkDocs writes a
title above the page by itself, when `nav` or the front matter has one.

Bad:
    ## Signs

    How colic shows.

Good:
    # Colic

    ## Signs

    How colic shows.
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.navigation import has_title
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M201"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    if not page.is_empty and not page.main_headings and not has_title(page, project.sources):
        place = page.headings[0].place if page.headings else page.first_line
        message = "the page has no heading of the first level, so readers do not see what it is about"
        yield Finding(place, message, "begin the page with # and what it is about")
