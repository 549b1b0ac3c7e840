"""Which item of a list became which, for showing and for changing lists with as few words as possible."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from records.values import Value


def aligned(old: Sequence[Value], new: Sequence[Value]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of indexes, both rising: equal items first, those between them one by one; None for gone and for new."""
    before, after = ([json.dumps(one, sort_keys=True) for one in items] for items in (old, new))
    for _, first, last, new_first, new_last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        both = min(last - first, new_last - new_first)
        yield from ((first + step, new_first + step) for step in range(both))
        yield from ((index, None) for index in range(first + both, last))
        yield from ((None, index) for index in range(new_first + both, new_last))
