"""One line on a terminal that tells how far a run is, and nothing where no person looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TextIO

_WIDTH: Final = 20


def bar(stream: TextIO) -> Callable[[int, int], None]:
    """What `Options.progress` calls.  It draws on `stream` if that is a terminal, and wipes its line at the end."""
    if not stream.isatty():
        return lambda done, total: None

    def draw(done: int, total: int) -> None:
        stream.write("\r\x1b[K" if done >= total else f"\r{_line(done, total)}\x1b[K")
        stream.flush()

    return draw


def _line(done: int, total: int) -> str:
    full = done * _WIDTH // total
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {done} of {total} addresses of other sites"
