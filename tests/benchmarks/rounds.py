"""Builds the same list again and again and keeps what it cost, and what was wrong with what came out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from benchmarks.builders import OURS, Builder
from benchmarks.figures import Figures
from benchmarks.measure import Measured, measured
from benchmarks.project import environment
from benchmarks.site_files import files_of, written

_SUMMARY: Final = re.compile("([0-9]+) files written")


class BuildFailedError(Exception):
    """A build that ended with an error: nothing after it can be measured."""


@dataclass
class Rounds:
    """All builds of one builder; ``ids`` are of all people, each of whom must have a page."""

    builder: Builder
    ids: Sequence[str]
    fresh: list[Measured] = field(default_factory=list)
    same: list[tuple[float, int]] = field(default_factory=list)
    one: list[tuple[float, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def round(self) -> None:
        """A build into nothing, one with nothing changed and one with one person changed."""
        shutil.rmtree(self.builder.site, ignore_errors=True)
        self.fresh.append(self._build())
        missing = [id for id in self.ids if not self.builder.page(id).is_file()]
        if missing:
            self._fault(f"{len(missing)} people have no page, such as {missing[0]}")
        self.same.append(self._build_again())
        words = f"{len(self.one) + 1} chairs."
        self.builder.edit(words)
        self.one.append(self._build_again())
        if words not in self.builder.page(self.builder.source.stem).read_text("utf-8"):
            self._fault(f"the page of {self.builder.source.stem} does not have the new words")

    def figures(self) -> Figures:
        """Medians of all rounds, and the site as the last one left it."""
        files = files_of(self.builder.site)
        memories = [one.memory for one in self.fresh if one.memory]
        return Figures(
            people=len(self.ids),
            builder=self.builder.name,
            walls=tuple(one.wall for one in self.fresh),
            cpu=median(one.cpu for one in self.fresh),
            memory=max(memories) if memories else None,
            largest_process=max(one.largest for one in self.fresh),
            pages=sum(name.endswith(".html") for name in files),
            files=len(files),
            size=sum(stamp.size for stamp in files.values()),
            largest_page=max(self.builder.page(id).stat().st_size for id in self.ids),
            same=median(wall for wall, _ in self.same),
            same_files=max(number for _, number in self.same),
            one=median(wall for wall, _ in self.one),
            one_files=max(number for _, number in self.one),
        )

    def _build(self) -> Measured:
        done = measured(self.builder.command, self.builder.folder, environment())
        if done.code:
            raise BuildFailedError(f"{self.builder.name} ended with {done.code}:\n{done.output[-2000:]}")
        return done

    def _build_again(self) -> tuple[float, int]:
        """Seconds, and the number of files written: looked up on the disk, and the same as what our summary says."""
        before = files_of(self.builder.site)
        done = self._build()
        number = written(before, files_of(self.builder.site))
        said = _SUMMARY.search(done.output)
        if self.builder.name == OURS and (said is None or int(said[1]) != number):
            self._fault(f"{number} files were written, but the summary says {said[1] if said else 'nothing'}")
        return done.wall, number

    def _fault(self, text: str) -> None:
        self.faults.append(f"{len(self.ids)} people, {self.builder.name}: {text}")
