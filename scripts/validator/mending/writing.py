"""Whole new files in the place of the old ones.

Whenever a run is stopped, each file is as it was or as it should be.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from records.characters import show

from validator.mending.planning import Mended


def write_all(root: Path, files: Iterable[Mended]) -> Iterator[tuple[Mended, str]]:
    """Each file and "", or why it was left alone: somebody changed it meanwhile, or it cannot be written."""
    for file in files:
        try:
            is_same = _write(root / file.path, file.before, file.after)
            yield file, "" if is_same else f"{show(file.path)} was changed meanwhile and is left alone"
        except OSError as error:
            yield file, f"{show(file.path)} cannot be written: {(error.strerror or 'no reason given').lower()}"


def _write(path: Path, before: bytes, after: bytes) -> bool:
    """Puts a new file into place in one step; False when the old one is no longer as it was."""
    beside = path.with_name(f".{path.name}.mended")
    found = path.lstat()
    try:
        _fill(beside, after, found)
        if not stat.S_ISREG(found.st_mode) or path.read_bytes() != before:
            return False
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _settle(path.parent)
    return True


def _fill(path: Path, data: bytes, like: os.stat_result) -> None:
    """A new file with the rights of another one, safe on the disk."""
    path.unlink(missing_ok=True)  # what a run that was killed left behind
    with path.open("xb") as file:
        path.chmod(stat.S_IMODE(like.st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Lets the disk remember the new name, where a system can be asked to."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
