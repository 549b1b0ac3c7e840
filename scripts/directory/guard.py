"""A text in a spreadsheet's cell, so that it is never a formula and always comes back unchanged.

Spreadsheets run a cell that begins with ``=``, and every international phone number begins with ``+``, which
does the same.  The usual cure, an apostrophe in front, spoils the text unless the reader takes it off again;
so writing and reading are one pair here: ``read(write(text)) == text`` for every text.

* ``'+44 1632 960123``  an apostrophe in front of what a spreadsheet would run or change; reading drops it
* ``'ends in a blank '``  one at each end, when the text ends in a blank that reading would drop

An apostrophe before anything else is a letter of the text: ``'t Hart`` is a name.
"""

from __future__ import annotations

import re
from typing import Final

FORMULA_STARTS: Final = "=+-@\t\r\n＝＋－＠"
"""What spreadsheets take for the beginning of a formula, or skip before they look for one (CWE-1236)."""
EDGES: Final = " \t\u00a0\u2007\u202f\u3000"
"""Blanks that stray into the edges of cells and mean nothing there."""

_QUOTES: Final = "'\u2018\u2019"
"""The apostrophe, and what word processors make of it."""
_CHANGED: Final = r"0[0-9][0-9 ]*|[0-9]+\.0+|[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+|(?i:true|false)"
"""What spreadsheets change as they open a table: 01067 becomes 1067, true becomes TRUE or WAHR."""
_RISKY: Final = re.compile(f"\ufeff*[{re.escape(FORMULA_STARTS)}].*|{_CHANGED}", re.DOTALL)
_SAFE: Final = re.compile(r"[^\W\d_](?:.*\S)?", re.DOTALL).fullmatch
"""Most texts: a letter first, and no blank last."""
_NUMBER: Final = "[0-9][0-9 .,:/-]*"
_LOST: Final = f"\ufeff*[{re.escape(FORMULA_STARTS + EDGES)}].*"
_FRONT: Final = re.compile(f"[{_QUOTES}]+(?:{_LOST}|{_CHANGED}|{_NUMBER})", re.DOTALL)
_BOTH: Final = re.compile(f"[{_QUOTES}].*[{EDGES}][{_QUOTES}]+", re.DOTALL)


def write(text: str) -> str:
    """The plainest way to write ``text`` into a cell that is no formula and reads back as ``text``."""
    if _SAFE(text) and text.lower() not in ("true", "false"):
        return text
    ways = (text, f"'{text}", f"'{text}'")
    return next(cell for cell in ways if not _RISKY.fullmatch(cell) and read(cell) == text)


def read(cell: str) -> str:
    """The text of a cell: as guarded, or without the blanks at its edges."""
    if _BOTH.fullmatch(cell):
        return cell[1:-1]
    return cell[1:] if _FRONT.fullmatch(cell) else cell.strip(EDGES)


def is_guarded(cell: str) -> bool:
    """Whether the cell says that its text is meant exactly as written."""
    return bool(_BOTH.fullmatch(cell) or _FRONT.fullmatch(cell))
