"""What one build knows before it meets its pages: settings, words, glossary, evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from evidence.library import Library, load_library
from records.problem import Problem
from records.source import read_source

from pages.chapter import PATH, Chapter, load_chapter
from pages.components import Components
from pages.front_matter import FrontMatter, Known
from pages.glossary import Term, read_glossary
from pages.words import load_words

GLOSSARY_LIMIT: Final = 1024 * 1024


@dataclass
class Build:
    """One build. `assets` and `pages` fill while it runs; `pages` is keyed by the path below `docs`."""

    chapter: Chapter
    words: dict[str, str]
    directory_words: dict[str, str]
    docs: Path
    components: Components
    terms: dict[str, Term]
    evidence: Library
    assets: dict[str, str] = field(default_factory=dict)
    pages: dict[str, FrontMatter] = field(default_factory=dict)

    def known(self, today: date) -> Known:
        """What front matter may name on a day."""
        return Known(today, self.chapter.team, self.evidence.references, self.evidence.claims)

    def shared(self, name: str) -> str:
        """A text that several pages use: `docs/<language>/_shared/<name>.md`."""
        return (self.docs / "_shared" / f"{name}.md").read_text(encoding="utf-8")

    def drawing(self, path: str) -> str | None:
        """The code of an SVG below `docs`, or None if it is not there."""
        file = self.docs / path
        return file.read_text(encoding="utf-8") if file.suffix == ".svg" and file.is_file() else None


def load_build(root: Path, docs: Path, language: str) -> tuple[Build | None, list[Problem]]:
    """A build for the project at `root` with its pages in `docs`, or every reason why there can be none."""
    chapter, problems = load_chapter(root)
    words, wrong_words = load_words(docs / "_shared" / "words.yml", root)
    directory_words, wrong_directory_words = load_words(docs / "_shared" / "directory.yml", root)
    evidence, wrong_evidence = load_library(root, docs)
    glossary = read_source(docs / "glossary.md", root, GLOSSARY_LIMIT)
    problems += wrong_words + wrong_directory_words + wrong_evidence
    problems += [glossary] if isinstance(glossary, Problem) else []
    if chapter is None or evidence is None or isinstance(glossary, Problem) or problems:
        return None, sorted(problems)
    build = Build(
        chapter=chapter,
        words=words,
        directory_words=directory_words,
        docs=docs,
        components=Components(root / "overrides", language, words=words, chapter=chapter, evidence=evidence),
        terms=read_glossary(glossary.text),
        evidence=evidence,
    )
    if build.drawing(chapter.logo) is None:
        return None, [_missing_logo((docs / chapter.logo).relative_to(root).as_posix())]
    return build, []


def _missing_logo(path: str) -> Problem:
    message = f'there is no SVG file "{path}", and the logo stands on every page'
    return Problem(PATH.as_posix(), 1, 1, "missing-logo", message, "put the file there, or write another name in logo")
