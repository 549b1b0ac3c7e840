"""A link or an image has no address.

The link leads to the page it stands on; the image is a broken one.

Bad:
    Read about [your family]().

Good:
    Read about [your family](families.md).
"""

from collections.abc import Iterator

from validator.finding import Finding
from validator.links import Fault
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M113"
LEVEL = "error"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for settled in project.links.faulty(page, Fault.EMPTY):
        message = f"this {'image' if settled.link.is_image else 'link'} has no address"
        yield Finding(settled.place, message, settled.fix, settled.url)
