"""An address holds a space or another sign that the URL standard does not allow as it stands.

Browsers mend it, but mail programs, feed readers and link lists often cut the address there.

Bad:
    <a href="/files/first steps.pdf">First steps</a>

Good:
    <a href="/files/first%20steps.pdf">First steps</a>
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from records.problem import quoted

from validator.finding import Finding
from validator.parse.elements import SPACE
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H107"
LEVEL = "warning"
_SIGNS: Final = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]|%(?![0-9a-fA-F]{2})")
_UNSURE: Final = re.compile(r"[\x00-\x1f\x7f\\]|[?]|^(?:mailto|tel):", re.IGNORECASE)
"""Browsers drop line ends and turn backslashes, and what a query means is for its program to say."""
_PLAIN: Final = re.compile(r"[A-Za-z0-9/._#?=&:~-]*")


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        url = address.url
        if not _PLAIN.fullmatch(url) and (fault := _fault(url.strip(SPACE))):
            message = f"{address.label} is {quoted(url)}: {fault}"
            yield Finding(
                page.place(address),
                message,
                "write such signs with a percent sign, a space as %20",
                url,
                mend=_encoded(url),
            )


def _encoded(url: str) -> str:
    """The address with such signs of its path encoded; "" where a browser would not read both alike."""
    if _UNSURE.search(url) or url[:1].isspace() or url[-1:].isspace():
        return ""
    return _SIGNS.sub(lambda sign: quote(sign[0]), url)


def _fault(url: str) -> str:
    if url[:5].lower() == "data:" or url[:11].lower() == "javascript:":
        return ""
    if url[:4].lower() == "tel:" or url[:7].lower() == "mailto:":
        url = url.partition("?")[2]  # of what stands before it, rules of their own speak
    rest, _, fragment = url.partition("#")
    found = _SIGNS.search(rest) or _SIGNS.search(fragment)
    if not found:
        return ""
    sign = found[0]
    if sign == "%":
        return "after a percent sign come two digits or letters from A to F"
    return "it has white space in it" if sign.isspace() else f"{quoted(sign)} cannot stand in an address as it is"
