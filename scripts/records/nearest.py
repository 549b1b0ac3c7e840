"""The known word nearest to a mistyped one, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

LONGEST_WORD: Final = 80
"""Characters.  Comparing grows with the square of the length, and a hostile word may be 60 kB long."""


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The word of ``known`` most like ``word``, letter case aside; None below ``likeness`` (0 to 1)."""
    by_folded = {_folded(candidate): candidate for candidate in sorted(known)}
    matches = get_close_matches(_folded(word[:LONGEST_WORD]), by_folded, n=1, cutoff=likeness)
    return by_folded[matches[0]] if matches else None


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-").strip("-")
