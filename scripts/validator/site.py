"""A folder of built files, and where each address in it leads.

Pages are read one after another and dropped; what stays are their facts (addresses and anchors), so that a site of a
hundred thousand pages fits into memory.  The place of a fault is found by reading its page once more.
"""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from records.nearest import nearest
from records.problem import Problem

from validator.finding import Place
from validator.parse.css import css_addresses
from validator.parse.html import Address, HtmlPage
from validator.parse.urls import HERE, Parts, decoded, leads_to_anchor, parts_of, resolve, split_fragment

PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml")
INDEXES: Final = ("index.html", "index.htm", "index.xhtml")
LOCAL: Final = frozenset({"http", "https"})
NOT_FOUND_PAGE: Final = "404.html"
PAGE_LIMIT: Final = 64 * 1024 * 1024
"""Bytes; no reader's browser is served a longer page."""


class Facts(NamedTuple):
    """What other pages need to know of one."""

    path: str
    base: str
    addresses: tuple[Address, ...]
    anchors: frozenset[str]


class Target(NamedTuple):
    """Where an address leads: to `path` in the site, with a `fault` or without, or away.

    `fault` is "" or one of "malformed", "missing", "wrong-case", "no-index", "above-the-site", "no-anchor"; `parts` is
    the whole address, None when it is malformed; `looked_for` is the path that was looked for, relative to the site.
    """

    parts: Parts | None
    path: str = ""
    fault: str = ""
    looked_for: str = ""
    fragment: str = ""


class Use(NamedTuple):
    """One address on one page and where it leads."""

    page: Facts
    address: Address
    target: Target


@dataclass
class Site:
    """`root` is the folder; `address` the site's own absolute address with a slash at its end, if it is known."""

    root: Path
    address: str = ""
    problems: list[Problem] = field(default_factory=list)
    pages: dict[str, Facts] = field(default_factory=dict)

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file, relative to the folder, with `/`."""
        return frozenset(_walk(str(self.root), ""))

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file somewhere, without a slash at its end; "" is the site's root."""
        found = {""}
        for path in self.files:
            while (path := posixpath.dirname(path)) not in found:
                found.add(path)
        return frozenset(found)

    @cached_property
    def by_folded(self) -> dict[str, str]:
        """Files and folders by their letters in lower case."""
        return {path.casefold(): path for path in sorted(self.files | self.folders)}

    def paths_of(self, *endings: str) -> list[str]:
        """The files with one of `endings`, sorted."""
        return sorted(path for path in self.files if path.lower().endswith(endings))

    def read(self, path: str) -> HtmlPage | None:
        """The page at `path`; None, with a problem, when it cannot be read."""
        text = self.text(path)
        return None if text is None else HtmlPage(path, text)

    def text(self, path: str) -> str | None:
        """The text of a file, wrong bytes as U+FFFD; None, with a problem, when it cannot be read."""
        try:
            with (self.root / path).open("rb") as file:
                data = file.read(PAGE_LIMIT + 1)
        except OSError as error:
            self._refuse(path, f"this file cannot be read: {(error.strerror or 'no reason given').lower()}")
            return None
        if len(data) > PAGE_LIMIT:
            self._refuse(path, f"this file is larger than {PAGE_LIMIT // 2**20} MB, too large to be read by anybody")
            return None
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")

    def _refuse(self, path: str, message: str) -> None:
        fix = "mend or remove the file, and build the site anew"
        self.problems.append(Problem(path, 1, 1, "unreadable-file", message, fix, code="W001"))

    def learn(self, page: HtmlPage) -> None:
        """Keeps what other pages need to know of `page`."""
        self.pages[page.path] = Facts(page.path, page.base, tuple(page.addresses), page.anchors)

    @cached_property
    def home(self) -> Parts:
        """The site's own address: as given, else as the pages' canonical links tell it, else one that no host has."""
        return parts_of(self.address or self._told or f"{HERE}/")

    @cached_property
    def _told(self) -> str:
        """The address that most canonical links agree on."""
        votes = Counter(home for facts in self.pages.values() if (home := _told_by(facts)))
        return votes.most_common(1)[0][0] if votes else ""

    def url_of(self, path: str) -> str:
        """The absolute address of a file; that of a folder for its index page."""
        folder, name = posixpath.split(path)
        shown = f"{folder}/" if folder and name in INDEXES else "" if name in INDEXES else path
        home = self.home
        port = f":{home.port}" if home.port else ""
        return f"{home.scheme}://{home.host}{port}{home.path}{quote(shown)}"

    def target(self, facts: Facts, url: str) -> Target:
        """Where `url` on the page `facts` leads."""
        rest, fragment = split_fragment(url.strip())
        if not rest and not facts.base:
            return self._with_fragment(Target(None, facts.path), fragment)
        base = self._base(facts)
        parts = resolve(rest, base) if base else None
        if parts is None:
            return Target(None, fault="malformed")
        return self._with_fragment(self._found(parts), fragment)

    def _base(self, facts: Facts) -> str:
        """The address that relative addresses of a page start from; "" when its `<base>` is malformed."""
        own = self.url_of(facts.path)
        if not facts.base:
            return own
        parts = resolve(facts.base, own)
        return f"{parts.scheme}://{parts.host}{f':{parts.port}' if parts.port else ''}{parts.path}" if parts else ""

    def _with_fragment(self, target: Target, fragment: str | None) -> Target:
        facts = self.pages.get(target.path)
        if not fragment or target.fault or facts is None or fragment.startswith(("/", "!")):
            return target._replace(fragment=fragment or "")
        fault = "" if leads_to_anchor(fragment, facts.anchors) else "no-anchor"
        return target._replace(fragment=fragment, fault=fault)

    def is_own(self, parts: Parts) -> bool:
        """Whether an address lies on the site's own host."""
        home = self.home
        return parts.scheme in LOCAL and (parts.host, parts.port) == (home.host, home.port)

    @cached_property
    def _known(self) -> dict[Parts, Target]:
        return {}

    def _found(self, parts: Parts) -> Target:
        if (known := self._known.get(parts)) is None:
            known = self._known[parts] = self._look_up(parts) if self.is_own(parts) else Target(parts)
        return known

    def _look_up(self, parts: Parts) -> Target:
        """A file as plain static hosts serve it: itself, a folder's index page, or `name.html` for `name`."""
        if not f"{parts.path}/".startswith(self.home.path):
            return Target(parts, fault="above-the-site", looked_for=parts.path)
        path = decoded(parts.path)[len(decoded(self.home.path)) :]
        bare = path.rstrip("/")
        if found := self._served(path):
            return Target(parts, found, looked_for=path)
        if bare in self.folders:
            return Target(parts, fault="no-index", looked_for=path)
        like = self.by_folded.get(bare.casefold())
        if like is not None or (like := self.by_folded.get(f"{bare}.html".casefold())):
            return Target(parts, like, "wrong-case", path)
        return Target(parts, fault="missing", looked_for=path)

    def _served(self, path: str) -> str:
        folder = path.rstrip("/")
        tries = [posixpath.join(folder, name) for name in INDEXES] if folder in self.folders else []
        if not path.endswith("/") and path:
            tries = [path, *(path + ending for ending in PAGE_ENDINGS), *tries]
        return next((one for one in tries if one in self.files), "")

    def nearest(self, target: Target) -> str:
        """What to do about a target that is missing: the nearest file of the site, if one is like it."""
        like = nearest(target.looked_for, self.files)
        return f"the nearest file is {like}" if like else "take the address out, or add the file"

    @cached_property
    def uses(self) -> list[Use]:
        """Every address of every page that names something, in the order of the pages."""
        return [
            Use(facts, address, self.target(facts, address.url))
            for _, facts in sorted(self.pages.items())
            for address in facts.addresses
            if address.kind != "map"
        ]

    def faulty(self, *faults: str) -> Iterator[Use]:
        """The uses whose target has one of `faults`."""
        return (use for use in self._faulty if use.target.fault in faults)

    @cached_property
    def _faulty(self) -> list[Use]:
        return [use for use in self.uses if use.target.fault]

    def place(self, use: Use) -> Place:
        """Where the address of `use` stands in its page; reads the page again."""
        page = self._again(use.page.path)
        return page.place(use.address) if page else Place()

    def _again(self, path: str) -> HtmlPage | None:
        if self._last is None or self._last.path != path:
            self._last = self.read(path)
        return self._last

    _last: HtmlPage | None = field(default=None, repr=False)

    @cached_property
    def style_addresses(self) -> dict[str, list[tuple[str, Place]]]:
        """The addresses in each style sheet, by its path."""
        texts = ((path, self.text(path)) for path in self.paths_of(".css"))
        return {path: list(css_addresses(text)) for path, text in texts if text is not None}


def _told_by(facts: Facts) -> str:
    """The site's address as the canonical link of one page tells it, or ""."""
    canonical = next((one.url for one in facts.addresses if one.label == "link canonical"), "")
    parts = resolve(split_fragment(canonical)[0], f"{HERE}/") if canonical else None
    if parts is None or parts.scheme not in LOCAL or parts_of(f"{HERE}/").host == parts.host:
        return ""
    shown = facts.path.removesuffix("index.html")
    path = decoded(parts.path)
    cut = path.removesuffix(shown) if shown else path
    ends_well = path.endswith(shown) and cut.endswith("/")
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.host}{port}{quote(cut)}" if ends_well else ""


def _walk(folder: str, prefix: str) -> Iterator[str]:
    """Every file below `folder`; links are followed as a host would, but never out of a circle."""
    waiting: list[tuple[str, str, frozenset[str]]] = [(folder, prefix, frozenset())]
    while waiting:
        place, shown, above = waiting.pop()
        real = os.path.realpath(place)
        if real in above:
            continue
        for entry in _entries(place):
            if entry.is_dir():
                waiting.append((entry.path, f"{shown}{entry.name}/", above | {real}))
            elif entry.is_file():
                yield f"{shown}{entry.name}"


def _entries(folder: str) -> Iterable[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []
