"""Figures → a Markdown table as it can stand in a note, and what they say about the targets."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.builders import HUGO, OURS, STOCK
from benchmarks.figures import Figures

MB: Final = 1_000_000
MANY: Final = 10_000
PAGE_LIMIT: Final = 12_288
"""Bytes of HTML of the largest page of a person."""
MEMORY_LIMIT: Final = 600 * MB

Columns = dict[str, Callable[[Figures], str]]
_COLUMNS: Final[Columns] = {
    "people": lambda one: f"{one.people:,}",
    "built by": lambda one: one.builder,
    "least s": lambda one: f"{min(one.walls):.2f}",
    "median s": lambda one: f"{one.wall:.2f}",
    "CPU s": lambda one: f"{one.cpu:.2f}",
    "peak MB": lambda one: _megabytes(one.memory),
    "largest process MB": lambda one: _megabytes(one.largest_process),
    "pages": lambda one: f"{one.pages:,}",
    "pages/s": lambda one: f"{one.pages / one.wall:,.0f}",
    "files": lambda one: f"{one.files:,}",
    "site MB": lambda one: _megabytes(one.size),
    "largest person’s page B": lambda one: f"{one.largest_page:,}",
    "again, nothing changed s (files)": lambda one: f"{one.same:.2f} ({one.same_files:,})",
    "one person changed s (files)": lambda one: f"{one.one:.2f} ({one.one_files:,})",
}


def table(figures: Iterable[Figures]) -> str:
    """One line for each number of people and builder."""
    lines = [list(_COLUMNS), ["---"] * 2 + ["---:"] * (len(_COLUMNS) - 2)]
    lines += [[column(one) for column in _COLUMNS.values()] for one in figures]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _megabytes(size: int | None) -> str:
    return "–" if size is None else f"{size / MB:.0f}" if size >= 10 * MB else f"{size / MB:.1f}"


def ratios(figures: Sequence[Figures]) -> Iterator[str]:
    """Ours beside Hugo, build by build, as they ran next to each other; and beside MkDocs, which ran by itself."""
    for people in dict.fromkeys(one.people for one in figures):
        own, hugo, stock = (_of(figures, builder, people) for builder in (OURS, HUGO, STOCK))
        if own and hugo:
            pairs = _pairs(own, hugo)
            each = ", ".join(f"{pair:.2f}" for pair in pairs)
            times = f"{median(pairs):.2f} of {HUGO}’s time (each pair: {each})"
            yield f"{people:,} people: {OURS} takes {times} and {own.cpu / hugo.cpu:.2f} of its processor time"
        if own and stock:
            times = f"{stock.wall / own.wall:.1f} times as long and {stock.cpu / own.cpu:.1f} times the processor time"
            yield f"{people:,} people: {STOCK} takes {times}"


def _pairs(own: Figures, other: Figures) -> list[float]:
    return [one / two for one, two in zip(own.walls, other.walls, strict=True)]


def targets(figures: Sequence[Figures]) -> Iterator[str]:
    """One line for each target: met or not, and the figure that says so."""
    own = [one for one in figures if one.builder == OURS]
    many = _of(figures, OURS, MANY)
    yield _beside_hugo(many, _of(figures, HUGO, MANY))
    yield _beside_stock(many, _of(figures, STOCK, MANY), _of(figures, STOCK, MANY // 10))
    yield _growth(many, _of(figures, OURS, 10 * MANY))
    memory = many.memory if many else None
    text = f"peak memory at {MANY:,} people below {MEMORY_LIMIT // MB} MB"
    yield _said(text, memory, lambda peak: peak < MEMORY_LIMIT, lambda peak: f"{peak / MB:.0f} MB")
    most = max((one.same_files for one in own), default=None)
    yield _said(
        "a build with nothing changed writes 0 files", most, lambda files: files == 0, lambda files: f"{files:g}"
    )
    page = max((one.largest_page for one in own), default=None)
    text = f"the largest page of a person has at most {PAGE_LIMIT:,} bytes"
    yield _said(text, page, lambda size: size <= PAGE_LIMIT, lambda size: f"{size:,}")


def _beside_hugo(own: Figures | None, other: Figures | None) -> str:
    share = median(_pairs(own, other)) if own and other else None
    text = f"no slower than {HUGO} at {MANY:,} people"
    return _said(text, share, lambda share: share <= 1, lambda share: f"{share:.2f} of its time")


def _beside_stock(own: Figures | None, whole: Figures | None, tenth: Figures | None) -> str:
    wall = whole.wall if whole else 10 * tenth.wall if tenth else None
    times = wall / own.wall if own and wall else None
    how = f", its time taken as ten times that of {MANY // 10:,}" if tenth and not whole else ""
    text = f"at least 15 times as fast as {STOCK} at {MANY:,} people{how}"
    return _said(text, times, lambda times: times >= 15, lambda times: f"{times:.1f} times")


def _growth(own: Figures | None, tenfold: Figures | None) -> str:
    times = tenfold.wall / own.wall if own and tenfold else None
    text = f"{10 * MANY:,} people take at most 11 times as long as {MANY:,}"
    return _said(text, times, lambda times: times <= 11, lambda times: f"{times:.1f} times")


def _said(text: str, figure: float | None, is_met: Callable[[float], bool], shown: Callable[[float], str]) -> str:
    if figure is None:
        return f"- not measured: {text}"
    return f"- {'met' if is_met(figure) else 'not met'}: {text} ({shown(figure)})"


def _of(figures: Sequence[Figures], builder: str, people: int) -> Figures | None:
    return next((one for one in figures if (one.builder, one.people) == (builder, people)), None)


def machine(today: date, hugo: str) -> str:
    """Where and with what all this was measured."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    tools = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    system = f"{platform.system()} {platform.release()}, {os.cpu_count()} cores ({model})"
    return f"{today}: {system}, Python {platform.python_version()}, {tools}, {hugo or 'no Hugo'}"
