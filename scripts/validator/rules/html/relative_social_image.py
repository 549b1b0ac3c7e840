"""The picture or address for social networks has no https:// at its beginning.

They do not know which site it belongs to, and show none.

Bad:
    <meta property="og:image" content="/card.png">

Good:
    <meta property="og:image" content="https://example.org/card.png">
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H406"
LEVEL = "warning"
_BEGIN: Final = ("meta og:", "meta twitter:")


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.addresses:
        url = address.url.strip().lower()
        if address.label.startswith(_BEGIN) and url and not url.startswith(("http://", "https://", "data:")):
            name = address.label.removeprefix("meta ")
            message = f"{name} is {quoted(address.url)}, and those who read it need the whole address"
            yield Finding(page.place(address), message, "begin it with https:// and the name of the site", address.url)
