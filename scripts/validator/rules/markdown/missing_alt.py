"""An image has no text for those who do not see it.

A screen reader reads out the name of the file, or is silent about what the picture says.  In Markdown empty brackets
say that a picture only decorates; whether that was meant, nobody can tell, so it is a warning.

Bad:
    ![](hold.jpg)

Good:
    ![A father holds his baby on his forearm](hold.jpg)
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.parse.alternatives import needs_alternative
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M301"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for link in page.links:
        if not link.is_image or not needs_alternative(link, page):
            continue
        if "alt" not in link.element.attrs:
            message = "the picture has no alt, so those who do not see it hear the name of its file, or nothing"
            yield Finding(link.place, message, 'describe it in alt=, or write alt="" if it only decorates', link.url)
        elif not link.is_raw:
            message = (
                "the picture has no words between its square brackets, so those who do not see it miss what it shows"
            )
            fix = 'describe it there, or write <img src="…" alt=""> if it only decorates'
            yield Finding(link.place, message, fix, link.url, level="warning")
