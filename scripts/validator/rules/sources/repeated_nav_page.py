"""A page stands twice in `nav`.

MkDocs marks one of the two places only as the one where the reader is, and "next" leads in a circle.

Bad:
    - Families: families.md
      - Family: families.md

Good:
    - Families: families.md
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.sources import Sources

CODE = "S106"
LEVEL = "warning"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for entry in sources.config.nav or ():
        first = seen.setdefault(entry.target, entry.place.line)
        if first != entry.place.line and entry.target in sources.files:
            message = f"{quoted(entry.target)} stands in the menu already, in line {first}"
            yield Finding(
                entry.place, message, "keep one of the two, and link to it from where the other was", path=entry.path
            )
