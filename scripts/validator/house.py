"""The data of a project like this one, read through the packages that build the site from it.

Nothing is judged here: the models judge, and the rules of the group "house" hand on what they say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from directory.directory import Directory
from directory.load import load
from directory.samples import published_samples
from pages.build import Build, load_build
from pages.front_matter import FrontMatter, read_front_matter
from records.problem import Problem
from records.source import Source

from validator.parse.markdown import MarkdownPage
from validator.sources import Sources

LANGUAGE = "en"
"""Of the few words that a build prints by itself; no problem depends on it."""


@dataclass
class House:
    """The data below `root`, and the front matter of the pages in `sources`, as they stand on the day `today`."""

    root: Path
    sources: Sources | None
    today: date

    @cached_property
    def people(self) -> Directory:
        """Everyone whose file is good."""
        return self._directory[0]

    @cached_property
    def record_problems(self) -> list[Problem]:
        """What is wrong with people, organisations, references, settings of the chapter, and words."""
        return [*self._directory[1], *self._build[1]]

    @cached_property
    def sample_problems(self) -> list[Problem]:
        """Made-up people on a site with a real address."""
        build = self._build[0]
        return published_samples(self.people, build.chapter.address) if build else []

    @cached_property
    def front_matter(self) -> list[tuple[MarkdownPage, FrontMatter | None, list[Problem]]]:
        """What each page says of itself; empty when the data that it may name cannot be read."""
        build = self._build[0]
        if build is None or self.sources is None:
            return []
        known = build.known(self.today)
        pages = self.sources.pages.values()
        return [(page, *read_front_matter(Source(page.path, page.text), known)) for page in pages]

    @cached_property
    def _directory(self) -> tuple[Directory, list[Problem]]:
        return load(self.root, self.today)

    @cached_property
    def _build(self) -> tuple[Build | None, list[Problem]]:
        docs = self.sources.docs if self.sources else self.root / "docs"
        return load_build(self.root, docs, LANGUAGE)
