"""Those who build a list of the same people: this project, Hugo, and MkDocs with a page each in the theme Material."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from benchmarks.peers import hugo_site, stock_site
from benchmarks.project import PEOPLE, copy_project

People: TypeAlias = Sequence[tuple[str, str]]
"""Names and texts of files, as ``people.people`` makes them."""
OURS: Final = "this project"
HUGO: Final = "Hugo"
STOCK: Final = "MkDocs + Material"
_MKDOCS: Final = (sys.executable, "-m", "mkdocs", "build")


@dataclass(frozen=True)
class Builder:
    """One way to build; ``source`` is the file of a person whose words come last in it, ``words`` the last of them."""

    name: str
    folder: Path
    command: Sequence[str]
    site: Path
    source: Path
    words: str

    def page(self, id: str) -> Path:
        """Where a person's page is after a build."""
        return self.site / "instructors" / id / "index.html"

    def edit(self, more: str) -> None:
        """Puts ``more`` behind the last words of the person."""
        before, words, after = self.source.read_text("utf-8").rpartition(self.words)
        self.source.write_bytes(f"{before}{words} {more}{after}".encode())


def ours(people: People, folder: Path) -> Builder:
    """The command that users run, strict as they run it."""
    name, words = marked(people)
    copy_project(people, folder)
    return Builder(OURS, folder, (*_MKDOCS, "--strict"), folder / "site", folder / PEOPLE / name, words)


def hugo(people: People, folder: Path, command: Path) -> Builder:
    name, words = marked(people)
    source = hugo_site(people, folder) / "content/instructors" / name.replace(".yml", ".md")
    return Builder(HUGO, folder, (str(command), "build"), folder / "public", source, words)


def stock(people: People, folder: Path) -> Builder:
    name, words = marked(people)
    source = stock_site(people, folder) / "docs/instructors" / f"{Path(name).stem}.md"
    return Builder(STOCK, folder, (*_MKDOCS, "--quiet"), folder / "site", source, words)


def marked(people: People) -> tuple[str, str]:
    """The name of a file that ends in a person's own words, and its last line."""
    return next((name, text.splitlines()[-1].strip()) for name, text in people if "\nabout: >-\n" in text)
