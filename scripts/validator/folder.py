"""The files of a folder as a host would serve them, and their bytes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

LIMIT: Final = 64 * 1024 * 1024
"""Bytes; no reader's browser is served a longer page."""
NOT_PUBLISHED: Final = frozenset({".git", ".hg", ".svn", "node_modules"})
MOST_LINKS: Final = 8
"""So often a folder is entered through links; more is a maze that somebody built."""


class UnreadableError(Exception):
    """Why a file cannot be read, in words that end a sentence."""


class Entry(NamedTuple):
    """One file, relative to the folder, with `/`; `fault` says why nobody can read it."""

    path: str
    fault: str = ""


class _Waiting(NamedTuple):
    place: str
    shown: str
    real: str
    above: tuple[str, ...]


def entries_of(root: Path) -> Iterator[Entry]:
    """Every file below `root`; links are followed as a host does, but never round a circle."""
    entered: Counter[str] = Counter()
    waiting = [_Waiting(str(root), "", os.path.realpath(root), ())]
    while waiting:
        at = waiting.pop()
        for found in _listed(at.place):
            if not _is_folder(found):
                yield Entry(at.shown + found.name, _fault(found))
            elif found.name not in NOT_PUBLISHED and (inner := _inside(at, found, entered)):
                waiting.append(inner)


def _inside(at: _Waiting, found: os.DirEntry[str], entered: Counter[str]) -> _Waiting | None:
    """The folder `found` in `at`; None for a link that leads in a circle or was followed often enough."""
    shown = f"{at.shown}{found.name}/"
    if not found.is_symlink():
        return _Waiting(found.path, shown, f"{at.real}/{found.name}", at.above)
    real = os.path.realpath(found.path)
    entered[real] += 1
    is_circle = any(f"{one}/".startswith(f"{real}/") for one in (*at.above, at.real))
    if is_circle or entered[real] > MOST_LINKS:
        return None
    return _Waiting(found.path, shown, real, (*at.above, at.real))


def _is_folder(found: os.DirEntry[str]) -> bool:
    """Also of what a link leads to; a link that leads to itself is none."""
    try:
        return found.is_dir()
    except OSError:
        return False


def _fault(found: os.DirEntry[str]) -> str:
    try:
        if found.is_file():
            return ""
        return "this is a link to nothing" if found.is_symlink() else "this is a pipe, a socket or a device and no file"
    except OSError:
        return "this is a link in a circle"


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def read_bytes(path: Path | str) -> bytes:
    """What a file holds; raises `UnreadableError`.  A pipe is never waited for."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(size + 1) if size <= LIMIT else b""  # room for 64 MB takes longer than to read a page
            data += file.read(LIMIT + 1 - size) if len(data) > size else b""
    except OSError as error:
        raise UnreadableError(f"this file cannot be read: {(error.strerror or 'no reason given').lower()}") from None
    if max(len(data), size) > LIMIT:
        raise UnreadableError(f"this file is larger than {LIMIT // 2**20} MB, too large to be read by anybody")
    return data


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
