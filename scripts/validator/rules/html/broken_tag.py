"""A tag has a quote, a `<` or an equals sign where none can stand.

Browsers read attributes of another name and value than was meant, and may miss the next tag.

Bad:
    <a href="/classes/"">Classes</a>

Good:
    <a href="/classes/">Classes</a>
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.faults import faults_of
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H003"
LEVEL = "error"
_CODES: Final = (
    "unexpected-character-in-attribute-name",
    "unexpected-character-in-unquoted-attribute-value",
    "unexpected-equals-sign-before-attribute-name",
)
_HARMLESS: Final = ("=", "`")


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    last = 0
    for fault in faults_of(page, *_CODES):
        sign = fault.written[-1:]
        if fault.place.line == last or (fault.code == _CODES[1] and sign in _HARMLESS):
            continue
        last = fault.place.line  # one such sign brings forth others after it
        message = f"{quoted(sign)} cannot stand here in a tag, so browsers read other attributes than were meant"
        yield Finding(fault.place, message, "see to it that quotes come in pairs and that > ends the tag", sign)
