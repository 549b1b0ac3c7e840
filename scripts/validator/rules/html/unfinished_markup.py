"""A comment, a tag, or an element that holds text only, such as a title or a script, is not ended.

Browsers take all that follows, up to the end of the file, for a part of it: no reader sees it.

Bad:
    <!-- to be continued <p>Massage is a way to be together.</p>

Good:
    <!-- to be continued --> <p>Massage is a way to be together.</p>
"""

from collections.abc import Iterator
from typing import Final

from validator.finding import Finding
from validator.parse.faults import faults_of, swallowing
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H001"
LEVEL = "error"
_OPEN: Final = {
    "eof-in-comment": ("a comment", "end it with -->"),
    "eof-in-tag": ("a tag", "end it with >"),
    "eof-in-cdata": ("a CDATA section", "end it with ]]>"),
    "eof-in-doctype": ("the doctype", "end it with >"),
}


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for fault in faults_of(page, *_OPEN):
        what, fix = _OPEN[fault.code]
        yield Finding(fault.place, f"{what} is not ended before the file ends, and hides all that it holds", fix)
    for element in swallowing(page):
        message = f"<{element.tag}> has no end tag, so the rest of the file is a part of it and nobody sees it"
        yield Finding(place_of(element), message, f"add </{element.tag}> where it ends", element.tag)
