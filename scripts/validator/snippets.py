"""The snippets that pages include with `--8<--` (pymdownx.snippets), and whether they are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from records.nearest import nearest

from validator.finding import Place
from validator.folder import entries_of
from validator.parse.markdown import MarkdownPage
from validator.sources import Sources

EXTENSION: Final = "pymdownx.snippets"
_INLINE: Final = re.compile(r"""^[ \t]*-{1,}8<-{1,}[ \t]+(?:"([^"\r\n]+)"|'([^'\r\n]+)')[ \t]*$""", re.MULTILINE)
_BLOCK: Final = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*\n(.*?)^[ \t]*-{1,}8<-{1,}[ \t]*$", re.MULTILINE | re.DOTALL)
_SECTION: Final = re.compile(r"(?::[^:/\\]*)+$")
_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)


class Snippet(NamedTuple):
    """One inclusion of a file that is not there."""

    name: str
    place: Place
    fix: str


@dataclass(frozen=True)
class Snippets:
    """The snippets of `sources`."""

    sources: Sources

    def missing(self, page: MarkdownPage) -> Iterator[Snippet]:
        """Those that `page` includes and that no folder for snippets holds."""
        if EXTENSION not in self.sources.config.extensions:
            return
        for name, place in _named(page):
            if not _ADDRESS.match(name) and not self._is_there(name):
                like = nearest(name, self._known)
                yield Snippet(name, place, f"write {like}" if like else "add the file, or take the line out")

    def _is_there(self, name: str) -> bool:
        names = {name, _SECTION.sub("", name)}
        return any(_holds(folder, one) for folder in self._folders for one in names)

    @property
    def _folders(self) -> list[Path]:
        return [self.sources.root / folder for folder in self.sources.snippet_folders]

    @cached_property
    def _known(self) -> list[str]:
        named = [folder for folder in self._folders if folder != self.sources.root]
        return [entry.path for folder in named for entry in entries_of(folder)][:5000]


def _named(page: MarkdownPage) -> Iterator[tuple[str, Place]]:
    """The files that a page includes; an escaped `;--8<--` includes none."""
    for found in _INLINE.finditer(page.body):
        group = found.lastindex or 1
        yield found[group], page.place(found.start(group))
    for block in _BLOCK.finditer(page.body):
        for line in re.finditer(r"^[ \t]*([^;\s].*?)[ \t]*$", block[1], re.MULTILINE):
            yield line[1], page.place(block.start(1) + line.start(1))


def _holds(folder: Path, name: str) -> bool:
    """Whether a folder for snippets, or a single file that is named instead of one, is that file."""
    return (folder / name).is_file() or (folder.name == name and folder.is_file())
