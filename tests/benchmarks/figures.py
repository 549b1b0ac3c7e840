"""What was measured of one builder and one number of people, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figures:
    """Seconds and bytes; ``walls`` are of builds into nothing, in the order in which they ran."""

    people: int
    builder: str
    walls: tuple[float, ...]
    cpu: float
    memory: int | None
    largest_process: int
    pages: int
    files: int
    size: int
    largest_page: int
    same: float
    """Seconds of a build after which nothing had changed, and how many files it wrote."""
    same_files: int
    one: float
    """Seconds of a build after one person's words had changed, and how many files it wrote."""
    one_files: int

    @property
    def wall(self) -> float:
        """The median of the builds into nothing."""
        return median(self.walls)
