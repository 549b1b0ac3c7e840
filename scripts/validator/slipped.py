"""Whether a name is surely the one that a mistyped word means: it differs by one slip of a finger, and no other does.

A suggestion may be wrong, since a person reads it; what is written into a file by itself may not.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Final

_SHORTEST: Final = 4
"""Of shorter names too many are one letter apart."""


def only_slip(word: str, names: Iterable[str]) -> str:
    """The only one of `names` that is `word` but for one slip; "" when there is none, or a second one."""
    found = [name for name in names if is_slip(word, name)]
    return found[0] if len(found) == 1 else ""


def is_slip(word: str, name: str) -> bool:
    """Whether one letter of `name` was lost, doubled, changed, or swapped with the next one; digits never are.

    The last step of both must be long enough to tell: `part-1.md` is no slip for `part-2.md`, nor `to` for `do`.
    """
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = _same(word, name)
    end = _same(word[start:][::-1], name[start:][::-1])
    wrong, right = word[start : len(word) - end], name[start : len(name) - end]
    if max(len(wrong), len(right)) > 2 or min(len(_stem(word)), len(_stem(name))) < _SHORTEST:
        return False
    if any(letter.isdigit() or letter == "/" for letter in wrong + right):
        return False
    return max(len(wrong), len(right)) == 1 or (len(wrong) == 2 and wrong == right[::-1])


def same_but_ending(path: str, names: Iterable[str]) -> str:
    """The only one of `names` that differs from `path` in nothing but its ending; "" when none or several do."""
    stem = posixpath.splitext(path)[0]
    found = [name for name in names if posixpath.splitext(name)[0] == stem and name != path]
    return found[0] if len(found) == 1 and posixpath.splitext(path)[1] else ""


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path.rstrip("/")))[0]


def _same(one: str, other: str) -> int:
    """How many letters both begin with."""
    return len(posixpath.commonprefix([one, other]))
