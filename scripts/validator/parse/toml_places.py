"""Where the settings of one table stand in a TOML file; Python's own reader tells values and no places.

Texts and comments are blanked in place, so that braces, equals signs and names inside them mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from validator.finding import Place

_QUIET: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"""' r"|'''.*?'''" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'" r"|#[^\n]*", re.DOTALL
)


class TomlPlaces:
    """The places below the table `name`, such as `tool.validate`."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name

    def of(self, at: Sequence[str | int]) -> Place:
        """The place of a setting by its path: ("skip",), ("allow", 1), ("allow", 1, "reason"), or a text of a list.

        What cannot be found is reported where the thing around it stands; line 1 when there is no such table.
        """
        start, end = self._table
        for part in at:
            found = self._item(start, end, part) if isinstance(part, int) else self._key(start, end, part)
            if found is None:
                break
            start, end = found
        return self._place(start)

    @cached_property
    def _bare(self) -> str:
        """The text without what stands in quotes and comments."""
        return _QUIET.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), self.text)

    @cached_property
    def _table(self) -> tuple[int, int]:
        """From the table's header to the last line that belongs to it or to one of its parts."""
        header = re.compile(rf"^[ \t]*\[+{re.escape(self.name)}(?:\.[\w-]+)*\]+", re.MULTILINE)
        found = list(header.finditer(self._bare))
        if not found:
            return 0, len(self.text)
        after = re.compile(r"^[ \t]*\[\[?[\w.\" -]+\]", re.MULTILINE)
        ends = (one.start() for one in after.finditer(self._bare, found[-1].end()))
        return found[0].start(), next((at for at in ends if not header.match(self._bare, at)), len(self.text))

    def _key(self, start: int, end: int, name: str) -> tuple[int, int] | None:
        """`name = …`, a header that ends in it, or the text "name" in a list."""
        for form in (
            rf"(?:^|(?<=[\s{{,.])){re.escape(name)}(?=[ \t]*=)",
            rf"^[ \t]*\[+[^\n]*\.{re.escape(name)}(?=\]\])",
        ):
            if found := re.compile(form, re.MULTILINE).search(self._bare, start, end):
                return found.start(), end
        texts = (one.start() for one in _QUIET.finditer(self.text, start, end) if one[0][1:-1] == name)
        return next(((at, end) for at in texts), None)

    def _item(self, start: int, end: int, number: int) -> tuple[int, int] | None:
        starts = [*self._items(start, end), end]
        return (starts[number], starts[number + 1]) if number + 1 < len(starts) else None

    def _items(self, start: int, end: int) -> Iterator[int]:
        """The offsets of the tables in a list, written in braces or below headers."""
        depth = 0
        for found in re.finditer(r"[{}]|^[ \t]*\[\[", self._bare[start:end], re.MULTILINE):
            if found[0] != "}" and depth == 0:
                yield start + found.start()
            depth += {"{": 1, "}": -1}.get(found[0], 0)

    def _place(self, at: int) -> Place:
        return Place(self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))
