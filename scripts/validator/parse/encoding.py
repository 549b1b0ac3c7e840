"""Bytes → text, in the encoding that a browser would take (HTML Living Standard, "encoding sniffing algorithm").

A file that names no encoding and is UTF-8 is read as UTF-8, since hosts say so; otherwise as windows-1252.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LOOKED_AT: Final = 1024
_DECLARED: Final = re.compile(rb"""<meta[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.I)
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|$)", re.S)
_LEGACY: Final = re.compile(
    r"utf-8|iso8859-\d+|cp125\d|cp866|cp874|koi8-[ru]|gb18030|cp932|euc_jp|cp949|big5hkscs|iso2022_jp"
)
_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read in place of a name, by the Encoding standard."""


def decode(data: bytes) -> str:
    """The text of an HTML file with plain line ends; wrong bytes become U+FFFD."""
    text = _decoded(data)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def has_mark(data: bytes) -> bool:
    """Whether a file begins with the mark of UTF-8 or UTF-16, which tells its encoding to every browser."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if declared := _declared(data[:_LOOKED_AT]):
        return data.decode(declared, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _declared(head: bytes) -> str:
    """The encoding that a `<meta>` names, as Python calls it; "" when there is none, or none that is known."""
    found = _DECLARED.search(_COMMENT.sub(b"", head))
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return ""
    name = _WIDER.get(name, name)
    if name.startswith("utf-16"):
        return "utf-8"  # the standard's own exception: what can be read as ASCII so far is no UTF-16
    return name if _LEGACY.fullmatch(name) else ""
