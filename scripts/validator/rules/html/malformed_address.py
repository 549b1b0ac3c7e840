"""An address cannot be understood as one: its host, port or beginning is wrong.

A browser does nothing when a reader follows it.

Bad:
    <a href="https://example.org:99999/">Our chapter</a>

Good:
    <a href="https://example.org:8080/">Our chapter</a>
"""

import re
from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding
from validator.parse.elements import SPACE
from validator.parse.html import HtmlPage
from validator.parse.urls import HERE, resolve, split_fragment
from validator.project import Project

CODE = "H101"
LEVEL = "error"
_SOUND: Final = re.compile(r"https?://(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][^\\]*)?")
"""What most addresses look like."""
_NO_SLASHES: Final = re.compile(r"(https?|ftp):(?!//)", re.I)
_TWICE: Final = re.compile(r"https?://https?(?::|//)", re.I)
_TOO_MANY: Final = re.compile(r"https?:///|https?:/*\\", re.I)


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        url = address.url
        if _SOUND.fullmatch(url) or (":" not in url and "//" not in url and "\\" not in url):
            continue
        if fault := _fault(url.strip(SPACE)):
            message = f"{address.label} is {quoted(url)}: {fault}"
            yield Finding(page.place(address), message, "write the address as it stands in the browser", url)


def _fault(url: str) -> str:
    if _NO_SLASHES.match(url):
        return "after http: or https: come two slashes"
    if _TWICE.match(url):
        return "http:// or https:// stands there twice"
    if _TOO_MANY.match(url):
        return "after http: or https: come two slashes, and then the host"
    if resolve(split_fragment(url)[0], f"{HERE}/") is None:
        return "no browser can make an address of it, since its host or port is none"
    return ""
