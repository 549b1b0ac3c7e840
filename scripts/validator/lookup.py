"""What a site will hold at an address, as far as its sources, its theme and a build of it tell."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Final, NamedTuple

from validator.moves import Moves
from validator.near import Names
from validator.parse.markdown import MarkdownPage
from validator.parse.urls import HERE, Parts, file_path, leads_to_anchor, parts_of, resolve
from validator.site import Site
from validator.sources import MADE_BY_MKDOCS, Sources
from validator.theme import USUAL, copied, theme_files

ENDINGS: Final = ("", ".html", "/index.html")


class Found(NamedTuple):
    """`path` of a file of the site, or why there is none.

    `fault` is "" or one of "malformed", "away" (another host, or above the site), "unknown" (only a build can tell),
    "wrong-case", "above", "missing"; `path` is what stands there, or what was looked for.
    """

    path: str
    fault: str = ""


@dataclass
class Lookup:
    """Answers for the sources of a site, and a build of it where there is one."""

    sources: Sources
    site: Site | None
    _built: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def home(self) -> Parts:
        """The site's own address, with a slash at its end."""
        given = resolve(self.sources.config.site_url or HERE, HERE)
        given = given if given and given.scheme in ("http", "https") else parts_of(HERE)
        return given._replace(path=f"{given.path.rstrip('/')}/")

    @property
    def is_home_known(self) -> bool:
        return self.home.host != parts_of(HERE).host

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that the site is known to have."""
        config = self.sources.config
        own = copied(self.sources.root / config.custom_dir) if config.custom_dir else frozenset()
        built = self.site.files if self.site and self.sources.is_open_ended else frozenset()
        return (
            frozenset(self.sources.published)
            | MADE_BY_MKDOCS
            | own
            | (theme_files(config.theme) or frozenset())
            | built
        )

    @cached_property
    def _copied(self) -> frozenset[str]:
        return self.files - MADE_BY_MKDOCS - frozenset(self.sources.published)

    @cached_property
    def pages_and_files(self) -> Names:
        """The published files of `docs_dir`, to find the one that is meant."""
        return Names(uri for uri, file in self.sources.files.items() if file.is_published)

    @cached_property
    def images_and_files(self) -> Names:
        return Names(uri for uri, file in self.sources.files.items() if file.is_published and not file.is_page)

    @cached_property
    def by_basename(self) -> dict[str, list[str]]:
        """The published files of `docs_dir` by their names without folders, in small letters."""
        found: dict[str, list[str]] = {}
        for uri in self.pages_and_files.names:
            found.setdefault(posixpath.basename(uri).casefold(), []).append(uri)
        return found

    @cached_property
    def moves(self) -> Moves:
        return Moves(self.sources)

    @cached_property
    def by_folded(self) -> dict[str, str]:
        return {path.casefold(): path for path in sorted(self.files)}

    def base(self, url: str) -> str:
        """The absolute address of a page of the site."""
        return f"{self.home.origin}{self.home.path}{url}"

    def at(self, url: str, base: str) -> Found:
        """What stands at `url`, without its fragment, followed from the absolute address `base`."""
        parts = resolve(url, base)
        if parts is None:
            return Found(url, "malformed")
        if (parts.scheme, parts.host, parts.port) != (self.home.scheme, self.home.host, self.home.port):
            is_same_host = parts.host == self.home.host and parts.scheme in ("http", "https")
            return self._below(parts, True) if is_same_host and not parts.port else Found(url, "away")
        return self._below(parts, "//" in url)

    def _below(self, parts: Parts, is_whole: bool) -> Found:
        path, home = file_path(parts.path), file_path(self.home.path)
        if not f"{path}/".startswith(home):
            return Found(path, "away") if is_whole else self._above(path)
        return self.file(path[len(home) :])

    def _above(self, path: str) -> Found:
        """An address on the same host, above the site; perhaps one that means the site."""
        inner = self._served(path.lstrip("/")) if path.strip("/") else ""
        return Found(inner, "above") if inner else Found(path, "away")

    def file(self, path: str) -> Found:
        """What a host serves at a path of the site."""
        if found := self._served(path):
            return Found(found)
        if not self.is_home_known and self._is_below_a_folder(path):
            return Found(path, "unknown")
        if like := next((self.by_folded[one] for one in _served_as(path.casefold()) if one in self.by_folded), ""):
            return Found(like, "wrong-case")
        return Found(path, "unknown" if self._is_undecided(path) else "missing")

    def _served(self, path: str) -> str:
        return next((one for one in _served_as(path) if one in self.files), "")

    def _is_below_a_folder(self, path: str) -> bool:
        """Whether a path would lead to a file if the site lay in a folder of its host, which nobody told."""
        steps = path.split("/")
        return any(self._served("/".join(steps[at:])) for at in range(1, min(len(steps), 4)) if any(steps[at:]))

    def _is_undecided(self, path: str) -> bool:
        if self.sources.is_open_ended and self.site is None:
            return True
        return theme_files(self.sources.config.theme) is None and path.startswith(USUAL)

    def is_made(self, uri: str) -> bool:
        """Whether MkDocs, the theme or a plugin makes this file, which lies not in `docs_dir`."""
        return self.sources.destination(uri) in self._copied

    def is_undecided(self, uri: str) -> bool:
        """Whether a plugin may make this file, and no build tells."""
        return self.site is None and self.sources.config.adds_pages

    def is_shown(self, page: MarkdownPage, words: str) -> bool:
        """Whether readers of `page` get these words as they stand, and no plugin makes something of them."""
        if not (self.sources.config.arranges_nav or self.sources.reader.missing):
            return True
        path = self.sources.destination(page.uri)
        if self.site is None or path not in self.site.files:
            return False
        return escape(words, quote=False) in (self.site.text(path) or "")

    def has_anchor(self, path: str, fragment: str) -> bool | None:
        """Whether a page of the site has a place of this name; None when it cannot be told."""
        uri = self.sources.published.get(path, "")
        page = self.sources.pages.get(uri)
        if page and leads_to_anchor(fragment, page.anchors):
            return True
        if page and not self.sources.is_open_ended:
            return False
        anchors = self._built_anchors(path)
        return leads_to_anchor(fragment, anchors) if anchors is not None else None

    def anchors(self, path: str) -> frozenset[str]:
        """The anchors of a page of the site, as far as they are known."""
        page = self.sources.pages.get(self.sources.published.get(path, ""))
        return page.anchors if page else self._built_anchors(path) or frozenset()

    def _built_anchors(self, path: str) -> frozenset[str] | None:
        if self.site is None or path not in self.site.files or not path.endswith((".html", ".htm")):
            return None
        if path not in self._built:
            page = self.site.read(path)
            self._built[path] = page.anchors if page else frozenset()
        return self._built[path]

    def way(self, path: str, url: str) -> str:
        """The relative address of a file of the site, written on the page at `url`."""
        is_short = self.sources.config.use_directory_urls and posixpath.basename(path) == "index.html"
        made = posixpath.relpath(posixpath.dirname(path) or "." if is_short else path, posixpath.dirname(url) or ".")
        return f"{made}/" if is_short else made


def _served_as(path: str) -> list[str]:
    """The files that a host serves at a path, the first that is there."""
    return [f"{path}index.html"] if path.endswith("/") or not path else [path + end for end in ENDINGS]
