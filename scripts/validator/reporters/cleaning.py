"""What names of files may hold and no format of a report can."""

from __future__ import annotations

from urllib.parse import quote


def whole(text: str) -> str:
    """`text` without halves of characters, which stand for bytes of a file's name that are no UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def as_uri(path: str) -> str:
    """A path as a relative address; a whole one as that of a file of this machine."""
    quoted = quote(path, safe="/", errors="surrogateescape")
    return f"file://{quoted}" if path.startswith("/") else quoted
