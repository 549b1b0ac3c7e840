"""What one run looks at: sources, a built site, or both, and what the configuration asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from records.problem import Problem
from records.source import Source, read_source

from validator.answers import Answers
from validator.house import House
from validator.links import Links
from validator.settings import Settings
from validator.site import PAGE_ENDINGS, Site
from validator.sources import Sources

MARKUP_LIMIT: Final = 16 * 1024 * 1024


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
    answers: Answers | None = None
    """What other sites said, where they were asked."""

    @cached_property
    def house(self) -> House:
        """The project's own data, if it is one like this."""
        return House(self.root, self.sources, self.today)

    @cached_property
    def links(self) -> Links:
        """The links of the sources; only for what looks at sources."""
        assert self.sources is not None
        return Links(self.sources, self.site)

    @cached_property
    def markup(self) -> list[Source]:
        """What people write in HTML itself: templates, and pages of `docs_dir` that are published as they are."""
        sources = self.sources
        if sources is None:
            return []
        folder = self.root / sources.config.custom_dir
        paths = sorted(folder.rglob("*.html")) if sources.config.custom_dir and folder.is_dir() else []
        paths += [sources.docs / uri for uri in sources.published.values() if uri.lower().endswith(PAGE_ENDINGS)]
        found = (read_source(path, self.root, MARKUP_LIMIT) for path in paths)
        return [text for text in found if isinstance(text, Source)]

    def shown_in_site(self, path: str) -> str:
        """The path of a built file, from the root."""
        if self.site is None:
            return path
        return self._above_site + path if path else self._above_site.rstrip("/") or "."

    @cached_property
    def _above_site(self) -> str:
        if self.site is None or self.site.root == self.root:
            return ""
        place = self.site.root
        shown = place.relative_to(self.root) if place.is_relative_to(self.root) else place
        return f"{shown.as_posix().rstrip('/')}/"
