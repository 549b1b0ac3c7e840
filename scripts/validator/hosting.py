"""Which file a host sends for a path: the habits that GitHub Pages, Netlify, Cloudflare Pages and nginx share."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from validator.parse.redirects import Redirect

PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml")
INDEXES: Final = ("index.html", "index.htm", "index.xhtml")
SERVED_BY_HOSTS: Final = ("cdn-cgi/", ".netlify/", "_vercel/", "__/", ".auth/")
"""Paths that hosts answer by themselves (Cloudflare, Netlify, Vercel, Firebase, Azure)."""


class Served(NamedTuple):
    """The file that answers a path, "" when a host answers by itself; `fault` as in `site.Target`."""

    path: str
    fault: str = ""


@dataclass
class Hosting:
    """`files` are paths relative to the site's folder, `redirects` the rules of its `_redirects`."""

    files: frozenset[str]
    redirects: tuple[Redirect, ...] = ()

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file somewhere, without a slash at its end; "" is the site's root."""
        found = {""}
        for path in self.files:
            while (path := path[: max(path.rfind("/"), 0)]) not in found:
                found.add(path)
        return frozenset(found)

    @cached_property
    def by_folded(self) -> dict[str, str]:
        """Files and folders by their letters, in lower case and in one Unicode form."""
        return {folded(path): path for path in sorted(self.files | self.folders, reverse=True)}

    def served(self, path: str) -> Served:
        """What is sent for `path`, which is decoded and relative to the site's root."""
        if found := self.file_at(path):
            return Served(found)
        if self.redirects and (rule := next((one for one in self.redirects if one.leads(f"/{path}")), None)):
            return Served("", "" if rule.status < 400 else "missing")
        if path.startswith(SERVED_BY_HOSTS):
            return Served("")
        if path.removesuffix("/") in self.folders:
            return Served("", "no-index")
        if like := self._like(path):
            return Served(like, "wrong-case")
        return Served("", "missing")

    def file_at(self, path: str) -> str:
        if path in self.files:
            return path
        return next((one for one in self._tries(path) if one in self.files), "")

    def _tries(self, path: str) -> Iterator[str]:
        if path and not path.endswith("/"):
            yield from (path + ending for ending in PAGE_ENDINGS)
        folder = path[:-1] if path.endswith("/") else path
        if folder in self.folders:
            yield from (f"{folder}/{name}" if folder else name for name in INDEXES)

    def _like(self, path: str) -> str:
        """The file that would be sent if letter case made no difference."""
        found = self.by_folded.get(folded(path.removesuffix("/")))
        if found is not None and found not in self.files:
            return self.file_at(f"{found}/")
        page = found if found is not None else self.by_folded.get(folded(f"{path}.html"))
        return page if page in self.files and page is not None and not path.endswith("/") else ""

    def shown(self, path: str) -> str:
        """The path as a person writes it: that of the folder for its index page."""
        folder, name = posixpath.split(path)
        return path if name not in INDEXES else f"{folder}/" if folder else ""


def folded(path: str) -> str:
    """The same for paths that differ in letter case or in Unicode form only."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).lower()


def colliding(paths: Iterable[str]) -> Iterator[list[str]]:
    """Groups of paths that differ in letter case or in Unicode form only."""
    groups: dict[str, list[str]] = {}
    for path in sorted(paths):
        groups.setdefault(folded(path), []).append(path)
    return (group for group in groups.values() if len(group) > 1)
