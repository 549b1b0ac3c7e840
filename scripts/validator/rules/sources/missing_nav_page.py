"""An entry of `nav` in mkdocs.yml names a page that is not there.

The menu would lead nowhere.

Bad:
    nav: [familes.md]

Good:
    nav: [families.md]
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from records.nearest import nearest
from records.problem import quoted

from validator.finding import Finding
from validator.project import Project
from validator.sources import Sources

CODE = "S101"
LEVEL = "error"


def check(sources: Sources, project: Project) -> Iterator[Finding]:
    pages = [uri for uri, file in sources.files.items() if file.is_page]
    for entry in sources.config.nav or ():
        if urlsplit(entry.target).scheme or entry.target.startswith("/") or entry.target in sources.files:
            continue
        like = nearest(entry.target, pages)
        fix = f"write {like}" if like else f"add the page to {sources.config.docs_dir}, or take the entry out"
        yield Finding(entry.place, f"there is no page {quoted(entry.target)} for the menu", fix, entry.target)
