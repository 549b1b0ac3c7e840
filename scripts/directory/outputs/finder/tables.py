"""The tables of the gazetteer that the finder is made of, and its files, made anew only when something changed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from directory.directory import Directory
from directory.outputs.finder import finder_files
from directory.outputs.finder.pieces import Files
from directory.outputs.finder.towns import town_files

NAMES: Final = ("towns.tsv", "towns-order.txt", "postcodes.tsv")
"""Only the first must be there: without order the towns take longer, and without postcodes fewer are known."""


class FinderTables:
    """The tables in one folder; a preview keeps them from one build to the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: tuple[str, ...] = ()
        self._towns = self._files = Files({}, {})
        self._directory: Directory | None = None

    def files(self, directory: Directory) -> Files:
        """The finder's files for these people. Raises OSError when the table of towns cannot be read."""
        paths = [self.folder / name for name in NAMES]
        texts = tuple(path.read_text(encoding="utf-8") if path.is_file() else "" for path in paths)
        if texts[:2] != self._texts[:2]:
            self._towns = town_files(*texts[:2])
        if texts != self._texts or directory is not self._directory:
            self._files = finder_files(directory, self._towns, texts[2])
        self._texts, self._directory = texts, directory
        return self._files
