"""The bytes of a file, with some of its words replaced; all else stays: line ends, a mark at the beginning, the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

_MARK: Final = b"\xef\xbb\xbf"
_ENDS: Final = re.compile("(\r\n?|\n)")


class Span(NamedTuple):
    """Characters `start` to `end` of a line, both from 0, and what comes in their place; the line counts from 1."""

    line: int
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Text:
    """What a file holds.  Its lines are those that problems count.  Raises UnicodeDecodeError for what is no UTF-8."""

    data: bytes

    @cached_property
    def _pieces(self) -> list[str]:
        """Lines and what ends them, in turn."""
        return _ENDS.split(self.data.removeprefix(_MARK).decode("utf-8"))

    def line(self, number: int) -> str:
        """The line without its end; "" where there is none of this number."""
        lines = self._pieces[::2]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    @property
    def lines(self) -> list[str]:
        """All lines with their ends; the last one has none when the file ends without."""
        pieces = [*self._pieces, ""]
        whole = [line + end for line, end in zip(pieces[::2], pieces[1::2], strict=True)]
        return whole if whole[-1] else whole[:-1]

    def replaced(self, spans: Iterable[Span]) -> bytes:
        """The same with every span replaced; they do not overlap."""
        pieces = list(self._pieces)
        for span in sorted(spans, reverse=True):
            line = pieces[2 * (span.line - 1)]
            pieces[2 * (span.line - 1)] = line[: span.start] + span.new + line[span.end :]
        mark = _MARK if self.data.startswith(_MARK) else b""
        return mark + "".join(pieces).encode("utf-8")
