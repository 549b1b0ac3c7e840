"""A line gives a name to an address, and no link uses it.

It is left over, or the name in the link is mistyped.

Bad:
    [who]: https://www.who.int/

Good:
    Read at the [WHO][who].

    [who]: https://www.who.int/
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M601"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for definitions in page.definitions.values():
        last = definitions[-1]
        if not last.is_used and not last.is_comment:
            message = f"no link on this page is named {quoted(last.name)}"
            yield Finding(last.place, message, "take the line out, or use the name in a link", last.name)
