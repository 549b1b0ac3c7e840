"""A link runs a script instead of leading somewhere.

Without JavaScript, or in a new tab, nothing happens; what does something is a button.

Bad:
    <a href="javascript:print()">Print</a>

Good:
    <button type="button" class="print">Print</button>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.addresses import LINK
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H104"
LEVEL = "warning"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        if address.kind == LINK and address.url.strip()[:11].lower() == "javascript:":
            message = f"{address.label} is {quoted(address.url)}, which leads nowhere where scripts do not run"
            yield Finding(page.place(address), message, "make it a button, or give it an address", address.url)
