"""A tag that needs an end tag is closed with `/>`.

HTML ignores the slash: the element stays open, and what follows it becomes a part of it.

Bad:
    <a id="colic" /> Colic

Good:
    <a id="colic"></a> Colic
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.faults import faults_of
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H004"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for fault in faults_of(page, "non-void-html-element-start-tag-with-trailing-solidus"):
        message = "HTML ignores the slash before >, so this element stays open and takes in what follows"
        yield Finding(fault.place, message, "write an end tag", fault.written)
