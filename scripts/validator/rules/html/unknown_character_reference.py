"""A character is written with a name that HTML does not have.

A reader sees the name, ampersand and all, instead of the character.

Bad:
    <p>Calm &mdsah; and warm</p>

Good:
    <p>Calm &mdash; and warm</p>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.faults import faults_of
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H006"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for fault in faults_of(page, "unknown-named-character-reference"):
        message = f"{quoted(fault.written)} names no character, and readers see it as it stands"
        yield Finding(fault.place, message, "write the character itself, or &amp; for a plain ampersand", fault.written)
