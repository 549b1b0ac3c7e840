"""A `mailto:` link in Markdown names nobody, or somebody whom no mail can reach.

The reader's mail program opens with a wrong or empty line, and the letter comes back.

Bad:
    [Write to Jane](mailto:jane.example.org)

Good:
    [Write to Jane](mailto:jane@example.org)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.contacts import mail_fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M121"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in page.links:
        url = link.url.strip()
        if url[:7].lower() == "mailto:" and (fault := mail_fault(url)):
            yield Finding(
                link.place, f"the link leads to {quoted(url)}: {fault}", "write it as mailto:name@example.org", link.url
            )
