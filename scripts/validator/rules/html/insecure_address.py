"""An address begins with http://, so that what comes from there can be read and changed on the way.

In a page that comes by https, browsers do not fetch such a style, script or frame at all.

Bad:
    <a href="http://example.org/">Our chapter</a>

Good:
    <a href="https://example.org/">Our chapter</a>
"""

import re
from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.addresses import MENTION, PART
from validator.parse.html import HtmlPage
from validator.parse.origins import own_address
from validator.project import Project

CODE = "H501"
LEVEL = "warning"
_HERE: Final = re.compile(
    r"http://(?:localhost|[^/?#]*\.(?:localhost|local|test|invalid|example|onion|internal)|127\.[0-9.]+|\[::1\]"
    r"|10\.[0-9.]+|192\.168\.[0-9.]+|0\.0\.0\.0)(?:[:/?#]|$)",
    re.I,
)
"""Hosts that have no certificate, and need none."""


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        url = address.url.strip()
        if url[:5].lower() != "http:" or address.kind == MENTION or _HERE.match(url):
            continue
        is_blocked = address.kind == PART and _is_secure(page, project)
        what = (
            "browsers do not fetch it into a page that comes by https"
            if is_blocked
            else "others can read and change it"
        )
        message = f"{address.label} is {quoted(address.url)}: {what}"
        level = "error" if is_blocked else ""
        yield Finding(page.place(address), message, "write https:// if the host has it", address.url, level=level)


def _is_secure(page: HtmlPage, project: Project) -> bool:
    own = own_address(page, project.site.address if project.site else "")
    return own is not None and own.scheme == "https"
