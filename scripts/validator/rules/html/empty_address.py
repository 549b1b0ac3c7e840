"""An attribute that must hold an address is empty.

A picture does not come, and a form or a link leads back to the page itself.

Bad:
    <img src="" alt="A baby's hand">

Good:
    <img src="hand.jpg" alt="A baby's hand">
"""

from collections.abc import Iterator
from typing import Final

from validator.finding import Finding
from validator.parse.addresses import MENTION
from validator.parse.elements import SPACE
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H109"
LEVEL = "error"
_MAY_BE_EMPTY: Final = ("a href", "area href")


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        if address.url.strip(SPACE) or address.label.startswith("srcdoc"):
            continue
        if address.kind == MENTION and not address.label.startswith(("link", "meta")):
            continue
        level = "warning" if address.label in _MAY_BE_EMPTY else ""
        message = f"{address.label} is empty, and so leads back to this page"
        yield Finding(page.place(address), message, "write the address, or take the attribute out", level=level)
