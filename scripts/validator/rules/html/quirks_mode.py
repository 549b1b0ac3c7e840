"""A page does not begin with `<!doctype html>`.

Browsers then show it as those of 1998 did: sizes, tables and styles come out otherwise than was meant.

Bad:
    <html lang="en"><title>Colic</title>

Good:
    <!doctype html><html lang="en"><title>Colic</title>
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.parse.html import HtmlPage
from validator.parse.structure import is_quirky
from validator.project import Project

CODE = "H210"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    if not page.is_whole or page.is_xhtml:
        return
    if page.doctype is None:
        message = "the page has no doctype, so browsers show it as if it were from 1998"
        yield Finding(Place(), message, "begin the file with <!doctype html>")
    elif is_quirky(page.doctype):
        message = "with this doctype browsers show the page as if it were from 1998"
        yield Finding(Place(), message, "write <!doctype html> instead", page.doctype.public_id or page.doctype.name)
