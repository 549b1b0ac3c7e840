"""The sources of a MkDocs site: mkdocs.yml, the files of `docs_dir`, and where each will be published."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pathspec
from records.problem import Problem
from records.source import Source, read_source

from validator.folder import entries_of
from validator.inheritance import LIMIT, settings_chain
from validator.parse.markdown import MarkdownPage, Reader, UnreadableError
from validator.parse.mkdocs_config import Config, config_of

NAMES: Final = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
ALWAYS_EXCLUDED: Final = (".*", "/templates/")
"""What MkDocs leaves out by itself."""
PAGE_ENDINGS: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
MADE_BY_MKDOCS: Final = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"})
PAGE_LIMIT: Final = 4 * 1024 * 1024
"""Bytes; a book of five hundred pages has a quarter of it."""


@dataclass(frozen=True)
class SourceFile:
    """One file of `docs_dir`; `uri` is relative to it, `destination` to the site."""

    uri: str
    destination: str
    is_page: bool
    is_published: bool
    is_in_nav: bool


@dataclass
class Sources:
    """`root` is the folder of mkdocs.yml, `config_path` its name; `problems` are what could not be read."""

    root: Path
    config_path: str
    config_source: Source
    config: Config
    problems: list[Problem] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    """Each README.md that is not published, because an index.md stands beside it; known once `files` is."""

    known: Mapping[str, MarkdownPage] = field(default_factory=dict, repr=False)
    """Pages of an earlier look, which are taken again where nothing has changed."""

    @property
    def docs(self) -> Path:
        return self.root / self.config.docs_dir

    def shown(self, uri: str) -> str:
        """The path of a file of `docs_dir` from the project's root, with `/`."""
        return posixpath.normpath(posixpath.join(self.config.docs_dir.replace(os.sep, "/"), uri))

    @cached_property
    def files(self) -> dict[str, SourceFile]:
        """Every file of `docs_dir` by uri, as MkDocs sees them; a README.md beside an index.md is not published."""
        found = sorted(entry.path for entry in entries_of(self.docs) if not entry.fault)
        excluded = _spec([*ALWAYS_EXCLUDED, *self.config.exclude_docs.splitlines()])
        drafts, outside = (_spec(lines.splitlines()) for lines in (self.config.draft_docs, self.config.not_in_nav))
        hidden = {uri for uri in found if excluded.match_file(uri) or drafts.match_file(uri)}
        self.twins = sorted(_twins(found, hidden))
        hidden |= set(self.twins)
        return {uri: self._file(uri, uri not in hidden, not outside.match_file(uri)) for uri in found}

    def _file(self, uri: str, is_published: bool, is_in_nav: bool) -> SourceFile:
        is_page = uri.lower().endswith(PAGE_ENDINGS)
        return SourceFile(uri, self.destination(uri), is_page, is_published, is_in_nav)

    def destination(self, uri: str) -> str:
        """Where a page of this uri is published; other files stay where they are."""
        if not uri.lower().endswith(PAGE_ENDINGS):
            return uri
        folder, name = posixpath.split(uri)
        stem = name.rpartition(".")[0]
        stem = "index" if stem == "README" else stem
        parts = [stem, "index.html"] if self.config.use_directory_urls and stem != "index" else [f"{stem}.html"]
        return posixpath.join(folder, *parts)

    def url(self, uri: str) -> str:
        """Where a browser finds a file, relative to the site's root: "", "babies/relief/", "art/logo.svg"."""
        made = self.files[uri].destination
        is_index = self.config.use_directory_urls and posixpath.basename(made) == "index.html"
        return quote(made.removesuffix("index.html") if is_index else made)

    @property
    def collisions(self) -> Iterator[tuple[str, str]]:
        """Pairs of published uris that share an address, and twins of which MkDocs publishes one; the lost one last."""
        taken: dict[str, str] = {}
        for uri, file in self.files.items():
            if file.is_published and (other := taken.setdefault(file.destination, uri)) != uri:
                yield other, uri
        yield from ((f"{uri[:-9]}index.md", uri) for uri in self.twins)

    @cached_property
    def by_folded(self) -> dict[str, str]:
        """Uris by their letters in lower case, to recognise a wrong case."""
        return {uri.casefold(): uri for uri in self.files}

    @cached_property
    def published(self) -> dict[str, str]:
        """Path in the site → uri, of everything that the files alone make."""
        return {file.destination: uri for uri, file in self.files.items() if file.is_published}

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.config.extensions, self._settings())

    @property
    def is_open_ended(self) -> bool:
        """Whether readers may get pages and words that the files alone do not tell."""
        return self.config.is_open_ended or bool(self.reader.missing)

    @cached_property
    def pages(self) -> dict[str, MarkdownPage]:
        """Every page that is published and can be read, by uri; the others are in `problems`."""
        wanted = [uri for uri, file in self.files.items() if file.is_page and file.is_published]
        read = {uri: self._page(uri) for uri in wanted}
        return {uri: page for uri, page in read.items() if page}

    def _page(self, uri: str) -> MarkdownPage | None:
        source = self._source(uri)
        if isinstance(source, Problem):
            self.problems.append(_at(source, self.shown(uri)))
            return None
        if page := self._known(uri, source.text):
            return page
        page = MarkdownPage(self.shown(uri), uri, self.url(uri), source.text, self.reader)
        try:
            page.html  # noqa: B018  read now, so that rules meet only pages that can be read
        except UnreadableError as reason:
            self.problems.append(_unreadable(page.path, str(reason)))
            return None
        return page

    def _known(self, uri: str, text: str) -> MarkdownPage | None:
        """The page as it was read before, where its text is the same and so is all that it is read with."""
        page = self.known.get(uri)
        if page is None or (page.path, page.url, page.text) != (self.shown(uri), self.url(uri), text):
            return None
        takes_in_others = "pymdownx.snippets" in self.reader.extensions
        return page if self.reader.is_like(page.reader) and not takes_in_others else None

    def _source(self, uri: str) -> Source | Problem:
        """The text of a page; a link to another file of the project is followed, as MkDocs does."""
        place, root = (Path(os.path.realpath(one)) for one in (self.docs / uri, self.root))
        if place.is_relative_to(root):
            return read_source(place, root, PAGE_LIMIT)
        return read_source(self.docs / uri, self.docs, PAGE_LIMIT)

    def _settings(self) -> dict[str, dict[str, Any]]:
        """The extensions' settings, with the folders of snippets as MkDocs finds them: from the project's root."""
        settings = {name: dict(given) for name, given in self.config.extension_settings.items()}
        if (snippets := settings.get("pymdownx.snippets")) is not None:
            snippets["base_path"] = [str(self.root / path) for path in self.snippet_folders]
            snippets["check_paths"] = False
        return settings

    @property
    def snippet_folders(self) -> list[str]:
        """Where snippets are looked for, relative to the project's root."""
        given = self.config.extension_settings.get("pymdownx.snippets", {}).get("base_path", ["."])
        return [given] if isinstance(given, str) else [str(path) for path in given]

    def target_uri(self, page: MarkdownPage, path: str) -> str:
        """The uri that MkDocs looks up for the path of a link, without percent signs; "../" leaves `docs_dir`."""
        if path.startswith("/"):
            return posixpath.normpath(path.lstrip("/"))
        return posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))


def find_sources(root: Path) -> Sources | Problem | None:
    """The sources at `root`, the reason why their configuration cannot be read, or None where there is none."""
    name = next((name for name in NAMES if (root / name).is_file()), None)
    return _read(root, name) if name else None


def _read(root: Path, name: str) -> Sources | Problem:
    source = read_source(root / name, root, LIMIT)
    if isinstance(source, Problem):
        return source
    chain = settings_chain(root, source)
    return chain if isinstance(chain, Problem) else Sources(root, name, source, config_of(chain))


def _unreadable(path: str, reason: str) -> Problem:
    fix = "take out the long run of brackets, stars or quotation marks"
    return Problem(path, 1, 1, "unreadable-page", f"this page cannot be read: {reason}", fix, code="M001")


def _at(problem: Problem, path: str) -> Problem:
    is_long = problem.rule == "file-too-large"
    fix = "cut the page into several, each for one subject" if is_long else problem.fix
    return replace(problem, path=path, fix=fix, code="M001")


def _spec(lines: Iterable[str]) -> Any:
    return pathspec.GitIgnoreSpec.from_lines(lines)


def _twins(found: list[str], hidden: set[str]) -> Iterator[str]:
    """Each README.md that has a published index.md beside it, which MkDocs takes instead."""
    published = set(found) - hidden
    yield from (
        uri for uri in published if re.fullmatch(r"(.*/)?README\.md", uri) and f"{uri[:-9]}index.md" in published
    )
