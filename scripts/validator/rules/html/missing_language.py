"""A page does not say which language it is in.

A screen reader reads it out with the sounds of another one (WCAG 2.2, 3.1.1).

Bad:
    <html><title>Colic</title>

Good:
    <html lang="en"><title>Colic</title>
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.html import HtmlPage, place_of
from validator.parse.names import spaced
from validator.project import Project

CODE = "H315"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    roots = page.html("html")
    if not roots or not page.is_whole or page.is_passing:
        return
    if not spaced(roots[0].attr("lang")) and not (page.is_xhtml and roots[0].attr("xml:lang")):
        message = "the page does not say which language it is in, so screen readers guess how to speak it"
        yield Finding(place_of(roots[0], "lang"), message, 'write <html lang="en">, or the language it is in')
