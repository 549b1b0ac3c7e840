"""A fault in a built page → the line of the file that made it: the page's Markdown, a person's YAML, a template or
mkdocs.yml.

What is looked for is the line at fault, the text or address as the rule quotes it, and the element that it stands in.
When no source holds them, the report stays at the built page: a wrong line would cost more than none.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from directory.load import INSTRUCTORS, ORGANISATIONS
from evidence.claims import PATH as CLAIMS
from evidence.references import PATH as REFERENCES
from pages.chapter import PATH as CHAPTER
from records.problem import Problem
from records.source import Source, read_source

from validator.origins import Origins
from validator.parse.markdown import MarkdownPage
from validator.patterns import Patterns
from validator.project import Project
from validator.sources import Sources

LIMIT: Final = 1024 * 1024
BUILT: Final = frozenset("HW")
"""The first letters of the codes of rules that look at built pages."""
DATA: Final = (ORGANISATIONS, CHAPTER, CLAIMS, REFERENCES)
"""Files of data that many pages show something of, beside each person's own."""
SHARED: Final = "_shared"
"""The folder of `docs_dir` with what several pages show."""
FEW: Final = 4
"""A fault is called one of the template when at least so many pages, and half of all, have it."""


def mapped(problems: Iterable[Problem], project: Project) -> Iterator[Problem]:
    """`problems`, those of built pages at their sources; what is known already or repeats itself is said once."""
    found = list(problems)
    built = [problem for problem in found if problem.code[:1] in BUILT]
    known = [problem for problem in found if problem.code[:1] not in BUILT]
    yield from known
    if built:
        built.sort()
        moved = list(_moved(built, origins_of(project))) if project.sources else built
        pages = (project.site.number or len(project.site.pages)) if project.site else 0
        yield from _once(_unknown(moved, known), pages)


def origins_of(project: Project) -> Origins:
    """What made the built pages of `project`."""
    sources = project.sources
    if sources is None:
        return Origins()
    pages = {built: sources.pages[uri] for built, uri in sources.published.items() if uri in sources.pages}
    copies = {built: sources.shown(uri) for built, uri in sources.published.items() if not sources.files[uri].is_page}
    words = _read(sorted((sources.docs / SHARED).glob("*.yml")), project.root)
    data = list(_read((project.root / path for path in DATA), project.root))
    shared = [*project.markup, *data, *words, sources.config_source]
    boxes, patterns = list(_boxes(project.root, sources)), Patterns(project.markup)
    people = dict(_people(project.root))
    return Origins(sources, pages, copies, people, data, shared, boxes, patterns, project.site)


def _boxes(root: Path, sources: Sources) -> Iterator[MarkdownPage]:
    """The Markdown that several pages show; its links are written as from `docs_dir` itself."""
    for text in _read(sorted((sources.docs / SHARED).glob("*.md")), root):
        yield MarkdownPage(text.path, posixpath.basename(text.path), "", text.text, sources.reader)


def _people(root: Path) -> Iterator[tuple[str, Source]]:
    """Each person's YAML by the path of their page."""
    for text in _read(sorted((root / INSTRUCTORS).glob("*/*.yml")), root):
        yield f"instructors/{posixpath.basename(text.path).removesuffix('.yml')}/index.html", text


def _read(paths: Iterable[Path], root: Path) -> Iterator[Source]:
    found = (read_source(path, root, LIMIT) for path in paths)
    yield from (text for text in found if isinstance(text, Source))


def _moved(problems: Iterable[Problem], origins: Origins) -> Iterator[Problem]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        same = (problem.page, problem.code, problem.written)
        place = origins.of(problem, seen[same])
        seen[same] += 1
        yield replace(problem, path=place.path, line=place.line, column=place.column) if place else problem


def _unknown(moved: Iterable[Problem], known: Iterable[Problem]) -> Iterator[Problem]:
    """Those that no rule of the sources has reported at the same line, or of the same text."""
    said = {(one.path, one.rule, key) for one in known for key in (one.line, one.written)}
    for problem in moved:
        if not said & {(problem.path, problem.rule, key) for key in (problem.line, problem.written)}:
            yield problem


def _once(problems: Iterable[Problem], pages: int) -> Iterator[Problem]:
    """Each fault of a source line once, and each fault that half of all pages share once, with their number."""
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        is_built = problem.path.endswith(problem.page)
        key = (problem.message, problem.written) if is_built else (problem.path, problem.line, problem.column)
        groups.setdefault((problem.code, *key), []).append(problem)
    for group in groups.values():
        number = len(Counter(one.page for one in group))
        is_built = group[0].path.endswith(group[0].page)
        if number > 1 and (not is_built or number >= max(FEW, pages / 2)):
            yield replace(group[0], message=f"{group[0].message} (on {number} pages)")
        else:
            yield from group if is_built else group[:1]
