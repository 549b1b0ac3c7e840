"""A character is written that does not exist: a NUL, or a number beyond Unicode.

Browsers drop it or show a question mark; a NUL is a sign that the file was cut or is in another encoding.

Bad:
    <p>Warm&#0; hands</p>

Good:
    <p>Warm hands</p>
"""

from collections.abc import Iterator
from typing import Final

from validator.finding import Finding
from validator.parse.faults import faults_of
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H007"
LEVEL = "error"
_REFERENCES: Final = (
    "null-character-reference",
    "surrogate-character-reference",
    "character-reference-outside-unicode-range",
)


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for fault in faults_of(page, *_REFERENCES):
        yield Finding(fault.place, "this number is that of no character", "write the character that is meant")
    for fault in faults_of(page, "unexpected-null-character"):
        yield Finding(fault.place, "a NUL character stands here, which no text has", "save the file anew as UTF-8")
        return  # a file in another encoding has one after each letter
