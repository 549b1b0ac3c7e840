"""The name most like a mistyped one, among many: "did you mean", in a site of a hundred thousand files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from records.nearest import LONGEST_WORD

_MOST: Final = 300
LIKENESS: Final = 0.6


class Names:
    """Names to choose from, such as paths.  One wrong letter leaves the start or the end of a name's last step whole,
    so only names that share one of them are compared letter by letter."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = sorted(names)
        self._told: dict[str, str] = {}

    @cached_property
    def _by_piece(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.names:
            for piece in _pieces(name, _sizes_of_name):
                found.setdefault(piece, []).append(name)
        return found

    def nearest(self, word: str) -> str:
        """The name most like `word`; "" when none is like it."""
        if word not in self._told:
            self._told[word] = self._nearest(word)
        return self._told[word]

    def _like(self, word: str) -> Iterable[str]:
        if len(self.names) <= _MOST:
            return self.names
        return {name for piece in _pieces(word, _sizes_of_word) for name in self._by_piece.get(piece, ())}

    def _nearest(self, word: str) -> str:
        close = sorted(self._like(word), key=lambda name: (abs(len(name) - len(word)), name))[:_MOST]
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


def _likeness(word: str, name: str) -> float:
    """0 to 1; what stands last in a path counts double, since it is the name of the thing."""
    first, second = _folded(word)[-LONGEST_WORD:], _folded(name)[-LONGEST_WORD:]
    whole = SequenceMatcher(None, first, second, autojunk=False)
    if whole.real_quick_ratio() < LIKENESS or whole.quick_ratio() < LIKENESS:
        return 0.0
    last = SequenceMatcher(None, _last(first), _last(second), autojunk=False)
    return (whole.ratio() + last.ratio()) / 2


def _last(path: str) -> str:
    """The last step of a path without its ending, which many share."""
    step = path.rstrip("/").rpartition("/")[2]
    return step.rpartition(".")[0] or step


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
