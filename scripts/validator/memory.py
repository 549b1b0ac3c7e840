"""What the last run made of a built site, kept in one file under `.cache/` so that the next one need not make it again.

The file is written beside itself and put into place in one step; its parts carry their digests, so one that is cut off
or changed is ignored.  A page is taken as unchanged when size, times and inode are the same, but not when it was
written at the time of the last run: there the times cannot tell (Git calls such files racy), and its bytes are read.
"""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

_NAME: Final = b"validator results 1\n"
_DIGEST: Final = 16
_RACY: Final = 2_000_000_000
"""Nanoseconds within which two changes of a file may carry the same time, on the coarsest file system."""
_PARSERS: Final = ("turbohtml", "ada_url", "tinycss2")
DAMAGED: Final = "is damaged and is ignored; every page is looked at anew"

Stamp = tuple[int, int, int, int]
"""Size, time of change and time of change of the inode in nanoseconds, and inode."""


class Kept(NamedTuple):
    """What was made of a page, packed; its stamp is None when it was racy."""

    stamp: Stamp | None
    digest: bytes
    packed: bytes


class Whole(NamedTuple):
    """What was said of a whole site: `key` stands for all its files, `pages` is their number."""

    key: bytes
    found: list[tuple[Any, ...]]
    pages: int


class DamagedError(Exception):
    """The file is not what was written."""


@dataclass
class Memory:
    """`path` is the file, None where nothing is kept beyond this run; `note` says why what was there is ignored."""

    path: Path | None = None
    note: str = ""
    context: object = None
    whole: Whole | None = None
    started: int = field(default_factory=time.time_ns)
    _pages: dict[str, Kept] | None = None
    _is_new: bool = False

    def begin(self, context: object) -> None:
        """Takes up what was kept, as far as it was made in the same `context` by the same program."""
        self.started = time.time_ns()
        if self.context != context:
            self.context, self.whole, self._pages = context, None, None
            self._read()

    def _read(self) -> None:
        try:
            parts = _parts(self.path, 1) if self.path else []
            head = marshal.loads(parts[0]) if parts else None
            if head and head[0] == self._key:
                self.whole = Whole(*head[1]) if head[1] else None
                return
        except (DamagedError, OSError, ValueError, TypeError, EOFError):
            self._ignore()
        self._pages = {}

    def _ignore(self) -> None:
        self.note, self.whole, self._pages = f"{self.path} {DAMAGED}", None, {}

    @property
    def pages(self) -> dict[str, Kept]:
        """What is known of each page, by path."""
        if self._pages is None:
            try:
                found = marshal.loads(_parts(self.path, 2)[1]) if self.path else {}
                self._pages = {path: Kept(*one) for path, one in found.items()}
            except (DamagedError, OSError, ValueError, TypeError, EOFError, IndexError):
                self._ignore()
        return self._pages or {}

    def trusts(self, path: str, stamp: Stamp) -> bool:
        """Whether the page at `path` need not be read."""
        kept = self.pages.get(path)
        return kept is not None and kept.stamp == stamp

    def knows(self, path: str, digest: bytes) -> bool:
        """Whether it is known what these bytes make."""
        kept = self.pages.get(path)
        return kept is not None and kept.digest == digest

    def keep(self, path: str, stamp: Stamp, digest: bytes, packed: bytes) -> Kept:
        """Keeps what was made of a page; `packed` is empty when that is known already."""
        made = packed or self.pages[path].packed
        kept = Kept(None if self.is_racy(stamp) else stamp, digest, made)
        self._is_new = True
        self._pages = self.pages
        self._pages[path] = kept
        return kept

    def keep_whole(self, whole: Whole, stamps: Mapping[str, Stamp]) -> None:
        """Keeps what was said of the site, if its stamps can be trusted, and forgets pages that are gone."""
        self._pages = {path: kept for path, kept in self.pages.items() if path in stamps}
        self.whole = None if any(map(self.is_racy, stamps.values())) else whole
        self._is_new = True

    def is_racy(self, stamp: Stamp) -> bool:
        """Whether a file may change once more without another stamp."""
        return max(stamp[1], stamp[2]) > self.started - _RACY

    def write(self) -> None:
        """Puts the file into place; a folder that cannot be written to is no fault of the run."""
        if self.path is None or not self._is_new:
            return
        head = marshal.dumps((self._key, self.whole and tuple(self.whole)))
        body = marshal.dumps({path: tuple(kept) for path, kept in self.pages.items()})
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _put(self.path, _NAME + _part(head) + _part(body))
        self._is_new = False

    @property
    def _key(self) -> bytes:
        return digest_of((program(), self.context))


def digest_of(value: Any) -> bytes:
    """The digest of plain values."""
    return blake2b(marshal.dumps(value, 2), digest_size=_DIGEST).digest()


def program() -> bytes:
    """The digest of this program's own files and of what it reads pages with."""
    scripts = Path(__file__).resolve().parent.parent
    found = blake2b(" ".join([sys.version, *map(version, _PARSERS)]).encode(), digest_size=_DIGEST)
    for path in sorted([*(scripts / "validator").rglob("*.py"), *(scripts / "records").rglob("*.py")]):
        found.update(f"\0{path.relative_to(scripts)}\0".encode() + path.read_bytes())
    return found.digest()


def stamp_of(path: str) -> Stamp:
    """The stamp of a file; one that no file has when it cannot be asked."""
    try:
        found = os.stat(path)  # noqa: PTH116 - ten thousand paths are made of nothing else
    except OSError:
        return (-1, -1, -1, -1)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _part(data: bytes) -> bytes:
    return len(data).to_bytes(8, "big") + blake2b(data, digest_size=_DIGEST).digest() + data


def _parts(path: Path, count: int) -> list[bytes]:
    """The first `count` parts of the file; none when there is no file.  Raises `DamagedError`."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        if file.read(len(_NAME)) != _NAME:
            raise DamagedError
        return [_next_part(file) for _ in range(count)]


def _next_part(file: Any) -> bytes:
    size, digest = int.from_bytes(file.read(8), "big"), file.read(_DIGEST)
    data: bytes = file.read(size) if size < 1 << 40 else b""
    if len(data) != size or blake2b(data, digest_size=_DIGEST).digest() != digest:
        raise DamagedError
    return data


def _put(path: Path, data: bytes) -> None:
    """Writes a file beside `path` and puts it into its place."""
    number, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink()
        raise
