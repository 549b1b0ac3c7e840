"""What changes in a file, line by line, as `diff -u` shows it and `patch` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from records.characters import show

from validator.mending.text import Text

_AROUND: Final = 3


def diff_of(path: str, before: bytes, after: bytes) -> str:
    """The difference of two states of a file that have the same number of lines; "" where they are equal."""
    old, new = Text(before).lines, Text(after).lines
    changed = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    hunks = [line for group in _groups(changed) for line in _hunk(group, old, new)]
    return "".join([f"--- {show(path)}\n+++ {show(path)}\n", *hunks]) if hunks else ""


def _groups(changed: Sequence[int]) -> Iterator[list[int]]:
    """Changed lines that are near enough to be shown together."""
    group: list[int] = []
    for at in changed:
        if group and at - group[-1] > 2 * _AROUND:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _hunk(changed: list[int], old: list[str], new: list[str]) -> Iterator[str]:
    start, end = max(0, changed[0] - _AROUND), min(len(old), changed[-1] + _AROUND + 1)
    size = f"{start + 1},{end - start}"
    yield f"@@ -{size} +{size} @@\n"
    minus: list[str] = []
    plus: list[str] = []
    for at in range(start, end):
        if at in changed:
            minus.append(_shown("-", old[at]))
            plus.append(_shown("+", new[at]))
            continue
        yield from (*minus, *plus, _shown(" ", old[at]))
        minus, plus = [], []
    yield from (*minus, *plus)


def _shown(sign: str, line: str) -> str:
    """A line that no terminal can be spoiled by; its end is kept."""
    text = line.rstrip("\r\n")
    end = line[len(text) :]
    safe = sign + "\t".join(map(show, text.split("\t")))
    return f"{safe}{end.rstrip(chr(10))}\n" if end else f"{safe}\n\\ No newline at end of file\n"
