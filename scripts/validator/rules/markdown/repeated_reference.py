"""Two lines give the same name to two addresses.

Only the last one counts, here; other programs take the first.

Bad:
    [who]: https://www.who.int/
    [who]: https://www.who.int/en/

Good:
    [who]: https://www.who.int/
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.parse.markdown import MarkdownPage
from validator.project import Project

CODE = "M602"
LEVEL = "warning"


def check(page: MarkdownPage, project: Project) -> Iterator[Finding]:
    for definitions in page.definitions.values():
        for again in definitions[1:]:
            message = f"{quoted(again.name)} stands already in line {definitions[0].place.line}"
            yield Finding(again.place, message, "keep one of them", again.name)
