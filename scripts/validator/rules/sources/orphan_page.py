"""A page is in no menu, and no other page links to it.

Readers find it by chance or by searching only.

Bad:
    - Start: index.md

Good:
    - Start: index.md
      - Families: families.md
"""

from collections.abc import Iterator

from validator.finding import Finding, Place
from validator.navigation import unreached_pages
from validator.project import Project
from validator.sources import Sources

CODE = "S102"
LEVEL = "warning"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    for uri in unreached_pages(sources, project.links):
        fix = "add it to nav, link to it from another page, or name it in not_in_nav"
        yield Finding(
            Place(), "no entry of the menu and no other page leads to this page", fix, path=sources.shown(uri)
        )
