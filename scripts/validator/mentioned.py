"""The images of a project that none of its texts name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from records.problem import Problem
from records.source import read_source

from validator.folder import entries_of
from validator.sources import Sources

IMAGES: Final = ("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico")
_TEXTS: Final = (".md", ".markdown", ".html", ".htm", ".css", ".js", ".mjs", ".json", ".yml", ".yaml", ".xml", ".svg")
_OTHER_TEXTS: Final = (".toml", ".txt", ".csv", ".webmanifest", ".py", ".jinja", ".j2", ".scss")
_NAME: Final = re.compile(rf"[^\s/\\\"'`()<>\[\]{{}}=,;|]+\.(?:{'|'.join(IMAGES)})\b", re.IGNORECASE)
_LIMIT: Final = 4 * 1024 * 1024


def unmentioned_images(sources: Sources) -> list[str]:
    """The uris of published images whose name stands in no text of the project; nothing where plugins use files."""
    images = [uri for uri, file in sources.files.items() if file.is_published and uri.lower().endswith(IMAGES)]
    if not images or sources.config.arranges_nav:
        return []
    named = set().union(*(_names_in(text) for text in _texts(sources)))
    return [uri for uri in images if not _is_named(posixpath.basename(uri), named)]


def _is_named(name: str, named: set[str]) -> bool:
    """Whether a text may name a file: all of its name, or the end of one that has blanks and brackets in it."""
    shown = _names_in(name)
    return not shown or bool(shown & named)


def _names_in(text: str) -> set[str]:
    return {unquote(found[0]).casefold().rpartition(" ")[2] for found in _NAME.finditer(text)}


def _texts(sources: Sources) -> Iterator[str]:
    """Everything that may name an image: settings, pages, styles, scripts, templates and hooks."""
    yield sources.config_source.text
    folders = [sources.docs, *([sources.root / sources.config.custom_dir] if sources.config.custom_dir else [])]
    folders += sorted({(sources.root / hook).parent for hook in sources.config.hooks} - {sources.root})
    for folder in folders:
        for entry in entries_of(folder):
            if entry.path.lower().endswith((*_TEXTS, *_OTHER_TEXTS)):
                yield from _text(folder / entry.path, folder)


def _text(path: Path, folder: Path) -> Iterator[str]:
    source = read_source(path, folder, _LIMIT)
    if not isinstance(source, Problem):
        yield source.text
