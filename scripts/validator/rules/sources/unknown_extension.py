"""An extension of Markdown that mkdocs.yml names is not installed here.

Pages are checked as if it were not there: what it makes of them is not seen.

Bad:
    markdown_extensions: [footnote]

Good:
    markdown_extensions: [footnotes]
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding, Place
from validator.project import Project
from validator.sources import Sources

CODE = "S105"
LEVEL = "warning"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    for name in sources.reader.missing:
        place = sources.config.places.get("markdown_extensions", Place())
        message = f"the extension {quoted(name)} is not installed here, so pages are read without it"
        yield Finding(place, message, "install it, or mend its name", name)
