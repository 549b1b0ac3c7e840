"""The ids of a page of Markdown, and where they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from turbohtml import Element

from validator.parse.marks import without_marks

_ID: Final = re.compile(r"""(?:\{[^{}\n]*?#|\bid[ \t]*=[ \t]*["']?)([^\s"'{}<>]+)""")


def repeated_in(elements: Iterable[Element]) -> Iterator[tuple[str, int]]:
    """Each id that an element before has already, and the how-manieth it is; those of drawings are left alone."""
    seen: Counter[str] = Counter()
    for element in elements:
        name = without_marks(element.attr("id") or "")
        seen[name] += 1
        if name and seen[name] > 1 and element.closest("svg") is None:
            yield name, seen[name]


def places_of_ids(text: str) -> dict[str, list[int]]:
    """The offsets of each id that is written in an attribute list or in HTML."""
    found: dict[str, list[int]] = {}
    for one in _ID.finditer(text):
        found.setdefault(one[1], []).append(one.start(1))
    return found
