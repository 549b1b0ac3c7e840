"""A `tel:` link holds no number, or signs that are no part of one.

A phone does not dial it, or dials another number.

Bad:
    <a href="tel:+44(0)2079460000">Call us</a>

Good:
    <a href="tel:+442079460000">Call us</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.contacts import phone_fault
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H103"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        url = address.url.strip()
        if url[:4].lower() == "tel:" and (fault := phone_fault(url)):
            message = f"{address.label} is {quoted(url)}: {fault}"
            yield Finding(page.place(address), message, "write + and digits, as in tel:+442079460000", address.url)
