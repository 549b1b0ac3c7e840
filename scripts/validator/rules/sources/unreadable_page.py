"""A page cannot be read, so nothing in it was looked at.

It is no UTF-8, too large, a link out of the project, or nested so deeply that Python-Markdown stops.  The words below
cannot be read when an old editor has saved them in windows-1252, and can be read in UTF-8.

Bad:
    Grüße aus Jena

Good:
    Grüße aus Jena
"""

from collections.abc import Iterator

from validator.finding import Finding, as_finding
from validator.project import Project
from validator.sources import Sources

CODE = "S001"
LEVEL = "error"
ALWAYS = True


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    yield from map(as_finding, sources.problems)
