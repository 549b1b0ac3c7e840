"""What one run looks at: sources, a built site, or both, and what the configuration asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from records.problem import Problem

from validator.house import House
from validator.settings import Settings
from validator.site import Site
from validator.sources import Sources


@dataclass
class Project:
    """`root` is the folder that paths in reports are relative to; `skipped` says what could not be looked at."""

    root: Path
    today: date
    settings: Settings = field(default_factory=Settings)
    sources: Sources | None = None
    site: Site | None = None
    problems: list[Problem] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    @cached_property
    def house(self) -> House:
        """The project's own data, if it is one like this."""
        return House(self.root, self.sources, self.today)

    def shown_in_site(self, path: str) -> str:
        """The path of a built file, from the root."""
        if self.site is None:
            return path
        place = self.site.root / path
        return place.relative_to(self.root).as_posix() if place.is_relative_to(self.root) else place.as_posix()
