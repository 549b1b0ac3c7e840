"""A setting of mkdocs.yml names a file that is not there.

Every page asks for it and gets "not found", or the build stops.

Bad:
    extra_css: [styles/extr.css]

Good:
    extra_css: [styles/extra.css]
"""

from collections.abc import Iterator

from records.problem import quoted

from validator.finding import Finding
from validator.navigation import missing_named_files
from validator.project import Project
from validator.sources import Sources

CODE = "S104"
LEVEL = "error"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    for entry, reason, fix, mend in missing_named_files(sources, project.links.lookup):
        message = f"{entry.title} names {quoted(entry.target)}, and {reason}"
        yield Finding(entry.place, message, fix, entry.target, path=entry.path, mend=mend)
