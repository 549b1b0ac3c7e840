"""Every kind of fault, as data: a further one is a further line of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Final, NamedTuple, TypeVar

SOURCES: Final = "sources"
"""The fault is planted in the sources, and the site is built from them."""
DATA: Final = "data"
"""The same, for data that other faults are judged by: one such fault at once."""
UNBUILT: Final = "unbuilt"
"""The fault is planted in the sources, and the site is not built: the build itself would refuse it."""
BUILT: Final = "built"
"""The fault is planted in the built site, which is looked at alone."""


T = TypeVar("T")


class Planted(NamedTuple):
    """The new text of a file, the line of the fault, and what stood there, where a mend can tell it.

    `path` is the file in which the fault shows, where that is another one.
    """

    text: str
    line: int
    original: str = ""
    path: str = ""


Plant = Callable[[str, Random], Planted | None]
"""Makes a fault in a text; None where the text has no place for it."""


@dataclass(frozen=True)
class Kind:
    """`where` names the files, see `ground.py`; any of `rules` may report it.

    Those of `also` may report what follows from it in the same file and page, those of `far` elsewhere.
    """

    name: str
    where: str
    plant: Plant = field(repr=False)
    rules: frozenset[str]
    also: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    mode: str = SOURCES


def named(words: str) -> frozenset[str]:
    """The names of rules in a line of a table."""
    return frozenset(words.split())


def line_at(text: str, offset: int) -> int:
    """The number of the line that a character stands in."""
    return text.count("\n", 0, offset) + 1


def replaced(text: str, start: int, end: int, new: str, original: str = "") -> Planted:
    """`text` with something else from `start` to `end`."""
    return Planted(text[:start] + new + text[end:], line_at(text, start), original)


def one_of(found: Iterable[T], rng: Random) -> T | None:
    """One of those found, by chance."""
    listed = list(found)
    return rng.choice(listed) if listed else None


def mistyped(word: str, rng: Random) -> str:
    """`word` with one slip of the finger: a letter lost, doubled, or two of them swapped."""
    at = rng.randrange(1, len(word) - 1) if len(word) > 2 else 0
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] * 2 + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    )
    return rng.choice([slip for slip in slips if slip != word])


WORDS: Final = ("warm", "quiet", "slow", "soft", "early", "round", "open", "small", "calm", "kind", "wide", "light")


def varied(lines: str, rng: Random) -> str:
    """`lines` with a word of its own, so that two faults of a kind are no more alike than people's are."""
    return lines.replace("{word}", f"{rng.choice(WORDS)}-{rng.choice(WORDS)}")


def all_kinds() -> tuple[Kind, ...]:
    """Every kind, by name."""
    from planter.kinds import built, data, front_matter, markdown, settings, snippets

    tables = (markdown, snippets, front_matter, data, settings, built)
    return tuple(sorted((kind for table in tables for kind in table.KINDS), key=lambda kind: kind.name))
