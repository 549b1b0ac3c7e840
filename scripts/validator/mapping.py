"""A fault in a built page → the line of the file that made it: the page's Markdown, a person's YAML, a template or
mkdocs.yml.

What is looked for is the text or address at fault, as the rule quotes it.  When no source holds it, the report stays at
the built page: a wrong line would cost more than none.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin

from directory.load import INSTRUCTORS, ORGANISATIONS
from evidence.claims import PATH as CLAIMS
from evidence.references import PATH as REFERENCES
from pages.chapter import PATH as CHAPTER
from records.problem import Problem
from records.source import Source, read_source

from validator.parse.markdown import MarkdownPage
from validator.project import Project
from validator.sources import Sources

LIMIT: Final = 1024 * 1024
BUILT: Final = frozenset("HW")
"""The first letters of the codes of rules that look at built pages."""
DATA: Final = (ORGANISATIONS, CHAPTER, CLAIMS, REFERENCES)
"""Files of data that many pages show something of, beside each person's own."""
FEW: Final = 4
"""A fault is called one of the template when at least so many pages, and half of all, have it."""


class Origin(NamedTuple):
    """A place in a file that a person edits."""

    path: str
    line: int
    column: int


@dataclass
class Origins:
    """What made the files of a site, by the path of the built file: `pages` that were Markdown, `copies` by the path
    of the same file in the sources, `people` by their YAML; `shared` texts may have made a part of any page."""

    sources: Sources | None = None
    pages: Mapping[str, MarkdownPage] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Source] = field(default_factory=dict)
    shared: list[Source] = field(default_factory=list)

    _known: dict[tuple[str, str], list[Origin]] = field(default_factory=dict)
    _addresses: dict[str, dict[str, list[Origin]]] = field(default_factory=dict)

    def of(self, problem: Problem, number: int) -> Origin | None:
        """What made the fault, the one with this `number` among equal ones of its page; None when it is not known."""
        if copied := self.copies.get(problem.page):
            return Origin(copied, problem.line, problem.column)
        places = self._places(problem.page, problem.written) if problem.written else []
        return places[min(number, len(places) - 1)] if places else None

    def _places(self, built: str, written: str) -> list[Origin]:
        if (known := self._known.get((built, written))) is None:
            known = self._known[built, written] = self._own(built, written) or self._shared(written)
        return known

    def _own(self, built: str, written: str) -> list[Origin]:
        """Of a page: the links that are written so or lead there, else each place of the text."""
        if page := self.pages.get(built):
            links = self._links(built, page)
            places = links.get(written) or links.get(_whole(page, written))
            return places or list(_in_text(Source(page.path, page.body), written))
        person = self.people.get(built)
        return list(_in_text(person, written)) if person else []

    def _shared(self, written: str) -> list[Origin]:
        if (known := self._known.get(("", written))) is None:
            known = [place for text in self.shared for place in _in_text(text, written)]
            self._known["", written] = known
        return known

    def _links(self, built: str, page: MarkdownPage) -> dict[str, list[Origin]]:
        """The places of a page's links by address, as written and as it is in the built site."""
        if (known := self._addresses.get(built)) is None:
            known = self._addresses[built] = {}
            for link in page.links:
                for address in {link.url, self._leads_to(page, link.url)}:
                    known.setdefault(address, []).append(Origin(page.path, link.place.line, link.place.column))
        return known

    def _leads_to(self, page: MarkdownPage, url: str) -> str:
        """The address in the built site that MkDocs makes of a link of Markdown."""
        path, sign, fragment = url.partition("#")
        if self.sources is None or not path or (uri := self.sources.target_uri(page, path)) not in self.sources.files:
            return _whole(page, url)
        return unquote(f"/{self.sources.url(uri)}{sign}{fragment}")


def mapped(problems: Iterable[Problem], project: Project) -> Iterator[Problem]:
    """`problems`, those of built pages at their sources; what is known already or repeats itself is said once."""
    found = list(problems)
    built = [problem for problem in found if problem.code[:1] in BUILT]
    known = [problem for problem in found if problem.code[:1] not in BUILT]
    yield from known
    if built:
        origins = origins_of(project) if project.sources else Origins()
        moved = list(_moved(sorted(built), origins))
        pages = (project.site.number or len(project.site.pages)) if project.site else 0
        yield from _once(_unknown(moved, known), pages)


def origins_of(project: Project) -> Origins:
    """What made the built pages of `project`."""
    sources = project.sources
    if sources is None:
        return Origins()
    pages = {built: sources.pages[uri] for built, uri in sources.published.items() if uri in sources.pages}
    copies = {built: sources.shown(uri) for built, uri in sources.published.items() if not sources.files[uri].is_page}
    shared = [*project.markup, *_read((project.root / path for path in DATA), project.root), sources.config_source]
    return Origins(sources, pages, copies, dict(_people(project.root)), shared)


def _people(root: Path) -> Iterator[tuple[str, Source]]:
    """Each person's YAML by the path of their page."""
    for text in _read(sorted((root / INSTRUCTORS).glob("*/*.yml")), root):
        yield f"instructors/{posixpath.basename(text.path).removesuffix('.yml')}/index.html", text


def _read(paths: Iterable[Path], root: Path) -> Iterator[Source]:
    found = (read_source(path, root, LIMIT) for path in paths)
    yield from (text for text in found if isinstance(text, Source))


def _whole(page: MarkdownPage, url: str) -> str:
    """The address from the site's root, as a browser on the built page resolves it."""
    try:
        return unquote(urljoin(f"/{page.url}", url))
    except ValueError:
        return url


def _in_text(text: Source, written: str) -> Iterator[Origin]:
    """Each place at which the text stands; failing that, decoded, or without its scheme."""
    forms = dict.fromkeys([written, unquote(written), written.partition(":")[2]])
    found = (list(_alone(form).finditer(text.text)) for form in forms if form and form in text.text)
    for match in next(filter(None, found), []):
        start = match.start()
        yield Origin(text.path, text.text.count("\n", 0, start) + 1, start - text.text.rfind("\n", 0, start))


def _alone(text: str) -> re.Pattern[str]:
    """The text where it is no part of a longer word, name or address."""
    return re.compile(rf"(?<![\w/.-]){re.escape(text)}(?![\w/-])")


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
