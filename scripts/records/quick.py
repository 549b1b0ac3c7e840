"""Records in the house's plain form → values, without YAML's grammar: ten times faster, and never a guess.

Ten thousand people are read in every build. Nearly every file is written as the tools write it, one field a
line, so a few patterns read it; whatever is not plainly that, or hides a character, is left to ``parse``, which
explains what is wrong. A test holds both to the same values.
"""

from __future__ import annotations

import re
from typing import Final

from records.characters import spoofs
from records.values import Value

MOST_PARTS: Final = 1000
"""Lines and commas of a file; ``parse`` has a limit of its own for what is longer."""
DEEPEST: Final = "  " * 4
"""How far in the fields of fields may stand, likewise."""

_START: Final = r"(?:[^\W_]|[+(¿¡«“„‘]|-(?=[0-9]))"
"""A text begins with a letter or a figure: other marks mean something in YAML, or hang on a letter that is missing."""
_TEXT: Final = rf"{_START}[^:#]*(?:(?::(?! |$)|(?<! )\#)[^:#]*)*"
_WORD: Final = r"[A-Za-z0-9](?:[\w.+ -]*[\w.+-])?"
_QUOTED: Final = rf"'({_START}[^']*)'|\"({_START}[^\"\\]*)\""
_FIELD: Final = re.compile(
    rf"([a-z_]{{1,60}}):(?: (?:({_TEXT})|\[({_WORD}(?:, {_WORD})*)\]|{_QUOTED}|([>|]-)))?"
).fullmatch
_ITEM: Final = re.compile(_TEXT).fullmatch
_BLOCK: Final = re.compile(rf"(?={_START})[^\n]+(?:\n+(?! )[^\n]+)*\n*").fullmatch
"""Lines of text; one that stands further in than the others has a meaning of its own."""


class _NotPlainError(Exception):
    """Something stands here that only YAML's own grammar can read."""


def quick_record(text: str) -> dict[str, Value] | None:
    """The fields in ``text``, or None when only ``parse`` can tell what they are; lines end in ``\\n``."""
    if "\t" in text or " \n" in text or not text.endswith("\n") or text.count("\n") + text.count(",") > MOST_PARTS:
        return None
    if next(spoofs(text.replace("\n", " ")), None):
        return None
    reader = _Reader(text[:-1].split("\n"))
    try:
        data = reader.mapping("")
        return data if reader.at == len(reader.lines) else None
    except _NotPlainError:
        return None


class _Reader:
    """One pass over the lines; ``at`` is the number of the next one. Comments may stand above the first field only."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = next((number for number, line in enumerate(lines) if not line.startswith("#")), 0)

    def mapping(self, indent: str) -> dict[str, Value]:
        """The fields that stand behind ``indent``, up to a line further out."""
        if len(indent) > len(DEEPEST):
            raise _NotPlainError
        data: dict[str, Value] = {}
        lines, end, inside = self.lines, len(self.lines), len(indent)
        while self.at < end and (line := lines[self.at]).startswith(indent):
            field = _FIELD(line, inside)
            if not field or field[1] in data:
                raise _NotPlainError
            self.at += 1
            data[field[1]] = field[2] or self._value(field, indent + "  ")
        return data

    def _value(self, field: re.Match[str], indent: str) -> Value:
        words, single, double, block = field.group(3, 4, 5, 6)
        if words:
            return list(words.split(", "))
        if block:
            return self._block(indent, folded=block == ">-")
        text = single if single is not None else double
        return self._below(indent) if text is None else text

    def _below(self, indent: str) -> Value:
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        if line.startswith(f"{indent}- "):
            return self._items(indent)
        if not line.startswith(indent):
            raise _NotPlainError
        return self.mapping(indent)

    def _items(self, indent: str) -> list[Value]:
        items: list[Value] = []
        while self.at < len(self.lines) and (line := self.lines[self.at]).startswith(f"{indent}- "):
            rest = line[len(indent) + 2 :]
            if _FIELD(rest):
                self.lines[self.at] = f"{indent}  {rest}"
                items.append(self.mapping(f"{indent}  "))
            else:
                items.append(self._text(rest))
        return items

    def _text(self, text: str) -> str:
        if not _ITEM(text):
            raise _NotPlainError
        self.at += 1
        return text

    def _block(self, indent: str, folded: bool) -> str:
        """The text behind ``>-`` or ``|-``."""
        first = self.at
        while self.at < len(self.lines) and (not self.lines[self.at] or self.lines[self.at].startswith(indent)):
            self.at += 1
        text = "\n".join([line[len(indent) :] for line in self.lines[first : self.at]])
        if not _BLOCK(text):
            raise _NotPlainError
        text = text.rstrip("\n")
        return re.sub("\n(\n*)", lambda ends: ends[1] or " ", text) if folded else text
