"""A `mailto:` link names nobody, or somebody whom no mail can reach.

The reader's mail program opens with a wrong or empty line, and the letter comes back.

Bad:
    <a href="mailto:jane.example.org">Write to Jane</a>

Good:
    <a href="mailto:jane@example.org">Write to Jane</a>
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.contacts import mail_fault
from validator.parse.html import HtmlPage
from validator.project import Project

CODE = "H102"
LEVEL = "error"


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    for address in page.odd_addresses:
        url = address.url.strip()
        if url[:7].lower() == "mailto:" and (fault := mail_fault(url)):
            message = f"{address.label} is {quoted(url)}: {fault}"
            yield Finding(page.place(address), message, "write it as mailto:name@example.org", address.url)
