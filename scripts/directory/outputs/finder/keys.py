"""What counts of a text in a search, the same on both sides: `key` has its twin in components/finder/engine.mjs.

Nobody types the way a gazetteer writes. `Nürnberg`, `NURNBERG` and `nurnberg` share a key, and so do `St. Gallen` and
`st gallen`. `str.casefold` is not used, since browsers have nothing like it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = dict(
    zip("ßæœøđðþłıŋħŧəɓɗƙςیىکة", ("ss", "ae", "oe", "o", "d", "d", "th", *"linhtebdkσييكه"), strict=True)
)
"""Letters that Unicode does not take apart, as people type them who lack them; and Persian letters as Arabic ones."""
_APOSTROPHE_LETTERS: Final = range(0x2B9, 0x300)
"""Unicode counts `ʻ` and `ʼ` as letters; people type an apostrophe, or nothing."""
_SAINT: Final = re.compile(r"(^| )st(e?)(?= .)")
_ARTICLE: Final = re.compile(
    r"(?:les?|l[ao]s?|el|il|gli?|[lsoai]|the|den|de[rs]?|die|das|het|a[lnstdr]|ash|os) (?=.{3})"
)
_INNER_APOSTROPHES: Final = re.compile(r"(?<=[^\W\d_])['’ʻʼ‘`´](?=[^\W\d_])")


class _Table(dict[int, str]):
    """For `str.translate`: what becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = unicodedata.category(letter)[0]
        self[code] = _LETTERS.get(letter, letter) if kind in "LN" else "" if kind == "M" else " "
        return self[code]


_TABLE: Final = _Table(dict.fromkeys(_APOSTROPHE_LETTERS, " "))


def key(text: str) -> str:
    """Words of plain small letters and digits with single blanks between them; empty when there are none."""
    bare = unicodedata.normalize("NFKD", text.lower()).lower() if not text.isascii() else text.lower()
    plain = " ".join(bare.translate(_TABLE).split())
    return _SAINT.sub(r"\1saint\2", plain) if "st" in plain else plain


def without_article(key: str) -> str:
    """`le havre` → havre, since half of those who look for it leave the article out; other keys stay as they are."""
    found = _ARTICLE.match(key)
    return key[found.end() :] if found else key


@lru_cache(maxsize=4096)
def town_key(town: str) -> str:
    """`key`, remembered: most people share a town with others."""
    return key(town)


def without_apostrophes(text: str) -> str:
    """`O'Connor` → OConnor, as many type it; an apostrophe that is no part of a word stays."""
    return _INNER_APOSTROPHES.sub("", text)
