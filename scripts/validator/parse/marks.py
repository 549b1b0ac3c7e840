"""Invisible marks that travel through Python-Markdown and tell where something stood in the source.

The only program that reads Markdown as Python-Markdown does, with every extension of a project, is Python-Markdown, and
it tells no places.  So a mark, a number in characters that no text uses, is put before every address and every heading
that *could* be one; what comes out with its mark in an `href` was one, and the mark says where.  In code it comes out
as text and is passed over.
"""

from __future__ import annotations

import re
from typing import Final

_START, _END = "\U0010ff00", "\U0010ff01"
_DIGITS: Final = {f"{digit:x}": chr(0x10FF10 + digit) for digit in range(16)}
_VALUES: Final = {mark: digit for digit, mark in _DIGITS.items()}
_MARK: Final = re.compile(f"{_START}([{''.join(_DIGITS.values())}]+){_END}")
_ANY: Final = re.compile("[\U0010ff00-\U0010ff1f]")


def mark(number: int) -> str:
    """The mark of `number`; slugs drop its characters, so anchors stay as they are."""
    return _START + "".join(_DIGITS[digit] for digit in f"{number:x}") + _END


def first_mark(text: str) -> int | None:
    """The number of the first mark in `text`."""
    found = _MARK.search(text)
    return int("".join(_VALUES[one] for one in found[1]), 16) if found else None


def without_marks(text: str) -> str:
    """`text` as a reader gets it."""
    return _ANY.sub("", text)
