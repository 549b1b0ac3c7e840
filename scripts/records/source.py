"""Bytes on a disk → text, for files that strangers may have prepared.

A pull request can carry a link to ``/etc/passwd``, a pipe that never answers or a file of a gigabyte.  So a
file is looked at before it is opened, opened without following links, and never read past its limit.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from records.problem import Problem

SIZE_LIMIT: Final = 64 * 1024
"""Bytes.  The longest honest record is under 10 kB."""

_FLAGS: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_UTF32_MARKS: Final = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_KINDS: Final = (
    (stat.S_ISLNK, "symbolic-link", "this is a link to another file, and links can lead out of the project"),
    (stat.S_ISDIR, "not-a-file", "this is a folder, and a file is expected here"),
)

_INSTEAD: Final[ContextVar[Mapping[str, bytes]]] = ContextVar("instead", default=MappingProxyType({}))

_WAYS_OUT: Final[dict[type[OSError], str]] = {
    FileNotFoundError: "check the name of the file",
    PermissionError: "allow your user to read the file",
}
_LAST_WAY: Final = "check that the disk is there and try again"


@dataclass(frozen=True)
class Source:
    """The text of a file: ``path`` from the project's root with ``/``; lines end in ``\\n``."""

    path: str
    text: str


def read_source(path: Path, root: Path, limit: int = SIZE_LIMIT) -> Source | Problem:
    """The text of ``path``, or the one reason why it is not read; never raises for anything on the disk."""
    shown = shown_path(path, root)
    try:
        refusal = _refusal(path, root, limit, shown)
        return refusal or _text(_bytes(path, limit), shown, limit)
    except OSError as error:
        return _whole_file(
            shown,
            "unreadable-file",
            f"this file cannot be read: {_reason(error)}",
            _WAYS_OUT.get(type(error), _LAST_WAY),
        )


@contextmanager
def instead(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Within it, `read_source` takes these bytes for what the files hold: so a change is judged before it is made."""
    token = _INSTEAD.set({os.path.realpath(path): data for path, data in files.items()})
    try:
        yield
    finally:
        _INSTEAD.reset(token)


def shown_path(path: Path, root: Path) -> str:
    """``path`` relative to ``root`` with ``/``, or as given when it lies elsewhere."""
    whole, above = os.path.abspath(path), os.path.abspath(root).rstrip(os.sep) + os.sep
    return (whole.removeprefix(above) if whole.startswith(above) else str(path)).replace(os.sep, "/")


def _reason(error: OSError) -> str:
    return (error.strerror or "no reason given").lower()


def _whole_file(shown: str, rule: str, message: str, fix: str) -> Problem:
    return Problem(shown, 1, 1, rule, message, fix)


def _refusal(path: Path, root: Path, limit: int, shown: str) -> Problem | None:
    found = path.lstat()
    for is_kind, rule, message in _KINDS:
        if is_kind(found.st_mode):
            return _whole_file(shown, rule, message, "put an ordinary file here")
    if not stat.S_ISREG(found.st_mode):
        return _whole_file(shown, "not-a-file", "this is a pipe, a socket or a device", "put an ordinary file here")
    real = _real(os.path.dirname(path))
    if not f"{real}{os.sep}".startswith(f"{_real(str(root)).rstrip(os.sep)}{os.sep}"):
        message = f"this file really lies outside the project, at {Path(real, path.name).as_posix()}"
        return _whole_file(shown, "outside-the-project", message, "copy the file into the project")
    return _too_large(shown, limit) if found.st_size > limit else None


@lru_cache(maxsize=1024)
def _real(folder: str) -> str:
    """Where a folder really lies; asked once, since ten thousand files lie in a few folders."""
    return os.path.realpath(folder)


def _too_large(shown: str, limit: int) -> Problem:
    message = f"this file is larger than {limit // 1024} kB, the most that is read"
    return _whole_file(shown, "file-too-large", message, "keep only the record itself in this file")


def _bytes(path: Path, limit: int) -> bytes:
    """At most ``limit + 1`` bytes; never waits for a pipe, never follows a link put there since we looked."""
    if (changed := _INSTEAD.get()) and (data := changed.get(os.path.realpath(path))) is not None:
        return data[: limit + 1]
    descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        return os.read(descriptor, min(os.fstat(descriptor).st_size, limit) + 1)
    finally:
        os.close(descriptor)


def _text(data: bytes, shown: str, limit: int) -> Source | Problem:
    if len(data) > limit:
        return _too_large(shown, limit)
    if wide := _wide_encoding(data):
        message = f"this file is {wide}, and every program here reads UTF-8"
        return _whole_file(shown, "wrong-encoding", message, 'save it again as "UTF-8" in your editor')
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, len(data) - len(error.object) + error.start, shown)
    if "\0" in text:
        return _nul(data, shown)
    return Source(shown, re.sub("\r\n?", "\n", text) if "\r" in text else text)


def _wide_encoding(data: bytes) -> str:
    """The name of a two or four byte encoding, by its mark, or by the NULs it puts between plain letters."""
    if data.startswith(_UTF32_MARKS):
        return "UTF-32"
    if data.startswith(_UTF16_MARKS):
        return "UTF-16"
    pairs = data[:200]
    for name, start in (("UTF-16 (big-endian)", 0), ("UTF-16 (little-endian)", 1)):
        if len(pairs) >= 4 and not any(pairs[start::2]) and all(pairs[1 - start :: 2]):
            return name
    return ""


def _nul(data: bytes, shown: str) -> Problem:
    offset = data.index(b"\0")
    line, column = _line_and_column(data, offset)
    message = f"byte {offset} is NUL, which no text contains"
    return Problem(shown, line, column, "nul-byte", message, "delete it, or copy the text into a new file")


def _not_utf8(data: bytes, offset: int, shown: str) -> Problem:
    """The first wrong byte: where it is, and the letter it most likely was."""
    line, column = _line_and_column(data, offset)
    byte = data[offset : offset + 1]
    message = f"byte {offset} (0x{byte.hex()}) is not UTF-8{_guess(byte)}"
    return Problem(shown, line, column, "wrong-encoding", message, 'save it again as "UTF-8" in your editor')


def _line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """The line and the column in characters, from 1, of byte ``offset``; good UTF-8 stands before it."""
    lines = re.split("\r\n?|\n", data[:offset].removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    return len(lines), len(lines[-1]) + 1


def _guess(byte: bytes) -> str:
    try:
        letter = byte.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return f"; in the old Windows encoding cp1252 it is {letter!r}" if letter.isprintable() else ""
