"""Lines of templates as patterns: which line of which template made a line of a built page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from records.source import Source

_FILLED: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_FIXED: Final = 9
"""A line with fewer characters of its own, such as `<ul>`, tells nothing."""
_CLOSING: Final = re.compile(r"(?:\s|</[\w-]+>)*")


class Line(NamedTuple):
    """One line of a template; `pattern` is None where nothing is filled in; `fixed` counts its own characters."""

    path: str
    number: int
    column: int
    text: str
    pattern: re.Pattern[str] | None
    fixed: int


def tells(line: str) -> bool:
    """Whether a line of HTML is long enough, and more than end tags, so that it can be known again."""
    return len(line) >= _FIXED and not _CLOSING.fullmatch(line)


@dataclass
class Patterns:
    """The lines of `templates`; a text is looked for once."""

    templates: Iterable[Source]
    _known: dict[str, Line | None] = field(default_factory=dict)

    @cached_property
    def _lines(self) -> list[Line]:
        """What tells most comes first."""
        found = [line for source in self.templates for line in _lines_of(source)]
        return sorted(found, key=lambda line: (line.pattern is not None, -line.fixed))

    @cached_property
    def _plain(self) -> dict[str, Line]:
        return {line.text: line for line in reversed(self._lines) if line.pattern is None}

    def same(self, built: str) -> Line | None:
        """The line that is `built` as it stands."""
        return self._plain.get(built)

    def like(self, built: str) -> Line | None:
        """The line that makes the line `built`, without the space around it."""
        if built not in self._known:
            self._known[built] = self.same(built) or next(filter(None, self._made(built)), None)
        return self._known[built]

    def _made(self, built: str) -> Iterable[Line]:
        return (line for line in self._lines if line.pattern and line.pattern.fullmatch(built))


def _lines_of(source: Source) -> Iterable[Line]:
    for number, whole in enumerate(source.text.split("\n"), 1):
        line = whole.strip()
        pieces = _FILLED.split(line)
        fixed = len("".join(pieces).strip())
        if fixed >= _FIXED and tells("".join(pieces).strip()):
            pattern = re.compile(".*?".join(map(re.escape, pieces))) if len(pieces) > 1 else None
            yield Line(source.path, number, whole.index(line) + 1, line, pattern, fixed)
