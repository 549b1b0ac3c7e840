"""A `tel:` link in Markdown holds no number, or signs that are no part of one.

A phone does not dial it, or dials another number.

Bad:
    [Call us](tel:+44(0)2079460000)

Good:
    [Call us](tel:+442079460000)
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.contacts import phone_fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M122"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in page.links:
        url = link.url.strip()
        if url[:4].lower() == "tel:" and (fault := phone_fault(url)):
            yield Finding(
                link.place,
                f"the link leads to {quoted(url)}: {fault}",
                "write + and digits, as in tel:+442079460000",
                link.url,
            )
