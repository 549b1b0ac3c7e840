"""What all pieces of the finder's data are: a file of JSON with named columns, called by its content.

So a browser may keep a piece for ever, and a program that reads it needs no other page to know what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from directory.outputs.escape import json_text

FOLDER: Final = "instructors/find"
"""Where the pieces lie on the site; `find` can be no country's code, and no person's id."""
NAME_DIGITS: Final = 8
"""Of the pieces whose names stand one by one in the index, where each digit is half a byte of every visit."""


@dataclass(frozen=True)
class Files:
    """`files` are path → text; `index` is JSON that tells a reader which of them to fetch."""

    files: dict[str, str]
    index: dict[str, Any]


def piece_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The file of one piece."""
    return json_text({"columns": columns, "rows": list(rows)}) + "\n"


def named(texts: Iterable[str]) -> dict[str, str]:
    """Each text under eight digits of its content, in order. Of two that would be called alike, the second is not."""
    names: dict[str, str] = {}
    for text in texts:
        name = hashed(text)[:NAME_DIGITS]
        while name in names:
            name = hashed(name, text)[:NAME_DIGITS]
        names[name] = text
    return names


def hashed(*texts: str) -> str:
    """Ten digits that belong to this content."""
    return sha256("".join(texts).encode()).hexdigest()[:10]
