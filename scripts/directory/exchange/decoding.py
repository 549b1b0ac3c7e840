"""Bytes of a table → text.  Spreadsheets save in several encodings and tell nobody which.

UTF-8 is read, with and without its mark; UTF-16 with its mark too, for that is certain.  Anything else is
guessed only to say so: a name that was read in the wrong encoding would be published wrong.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from records import quoted

from directory.exchange.spots import CellProblem, whole

SAVE_AS: Final = 'save it again as "CSV UTF-8 (Comma delimited)" in Excel, or as Unicode (UTF-8) in LibreOffice'
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_GUESSES: Final = (("cp1252", "Windows-1252 (cp1252)"), ("mac_roman", "Mac Roman"))


class Decoded(NamedTuple):
    """The text; ``is_certain`` is False when bytes that are not UTF-8 stand in it as lone surrogates."""

    text: str
    note: str = ""
    is_certain: bool = True


def decode(data: bytes, table: str) -> Decoded | CellProblem:
    """The text of ``data``, lines as they are; or the one reason why it cannot be read."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _wide(data, codec, name, table)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data:
        return _nul(data, table)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return Decoded(data.decode("utf-8", "surrogateescape"), is_certain=False)


def _wide(data: bytes, codec: str, name: str, table: str) -> Decoded | CellProblem:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        message = f"it begins as {name}, but from byte {error.start} on it is not"
        return whole(table, "wrong-encoding", message, SAVE_AS)
    if "\0" in text:
        return whole(table, "nul-character", "it holds the character NUL, which no text contains", SAVE_AS)
    return Decoded(text, f"it is written in {name}, and was read as that")


def _nul(data: bytes, table: str) -> CellProblem:
    offset = data.index(b"\0")
    if any(not any(data[start:400:2]) for start in (0, 1)) and len(data) > 3:
        message = "it is written in UTF-16 and has no mark that says so"
        return whole(table, "wrong-encoding", message, SAVE_AS)
    message = f"byte {offset} is NUL, which no text contains"
    return whole(table, "nul-character", message, "delete it, or copy the table into a new file")


def is_undecoded(cell: str) -> bool:
    """Whether bytes that are not UTF-8 stand in a cell."""
    return not cell.isascii() and any("\udc80" <= letter <= "\udcff" for letter in cell)


def wrong_encoding(cells: list[tuple[int, int, str, str]], table: str) -> CellProblem:
    """The problem of a table with such cells, each ``(row, column, header, text)``; the first shows the guess."""
    row, column, header, text = cells[0]
    data = text.encode("utf-8", "surrogateescape")
    codec, name = guess(b"".join(one[3].encode("utf-8", "surrogateescape") for one in cells))
    others = f", and in {len(cells) - 1} other cells" if len(cells) > 1 else ""
    message = f"this is not UTF-8{others}; it looks like {name}, which says {quoted(data.decode(codec, 'replace'))}"
    return CellProblem(table, row, column, header, "wrong-encoding", message, SAVE_AS)


def guess(data: bytes) -> tuple[str, str]:
    """The old encoding in which most of the bytes above 127 are letters, and its name."""
    high = bytes(byte for byte in data if byte > 127)
    return max(_GUESSES, key=lambda one: sum(letter.isalpha() for letter in high.decode(one[0], "replace")))
