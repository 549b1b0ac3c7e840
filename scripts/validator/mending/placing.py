"""A problem → the words of a file to replace, only if they stand there as the problem says."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from records.problem import Problem

from validator.mending.text import Span, Text

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_ABSOLUTE: Final = re.compile(r"/|[A-Za-z][A-Za-z0-9+.-]*:")
_UP: Final = re.compile(r"(?:\.\.?/)*")


def span_of(problem: Problem, text: Text) -> Span | None:
    """Where `problem.mend` belongs; None where it is not given, or the words are not found for sure."""
    if not _is_usable(problem):
        return None
    line = text.line(problem.line)
    pairs = {problem.written: problem.mend, escape(problem.written): escape(problem.mend)}
    for written, mend in pairs.items():
        if (start := _start(line, written, problem.column - 1)) is not None:
            return Span(problem.line, start, start + len(written), mend)
    return None


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Those that overlap no other; of equal ones, one."""
    ordered = sorted(set(spans))
    for number, span in enumerate(ordered):
        others = ordered[max(0, number - 1) : number] + ordered[number + 1 : number + 2]
        if not any(one.line == span.line and one.start < span.end and span.start < one.end for one in others):
            yield span


def _is_usable(problem: Problem) -> bool:
    written, mend = problem.written, problem.mend
    if not written or not mend or written == mend or _CONTROL.search(written + mend):
        return False
    return not problem.page or _is_same_everywhere(written, mend)


def _is_same_everywhere(written: str, mend: str) -> bool:
    """Whether an address that one built page tells serves every page that the same source makes a part of."""
    if _ABSOLUTE.match(mend):
        return True
    up, other = (match[0] for match in (_UP.match(written), _UP.match(mend)) if match)
    return up == other and posixpath.dirname(written).lower() == posixpath.dirname(mend).lower()


def _start(line: str, written: str, column: int) -> int | None:
    """Where `written` begins: at the column, or behind a quotation mark there, or at its only place in the line."""
    if line.startswith(written, column):
        return column
    if line[column : column + 1] in ("'", '"', "<") and line.startswith(written, column + 1):
        return column + 1
    found = [match.start() for match in re.finditer(rf"(?<![\w/.-]){re.escape(written)}(?!\.?[\w/-])", line)]
    return found[0] if len(found) == 1 else None
