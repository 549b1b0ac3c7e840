"""An entry of `nav` in mkdocs.yml names a page that is not there, or is not published.

The menu would lead nowhere.

Bad:
    nav: [familes.md]

Good:
    nav: [families.md]
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.navigation import faulty_entries
from validator.project import Project
from validator.sources import Sources

CODE = "S101"
LEVEL = "error"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    for entry, reason, fix, mend in faulty_entries(sources, project.links.lookup):
        message = f"the menu names {quoted(entry.target)}, and {reason}"
        yield Finding(entry.place, message, fix, entry.target, path=entry.path, mend=mend)
