"""In which order the spellings of towns stand in pieces, and where the pieces are cut.

Three orders, because people mistype. By the beginning of the key; by its end, since a typo at the beginning spoils no
end; and for short names by the first and the last letter, since a typo in their middle spoils both halves. Foreign
spellings, and scripts where one character is a word, are in the first order only.

To sort a hundred thousand spellings takes a second, so the order is kept beside the table; it holds numbers of rows::

    PYTHONPATH=scripts python -c "from pathlib import Path; from directory.gazetteer import TABLE;
    from directory.outputs.finder.town_order import *; text = Path(TABLE).read_text(encoding='utf-8');
    Path(ORDER).write_text(order_text(order_of(text), text), encoding='utf-8')"
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from heapq import nlargest
from typing import Final, NamedTuple

from directory.outputs.finder.cuts import LAST, cuts
from directory.outputs.finder.keys import key, without_article
from directory.outputs.finder.town_rows import Row, towns

ORDER: Final = "docs/data/gazetteer/towns-order.txt"
LIMIT: Final = 24_000
"""Characters of a piece: at most 10 KB when compressed."""
BIG: Final = 40
"""Thousands of inhabitants from which a town is offered before its name is typed in full."""
HEADS: Final = 24
"""How many big towns the first piece of a beginning holds in advance."""
SHORT: Final = 7
"""Letters of a name whose middle is near to both its ends."""
_FIRST_WITHOUT_TYPOS: Final = "\u1100"
"""From Hangul on a character is a syllable or a word, and with another one it is another name."""


class Part(NamedTuple):
    """A piece: the beginning that leads to it, and the numbers of its rows, counted through all towns."""

    start: str
    numbers: tuple[int, ...]


class Order(NamedTuple):
    """The pieces by the beginning, by the end, and by both ends of the key."""

    cuts: tuple[Part, ...]
    ends: tuple[Part, ...]
    middles: tuple[Part, ...]


class Entry(NamedTuple):
    """A spelling where a key sorts it."""

    key: str
    number: int
    row: Row


def order_of(text: str) -> Order:
    """The order of all spellings in the text of towns.tsv."""
    entries = list(_entries(text))
    own = [one for one in entries if one.row.is_own]
    typed = [one for one in own if len(one.key) > 3 and one.key < _FIRST_WITHOUT_TYPOS]
    short = [one for one in typed if len(one.key) <= SHORT]
    return Order(
        _with_heads(sorted([*entries, *_without_articles(own)])),
        _parts(sorted(one._replace(key=one.key[::-1]) for one in typed)),
        _parts(sorted(one._replace(key=by_both_ends(one.key)) for one in short)),
    )


def by_both_ends(key: str) -> str:
    """`paris` → psari: whatever is typed wrong in the middle, the first two letters stay."""
    return key[0] + key[-1] + key[1:-1]


def _entries(text: str) -> Iterator[Entry]:
    """Every spelling, but of those with one key for one town only the first."""
    number = 0
    for town in towns(text):
        seen = {""}
        for row in town:
            found = key(row.spelling)
            if found not in seen:
                seen.add(found)
                yield Entry(found, number, row)
            number += 1


def _without_articles(entries: Iterable[Entry]) -> Iterator[Entry]:
    bare = (one._replace(key=without_article(one.key)) for one in entries)
    return (short for one, short in zip(entries, bare, strict=True) if short.key != one.key)


def _parts(entries: Sequence[Entry]) -> tuple[Part, ...]:
    found = cuts([one.key for one in entries], [len(one.row.json) for one in entries], LIMIT)
    return tuple(Part(one.start, tuple(entry.number for entry in entries[one.low : one.high])) for one in found)


def _with_heads(entries: Sequence[Entry]) -> tuple[Part, ...]:
    """Where many pieces share a beginning, the first of them also holds the biggest towns of all."""
    parts = list(_parts(entries))
    big = [one for one in entries if one.row.is_own and one.row.weight >= BIG]
    keys, starts = [one.key for one in big], [one.start for one in parts]
    for shared in sorted({start[:length] for start in starts for length in range(1, len(start))}):
        among = big[bisect_left(keys, shared) : bisect_right(keys, shared + LAST)]
        heads = [one.number for one in nlargest(HEADS, among, key=lambda one: one.row.weight)]
        place = bisect_right(starts, shared) - 1
        parts[place] = Part(starts[place], tuple(dict.fromkeys((*parts[place].numbers, *heads))))
    return tuple(parts)


# The kept order -------------------------------------------------------------------------------------------------------


def order_text(order: Order, text: str) -> str:
    """`order` as text for `read_order`: which table it belongs to; then a line a piece, and a line between orders."""
    orders = ("".join(f"{one.start}\t{' '.join(map(str, one.numbers))}\n" for one in parts) for parts in order)
    return f"towns.tsv {_name(text)}\n" + "\n".join(orders)


def read_order(order_text: str, text: str) -> Order | None:
    """The kept order; None when it was made for another table than `text`."""
    first, _, orders = order_text.partition("\n")
    if first != f"towns.tsv {_name(text)}":
        return None
    return Order(*(tuple(map(_read_part, lines.splitlines())) for lines in orders.split("\n\n")))


def _read_part(line: str) -> Part:
    start, _, numbers = line.partition("\t")
    return Part(start, tuple(map(int, numbers.split())))


def _name(text: str) -> str:
    return sha256(text.encode()).hexdigest()
