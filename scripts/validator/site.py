"""A folder of built files, and where each address in it leads.

Pages are read one after another and dropped; what stays are their facts (see facts.py), equal ones kept once, so that a
site of a hundred thousand pages fits into memory.  The place of a fault is found by reading its file once more.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from records.problem import Problem

from validator.facts import Facts, facts_of
from validator.finding import Place
from validator.folder import UnreadableError, entries_of, read_bytes
from validator.home import home_of
from validator.hosting import PAGE_ENDINGS, Hosting
from validator.near import Names
from validator.parse.encoding import decode, has_mark
from validator.parse.html import Address, HtmlPage
from validator.parse.redirects import NAME as REDIRECTS
from validator.parse.redirects import redirects_in
from validator.parse.urls import (
    HERE,
    Parts,
    bare,
    file_path,
    folders_above,
    leads_to_anchor,
    parts_of,
    plan_of,
    resolve,
)
from validator.reach import Reach
from validator.target import MALFORMED, Target, Use
from validator.unpaged import Unpaged

__all__ = ["PAGE_ENDINGS", "Facts", "Site", "Target", "Use"]

LOCAL: Final = frozenset({"http", "https"})
NOT_FOUND_PAGE: Final = "404.html"
PACKED: Final = (".gz", ".br", ".zst", ".map")


@dataclass
class Site:
    """`root` is the folder; `address` the site's own absolute address with a slash at its end, if it is known."""

    root: Path
    address: str = ""
    problems: list[Problem] = field(default_factory=list)
    number: int = 0
    """How many pages there are, where that is known without looking at them."""
    remembered: Callable[[], Iterable[Facts]] = field(default=tuple, repr=False)
    """The facts of the pages that have been looked at, be it by another run."""
    kept: dict[Any, Any] = field(default_factory=dict, repr=False)
    """Values that many pages share."""

    @cached_property
    def pages(self) -> dict[str, Facts]:
        """The facts of every page that was looked at, by path."""
        return {facts.path: facts for facts in self.remembered()}

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, relative to the folder, with `/`; each that nobody can read is a problem."""
        found = list(entries_of(self.root))
        for entry in found:
            if entry.fault:
                self._refuse(entry.path, entry.fault)
        return frozenset(entry.path for entry in found if not entry.fault)

    @cached_property
    def hosting(self) -> Hosting:
        """Which file is sent for a path."""
        text = self.text(REDIRECTS) if REDIRECTS in self.files else None
        return Hosting(self.files, tuple(redirects_in(text or "")))

    def paths_of(self, *endings: str) -> list[str]:
        """The files with one of `endings`, sorted."""
        return sorted(path for path in self.files if path.lower().endswith(endings))

    def read(self, path: str) -> HtmlPage | None:
        """The page at `path`; None, with a problem, when it cannot be read."""
        data = self.data(path)
        return None if data is None else HtmlPage(path, decode(data), has_mark=has_mark(data))

    def text(self, path: str) -> str | None:
        """The text of a file, wrong bytes as U+FFFD; None, with a problem, when it cannot be read."""
        data = self.data(path)
        return None if data is None else decode(data)

    def data(self, path: str) -> bytes | None:
        """What a file holds; None, with a problem, when it cannot be read."""
        try:
            return read_bytes(f"{self._folder}/{path}")
        except UnreadableError as error:
            self._refuse(path, str(error))
            return None

    @cached_property
    def _folder(self) -> str:
        return str(self.root)

    def _refuse(self, path: str, message: str) -> None:
        fix = "mend or remove the file, and build the site anew"
        problem = Problem(path, 1, 1, "unreadable-file", message, fix, code="W001")
        self.problems += [] if problem in self.problems else [problem]

    def learn(self, page: HtmlPage) -> None:
        """Keeps what other pages need to know of `page`."""
        self.pages[page.path] = facts_of(page)

    @cached_property
    def unpaged(self) -> Unpaged:
        """What is written in the files that are no pages: styles, manifests, sitemaps, feeds."""
        return Unpaged(self.files, self.data)

    @cached_property
    def home(self) -> Parts:
        """The site's own address: as given, else as its files tell it, else one that no host has."""
        if self.address:
            parts = resolve(self.address, f"{HERE}/")
            if parts and parts.scheme in LOCAL:
                return parts._replace(path=f"{parts.path.rstrip('/')}/", query="")
        return parts_of(home_of(self.pages.values(), self.unpaged.facts, self.hosting) or f"{HERE}/")

    @property
    def has_address(self) -> bool:
        """Whether the site's host is known."""
        return self.home.origin != HERE

    def url_of(self, path: str) -> str:
        """The absolute address of a file; that of a folder for its index page."""
        return self.home.origin + self.url_path(path)

    def url_path(self, path: str) -> str:
        """The same without scheme and host."""
        return self.home.path + quote(self.hosting.shown(path), errors="surrogateescape")

    def best_url(self, path: str) -> str:
        """The whole address where the site's host is known, else the part below it."""
        return self.url_of(path) if self.has_address else self.url_path(path)

    def target(self, facts: Facts, url: str) -> Target:
        """Where `url` in the file of `facts` leads."""
        return next(self.targets(facts, [url]))

    def targets(self, facts: Facts, urls: Iterable[str]) -> Iterator[Target]:
        """Where each of `urls` in the file of `facts` leads."""
        above = [] if facts.base else folders_above(facts.folder)
        for plan in map(plan_of, urls):
            if plan.way and plan.way.ups < len(above):
                found = self._found(above[plan.way.ups] + plan.way.rest)
            else:
                found = self._followed(facts, plan.rest)
            yield self._at(found, plan.fragment) if plan.fragment and found.path and not found.fault else found

    def _followed(self, facts: Facts, url: str) -> Target:
        """Where `url`, without its fragment, leads."""
        if facts.base:
            return self._from_base(facts, url)
        if not url:
            return self._found(facts.path)
        key = url if url.startswith(("/", "http://", "https://")) else f"{facts.folder} {url}"
        if (known := self._followed_before.get(key)) is None:
            known = self._followed_before[key] = self._by_standard(url, self.url_of(facts.path))
        return known

    _followed_before: dict[str, Target] = field(default_factory=dict, repr=False)

    def _from_base(self, facts: Facts, url: str) -> Target:
        base = resolve(facts.base, self.url_of(facts.path))
        return self._by_standard(url, f"{base.origin}{base.path}") if base and base.scheme in LOCAL else MALFORMED

    def _by_standard(self, url: str, base: str) -> Target:
        parts = resolve(url, base)
        if parts is None:
            return MALFORMED
        if not self.is_own(parts):
            return Target(parts=parts)
        if not f"{parts.path}/".startswith(self.home.path):
            return self._outside(parts, url)
        path = file_path(parts.path)[len(file_path(self.home.path)) :]
        return self._found(path)

    def is_rooted(self, url: str) -> bool:
        """Whether `url` means the same from everywhere in the site, or a place in the page itself."""
        url = bare(url)
        return url.startswith(("/", "\\", "#")) or ":" in url.partition("/")[0] or not url

    def is_own(self, parts: Parts) -> bool:
        """Whether an address lies on the site's own host."""
        home = self.home
        return parts.scheme in LOCAL and (parts.host, parts.port) == (home.host, home.port)

    def _outside(self, parts: Parts, url: str) -> Target:
        """An address of the same host above the site's folder: a whole one is meant, and away."""
        if "://" in url:
            return Target(parts=parts)
        path = file_path(parts.path)
        return Target(self.hosting.file_at(path[1:]) if path != "/" else "", "outside", path)

    def _found(self, path: str) -> Target:
        if (known := self._looked_up.get(path)) is None:
            served = self.hosting.served(path)
            known = self._looked_up[path] = Target(served.path, served.fault, path)
        return known

    _looked_up: dict[str, Target] = field(default_factory=dict, repr=False)

    def _at(self, target: Target, fragment: str) -> Target:
        """`target` at a place in it.  Fragments that scripts read (`#/route`, `#!key`) and those of pages that send
        their readers on are not looked for."""
        facts = self.pages.get(target.path)
        if facts is None:
            ids = self.unpaged.ids(target.path) if target.path.endswith(".svg") and "(" not in fragment else None
            is_there = ids is None or leads_to_anchor(fragment, ids)
        else:
            is_there = bool(facts.refresh) or fragment[0] in "/!" or leads_to_anchor(fragment, facts.anchors)
        return target if is_there else target._replace(fragment=fragment, fault="no-anchor")

    @property
    def sources(self) -> Iterator[Facts]:
        """Every file that holds addresses, pages first, sorted."""
        yield from (facts for _, facts in sorted(self.pages.items()))
        yield from self.unpaged.facts

    @cached_property
    def reach(self) -> Reach:
        """What all addresses together lead to."""
        return Reach(self)

    def faulty(self, *faults: str) -> Iterator[Use]:
        """The uses whose target has one of `faults`, in the order of the files."""
        return (use for use in self.reach.faulty if use.target.fault in faults)

    def place(self, facts: Facts, address: Address) -> Place:
        """Where an address stands in its file; reads the file again."""
        if facts.path not in self.pages:
            return self.unpaged.place(facts.path, address.number)
        if self._last is None or self._last.path != facts.path:
            self._last = self.read(facts.path)
        return self._last.place(address) if self._last else Place()

    _last: HtmlPage | None = field(default=None, repr=False)

    @cached_property
    def names(self) -> Names:
        """The addresses of all files as a person writes them, to choose the nearest from."""
        meant = (path for path in self.files if not path.endswith((*PACKED, NOT_FOUND_PAGE)))
        return Names(self.hosting.shown(path) for path in meant)

    def written_as(self, facts: Facts, url: str, path: str) -> str:
        """The address of the file `path` in the way that `url` is written in the file of `facts`."""
        there = self.url_path(path)
        if "://" in url:
            return self.home.origin + there
        if url.startswith("/") or facts.base:
            return there
        here = posixpath.dirname(self.url_path(facts.path) + "x")
        relative = posixpath.relpath(there, here)
        return f"{relative}/" if there.endswith("/") and not relative.endswith("/") else relative
