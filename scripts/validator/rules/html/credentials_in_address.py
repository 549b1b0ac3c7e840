"""An address has a user name or a password in it.

Everybody can read it in the page, and browsers do not send it for pictures, styles or scripts.

Bad:
    <a href="https://jane:secret@example.org/">Members</a>

Good:
    <a href="https://example.org/">Members</a>
"""

import re
from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H506"
LEVEL = "warning"
_CREDENTIALS: Final = re.compile(r"[ \t\n\f\r]*(?:https?|ftp|wss?):/*[^/?#\\]*@", re.I)


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        if "@" in address.url and _CREDENTIALS.match(address.url):
            message = f"{address.label} is {quoted(address.url)}, and has a name or password before the @"
            yield Finding(page.place(address), message, "take what stands before the @ out", address.url)
