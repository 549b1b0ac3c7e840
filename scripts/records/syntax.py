"""PyYAML's complaint → what a volunteer did, and the line that would be right.

PyYAML says what its grammar expected ("did not find expected ',' or ']'").  A person needs to hear what they
wrote: ``records.habits`` recognises habits of writing one by one, and ``explain`` asks them in order.
"""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple

from yaml import MarkedYAMLError

MISSING_SPACE: Final = 'there is no space after ":", so YAML does not see a field here'


class Explanation(NamedTuple):
    """A syntax fault: ``line`` and ``column`` count from 0 inside the parsed text."""

    line: int
    column: int
    rule: str
    message: str
    fix: str


class Stumble(NamedTuple):
    """Where PyYAML stopped, where the thing it was reading began, and its words; all counted from 0."""

    line: int
    column: int
    began: tuple[int, int]
    problem: str
    context: str
    lines: list[str]

    @property
    def text(self) -> str:
        """The line it stopped in, empty at the end of the file."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character it stopped at, empty at the end of a line."""
        return self.text[self.column : self.column + 1]

    @property
    def beginning(self) -> str:
        """The line from where the thing began that it was reading."""
        line, column = self.began
        return self.lines[line][column:] if line < len(self.lines) else ""


def explain(error: MarkedYAMLError, text: str) -> Explanation:
    """The explanation of the first habit that fits, at a place inside the text; the last one always fits."""
    from records.habits import HABITS

    stumble = _stumble(error, text)
    found = next(found for recognise in HABITS if (found := recognise(stumble)))
    line = min(found.line, len(stumble.lines) - 1)
    return found._replace(line=line, column=min(found.column, len(stumble.lines[line])))


def _stumble(error: MarkedYAMLError, text: str) -> Stumble:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    began = error.context_mark or mark
    start = (began.line, began.column) if began else (line, column)
    return Stumble(line, column, start, error.problem or "", error.context or "", text.split("\n"))


def field_and_value(line: str) -> tuple[str, str]:
    """``("  town", "London")`` of ``  town: London``; two empty texts when the line has no field."""
    found = re.match(r"((?:\s*- +)?\s*[^\s:#][^:]*):\s+(.*)", line)
    return (found[1], found[2].rstrip()) if found else ("", "")


def glued_field(line: str) -> re.Match[str] | None:
    """``town:London``, a field whose colon has no space after it: groups indent, name, value."""
    return re.match(r"(\s*(?:- +)?)([\w-]{1,60}):(?=[^\s:/])(.{1,200})$", line)


def in_quotes(text: str) -> str:
    """``text`` as a YAML scalar in quotes, which reads back as exactly ``text``."""
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)
