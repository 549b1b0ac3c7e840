"""The name most like a mistyped one, among many: "did you mean", in a site of a hundred thousand files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import chain, islice
from typing import Final

from records.nearest import LONGEST_WORD

from validator.slipped import only_slip, same_but_ending

_FEW: Final = 100
_MOST: Final = 500
_MOST_WORDS: Final = 2_000
"""Whoever has so many faults mends them by another way than one by one."""
_CLOSEST: Final = 6
"""So many names are compared letter by letter, which is slow: those that share most pairs of letters with the word."""
LIKENESS: Final = 0.6


class Names:
    """Names to choose from, such as paths.  One wrong letter leaves the start or the end of a name's last step whole,
    so only names that share one of them are compared letter by letter."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = sorted(names)
        self._told: dict[str, str] = {}
        self._slips: dict[str, str] = {}

    @cached_property
    def _by_piece(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            for piece in _pieces(name, _sizes_of_name):
                found.setdefault(piece, []).append(name)
        return found

    def nearest(self, word: str) -> str:
        """The name most like `word`; "" when none is like it."""
        if word not in self._told and len(self._told) < _MOST_WORDS:
            self._told[word] = self._nearest(word)
        return self._told.get(word, "")

    def only_slip(self, word: str) -> str:
        """The only name that is `word` but for one slip of a finger; "" when there is none, or a second one."""
        if word not in self._slips and len(self._slips) < _MOST_WORDS:
            self._slips[word] = only_slip(word, self._like(word))
        return self._slips.get(word, "")

    def same_but_ending(self, path: str) -> str:
        """The only name that differs from `path` in nothing but its ending; "" when none or several do."""
        return same_but_ending(path, self._like(path))

    def _like(self, word: str) -> Iterable[str]:
        if len(self.names) <= _FEW:
            return self.names
        lists = sorted((self._by_piece.get(piece, []) for piece in _pieces(word, _sizes_of_word)), key=len)
        return dict.fromkeys(islice(chain.from_iterable(lists), _MOST))  # the rarest pieces tell most

    def _nearest(self, word: str) -> str:
        pairs = _pairs(word)
        close = nsmallest(_CLOSEST, self._like(word), key=lambda name: (-_shared(pairs, name), len(name), name))
        scored = ((_likeness(word, name), name) for name in close)
        best = max(scored, key=lambda pair: (pair[0], -len(pair[1])), default=(0.0, ""))
        return best[1] if best[0] >= LIKENESS else ""


def _pieces(name: str, sizes: Callable[[int], Iterator[int]]) -> Iterator[str]:
    steps = [step for step in _folded(name).split("/") if step]
    for at, step in enumerate(steps[-2:][::-1]):
        for size in sizes(len(step)):
            yield f"{at}<{step[:size]}"
            yield f"{at}>{step[-size:]}"
        yield f"={step.partition('.')[0]}"


def _sizes_of_word(length: int) -> Iterator[int]:
    """How long the pieces of a mistyped word are: such that one letter more or less leaves the other end whole."""
    yield 3 if length > 6 else 2 if length > 3 else 1


def _sizes_of_name(length: int) -> Iterator[int]:
    """Every size that a word one letter shorter or longer asks for."""
    yield from {size for near in (length - 1, length, length + 1) for size in _sizes_of_word(near)}


@lru_cache(maxsize=20_000)
def _pairs(name: str) -> frozenset[str]:
    """The pairs of letters that follow each other; those of the last step count a second time."""
    whole = _folded(name)[-LONGEST_WORD:]
    last = _last(whole)
    pairs = {whole[at : at + 2] for at in range(len(whole) - 1)}
    return frozenset(pairs | {f"/{last[at : at + 2]}" for at in range(len(last) - 1)})


def _shared(pairs: frozenset[str], name: str) -> float:
    """0 to 1: how many of the pairs of both names are pairs of each."""
    others = _pairs(name)
    return len(pairs & others) / (len(pairs | others) or 1)


def _likeness(word: str, name: str) -> float:
    """0 to 1; what stands last in a path counts double, since it is the name of the thing."""
    first, second = _folded(word)[-LONGEST_WORD:], _folded(name)[-LONGEST_WORD:]
    whole = SequenceMatcher(None, first, second, autojunk=False)
    last = SequenceMatcher(None, _last(first), _last(second), autojunk=False)
    return (whole.ratio() + last.ratio()) / 2


def _last(path: str) -> str:
    """The last step of a path without its ending, which many share."""
    step = path.rstrip("/").rpartition("/")[2]
    return step.rpartition(".")[0] or step


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
