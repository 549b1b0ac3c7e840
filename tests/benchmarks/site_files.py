"""The files of a built site: which there are, and which a build has written anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias


class Stamp(NamedTuple):
    """What changes when a file is written, even with the same text."""

    inode: int
    modified: int
    size: int


SiteFiles: TypeAlias = Mapping[str, Stamp]


def files_of(site: Path) -> SiteFiles:
    """Every file by its path below ``site``."""
    return dict(_files(str(site), ""))


def _files(folder: str, above: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{above}{entry.name}/")
            else:
                facts = entry.stat(follow_symlinks=False)
                yield f"{above}{entry.name}", Stamp(facts.st_ino, facts.st_mtime_ns, facts.st_size)


def written(before: SiteFiles, after: SiteFiles) -> int:
    """How many files are new or were written again."""
    return sum(before.get(name) != stamp for name, stamp in after.items())
