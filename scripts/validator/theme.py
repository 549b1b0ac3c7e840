"""The files that a theme adds to a site."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from validator.folder import entries_of

NOT_COPIED: Final = (".html", ".py", ".pyc", ".md", "mkdocs_theme.yml")
USUAL: Final = ("assets/", "css/", "js/", "img/", "fonts/", "webfonts/", "search/")
"""Where themes that are not installed here may have files."""


@cache
def theme_files(name: str) -> frozenset[str] | None:
    """What the theme of this name copies into a site; None when it is not installed here."""
    if not name:
        return frozenset()
    found = next(iter(entry_points(group="mkdocs.themes", name=name)), None)
    package, *inner = found.value.split(".") if found else [""]
    spec = find_spec(package) if package else None
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return copied(Path(folders[0], *inner)) if folders else None


def copied(folder: Path) -> frozenset[str]:
    """The files of a folder of templates that MkDocs copies as they are."""
    return frozenset(entry.path for entry in entries_of(folder) if not entry.path.lower().endswith(NOT_COPIED))
