"""The sources of a MkDocs site: mkdocs.yml, the files of `docs_dir`, and where each will be published."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

import pathspec
import yaml
from records.problem import Problem
from records.source import Source, read_source

from validator.parse.markdown import MarkdownPage, Reader, UnreadableError
from validator.parse.mkdocs_config import Config, read_config

NAMES: Final = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
ALWAYS_EXCLUDED: Final = (".*", "/templates/")
"""What MkDocs leaves out by itself."""
PAGE_ENDINGS: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
MADE_BY_MKDOCS: Final = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"})
PAGE_LIMIT: Final = 16 * 1024 * 1024
CONFIG_LIMIT: Final = 1024 * 1024


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

    @property
    def docs(self) -> Path:
        return self.root / self.config.docs_dir

    def shown(self, uri: str) -> str:
        """The path of a file of `docs_dir` from the project's root, with `/`."""
        return posixpath.normpath(posixpath.join(self.config.docs_dir.replace(os.sep, "/"), uri))

    @cached_property
    def files(self) -> dict[str, SourceFile]:
        """Every file of `docs_dir` by uri, as MkDocs sees them; a README.md beside an index.md is not published."""
        found = sorted(_walk(self.docs))
        patterns = [_spec([*ALWAYS_EXCLUDED, *self.config.exclude_docs.splitlines()])]
        patterns += [_spec(lines.splitlines()) for lines in (self.config.draft_docs, self.config.not_in_nav)]
        return {uri: self._file(uri, found, *patterns) for uri in found}

    def _file(self, uri: str, found: list[str], excluded: Any, drafts: Any, outside: Any) -> SourceFile:
        is_page = uri.lower().endswith(PAGE_ENDINGS)
        is_twin = posixpath.basename(uri) == "README.md" and f"{uri[:-9]}index.md" in found
        is_published = not excluded.match_file(uri) and not drafts.match_file(uri) and not is_twin
        destination = self._destination(uri) if is_page else uri
        return SourceFile(uri, destination, is_page, is_published, not outside.match_file(uri))

    def _destination(self, uri: str) -> str:
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

    @cached_property
    def by_folded(self) -> dict[str, str]:
        """Uris by their letters in lower case, to recognise a wrong case."""
        return {uri.casefold(): uri for uri in self.files}

    @cached_property
    def published(self) -> dict[str, str]:
        """Path in the site → uri, of everything that the files alone make."""
        return {file.destination: uri for uri, file in self.files.items() if file.is_published}

    @cached_property
    def pages(self) -> dict[str, MarkdownPage]:
        """Every page that is published and can be read, by uri; the others are in `problems`."""
        reader = Reader(self.config.extensions, self._settings())
        wanted = [uri for uri, file in self.files.items() if file.is_page and file.is_published]
        read = {uri: self._page(uri, reader) for uri in wanted}
        return {uri: page for uri, page in read.items() if page}

    def _page(self, uri: str, reader: Reader) -> MarkdownPage | None:
        source = read_source(self.docs / uri, self.docs, PAGE_LIMIT)
        if isinstance(source, Problem):
            self.problems.append(_at(source, self.shown(uri)))
            return None
        page = MarkdownPage(self.shown(uri), uri, self.url(uri), source.text, reader)
        try:
            page.html  # noqa: B018  read now, so that rules meet only pages that can be read
        except UnreadableError as reason:
            self.problems.append(_unreadable(page.path, str(reason)))
            return None
        return page

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

    def target_uri(self, page: MarkdownPage, url: str) -> str:
        """The uri that MkDocs looks up for a relative link of Markdown; it may leave `docs_dir` with "../"."""
        path = unquote(urlsplit(url).path)
        if self.config.absolute_links_are_docs and path.startswith("/"):
            return posixpath.normpath(path.lstrip("/"))
        return posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else page.uri


def find_sources(root: Path) -> Sources | Problem | None:
    """The sources at `root`, the reason why their configuration cannot be read, or None where there is none."""
    name = next((name for name in NAMES if (root / name).is_file()), None)
    return _read(root, name, frozenset()) if name else None


def _read(root: Path, name: str, seen: frozenset[str]) -> Sources | Problem:
    source = read_source(root / name, root, CONFIG_LIMIT)
    if isinstance(source, Problem):
        return source
    try:
        return Sources(root, name, source, read_config(source.text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _broken(name, line, column, error.problem or "it is no YAML")
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        return _broken(name, 1, 1, str(error) or "it is nested too deeply")


def _broken(path: str, line: int, column: int, reason: str) -> Problem:
    message = f"these settings cannot be read: {reason}"
    return Problem(path, line, column, "unreadable-settings", message, "mend the YAML here", code="S001")


def _unreadable(path: str, reason: str) -> Problem:
    fix = "take out the long run of brackets, stars or quotation marks"
    return Problem(path, 1, 1, "unreadable-page", f"this page cannot be read: {reason}", fix, code="M001")


def _at(problem: Problem, path: str) -> Problem:
    return Problem(path, problem.line, problem.column, problem.rule, problem.message, problem.fix, code="M001")


def _spec(lines: Iterable[str]) -> Any:
    return pathspec.GitIgnoreSpec.from_lines(lines)


def _walk(folder: Path) -> Iterator[str]:
    """Every file below `folder`, relative to it; links to folders are followed as MkDocs does, but never twice."""
    seen = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        relative = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from (name if relative == "." else f"{relative}/{name}" for name in names)
