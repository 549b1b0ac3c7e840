"""Invisible marks that travel through Python-Markdown and tell where something stood in the source.

The only program that reads Markdown as Python-Markdown does, with every extension of a project, is Python-Markdown, and
it tells no places.  So a mark, a number in characters that no text uses, is put before every address and every heading
that *could* be one; what comes out with its mark in an `href` was one, and the mark says where.  In code it comes out
as text and is passed over.  A mark must never change what is made of a page: each stands where no extension looks, and
a test renders whole documents with and without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_START, _END = "\U0010ff00", "\U0010ff01"
_DIGITS: Final = {f"{digit:x}": chr(0x10FF10 + digit) for digit in range(16)}
_VALUES: Final = {mark: digit for digit, mark in _DIGITS.items()}
_MARK: Final = re.compile(f"{_START}([{''.join(_DIGITS.values())}]+){_END}")
_ANY: Final = re.compile("[\U0010ff00-\U0010ff1f]")

_BARE: Final = r"(?:(?:https?|ftp)://|www\.)[^_\W]"
_DEFINITION: Final = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*\n?[ \t]*<?()(?=\S)", re.MULTILINE)
_CANDIDATES: Final = (
    re.compile(rf"\]\([ \t]*+\n?+[ \t]*+<?+()(?!{_BARE})", re.IGNORECASE),  # [text](address) and ![alt](address)
    _DEFINITION,
    re.compile(r"""\b(?:href|src|srcset|poster|data|action|cite|xlink:href)[ \t]*=[ \t]*["']?()""", re.IGNORECASE),
    re.compile(rf"(?P<at>)(?<!\[)\b{_BARE}[-\w.]*(?<!\.)()", re.IGNORECASE),  # bare addresses
    re.compile(r"<(?:mailto:)?()(?=[^\s<>@]+@[^\s<>]+>)", re.IGNORECASE),
    re.compile(r"^[ \t>]*#{1,6}[ \t]*()(?!#)", re.MULTILINE),  # ## heading
    re.compile(r"^[ \t>]*()(?=\w.*\n[ \t>]*(?:=+|-+)[ \t]*$)", re.MULTILINE),  # heading over a line
    re.compile(r"<h[1-6]\b[^<>]*>()", re.IGNORECASE),
    re.compile(r"(?<![\\!\[\]])()!?\[[^\[\]\n]*\]\[[^\[\]\n]*\]"),  # [text][name]
    re.compile(r"(?<![\\!\[\]])()!?\[[^\[\]\n]{2,}\][ \t]+\("),  # [text] (address)
    re.compile(r"\)()(?=\[[^\[\]\n]+\])"),  # (text)[address]
)
"""The mark stands where the last group is.  It tells the place of `at` where nothing may come before the words."""


def mark(number: int) -> str:
    """The mark of `number`; slugs drop its characters, so anchors stay as they are."""
    return _START + "".join(_DIGITS[digit] for digit in f"{number:x}") + _END


def with_marks(text: str) -> tuple[str, list[int]]:
    """`text` with a mark at each candidate, and the offset that each mark stands for."""
    found = [one for pattern in _CANDIDATES for one in pattern.finditer(text) if _stands_alone(one, text)]
    meant = dict(sorted((one.start(one.lastindex or 0), one.start(1)) for one in found))
    starts = [0, *meant]
    pieces = [text[start:end] + mark(at) for at, (start, end) in enumerate(zip(starts, meant, strict=False))]
    return "".join(pieces) + text[starts[-1] :], list(meant.values())


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """False for `[b][c]` after `[a]` and a blank: Python-Markdown makes a link of `[a] [b]`; a mark would part them.

    So it does in `![x][b] [c]`, too, which leaves of the image nothing but `![x]`.
    """
    at = match.start(1)
    if text[at - 2 : at - 1] != "]" or not text[at - 1 : at].isspace() or match.end() == at:
        return True
    opening = text.rfind("[", max(0, at - 300), at)
    first = text.rfind("[", max(0, at - 600), max(0, opening))
    return text[opening - 1 : opening] == "]" and text[first - 1 : first] != "!"


def definitions_in(text: str, offsets: list[int]) -> Iterator[tuple[int, str]]:
    """The number of the mark and the name of each line that looks like `[name]: address`."""
    numbers = {offset: number for number, offset in reversed(list(enumerate(offsets)))}
    for found in _DEFINITION.finditer(text):
        yield numbers[found.start(1)], found[0].partition("[")[2].partition("]")[0]


def numbers_in(text: str) -> frozenset[int]:
    """The numbers of all marks in `text`."""
    return frozenset(map(_number, _MARK.finditer(text)))


def first_mark(text: str) -> int | None:
    """The number of the first mark in `text`."""
    found = _MARK.search(text)
    return _number(found) if found else None


def last_mark(text: str) -> int | None:
    """The number of the mark at the end of `text`."""
    found = _MARK.search(text, max(0, len(text) - 12))
    return _number(found) if found and found.end() == len(text) else None


def apart(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` as a reader gets it, and the offset in it and the number of each mark."""
    pieces: list[str] = []
    marks: list[tuple[int, int]] = []
    at = length = 0
    for found in _MARK.finditer(text):
        pieces.append(text[at : found.start()])
        length += len(pieces[-1])
        marks.append((length, _number(found)))
        at = found.end()
    return "".join([*pieces, text[at:]]), marks


def without_marks(text: str) -> str:
    """`text` as a reader gets it."""
    return _ANY.sub("", text)


def _number(found: re.Match[str]) -> int:
    return int("".join(_VALUES[one] for one in found[1]), 16)
