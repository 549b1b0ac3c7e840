"""What the addresses of a site lead to, taken together: what is broken, what is linked, what is used by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from validator.facts import Facts
from validator.finding import Place
from validator.parse.addresses import MAP, MENTION
from validator.parse.html import Address
from validator.parse.modules import imports_of
from validator.parse.redirects import NAME as REDIRECTS
from validator.parse.urls import bare, plan_of
from validator.target import Target, Use

if TYPE_CHECKING:
    from validator.site import Site

MODULES: Final = (".js", ".mjs")


class Reach:
    """`faulty` are the addresses that do not arrive; `linked` the files that a page leads to, shows or sends something
    to; `named` those that any address of another file names."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.faulty: list[Use] = []
        self.named: set[str] = set()
        self.linked: set[str] = set()
        self._settled: dict[tuple[int, bool], set[Address]] = {}
        for facts in site.sources:
            self._add(facts, facts.path in site.pages)

    def _add(self, facts: Facts, is_page: bool) -> None:
        depth = facts.folder.count("/")
        settled = self._settled.setdefault((depth, is_page), set())
        addresses = facts.addresses if facts.base else _unsettled(facts, settled)
        targets = self.site.targets(facts, [address.url for address in addresses])
        for address, target in zip(addresses, targets, strict=True):
            is_sound = target.path not in ("", facts.path) and not target.fault
            if is_sound and not facts.base and _is_from_root(address.url, depth):
                settled.add(address)
            if target.fault and not _is_meant(address, target):
                self.faulty.append(Use(facts, address, target))
            if target.path and target.path != facts.path:
                self.named.add(target.path)
                if is_page and address.kind != MENTION:
                    self.linked.add(target.path)

    @cached_property
    def used(self) -> set[str]:
        """The files that an address or a script of another file names."""
        return self.named | {self.site.target(Facts(path, "", ()), url).path for path, url, _ in self.imports}

    @cached_property
    def sent_to(self) -> frozenset[str]:
        """The files that `_redirects` sends readers to."""
        root = Facts(REDIRECTS, "", ())
        return frozenset(self.site.target(root, one.to).path for one in self.site.hosting.redirects if one.to)

    @cached_property
    def imports(self) -> list[tuple[str, str, Place]]:
        """Script, address and place of every module that the modules of pages take in, directly or through others."""
        waiting = sorted(set(self._modules()), reverse=True)
        seen, found = set(waiting), []
        while waiting:
            path = waiting.pop()
            for url, place in imports_of(self.site.text(path) or ""):
                found.append((path, url, place))
                there = self.site.target(Facts(path, "", ()), url).path
                if there.endswith(MODULES) and there not in seen:
                    seen.add(there)
                    waiting.append(there)
        return found

    def _modules(self) -> Iterator[str]:
        for facts in self.site.pages.values():
            for target in self.site.targets(facts, facts.modules):
                if target.path.endswith(MODULES) and not target.fault:
                    yield target.path


def _unsettled(facts: Facts, settled: set[Address]) -> list[Address]:
    """The addresses of a file that are to be followed: those of places in a page that are there need not be, and
    neither do sound ones that lead to the same from every folder so deep, and have been followed from one."""
    anchors = facts.anchors
    return [
        one for one in facts.addresses if one not in settled and not (one.url[:1] == "#" and one.url[1:] in anchors)
    ]


def _is_from_root(url: str, depth: int) -> bool:
    """Whether `url`, written in a folder so deep, climbs to the root of the site before it goes down."""
    way = plan_of(url).way
    return way is not None and way.ups == depth


def _is_meant(address: Address, target: Target) -> bool:
    """Whether an address that does not arrive is no fault of the whole site.

    `usemap` is looked at page by page; a fragment in a `srcdoc` speaks of that page in the page; `url(font.svg#name)`
    in a style is read by old browsers, and the name is often not that of an id.
    """
    if address.kind == MAP or (address.label.startswith("srcdoc") and bare(address.url).startswith("#")):
        return True
    return target.fault == "no-anchor" and target.path.endswith(".svg") and address.label in ("url()", "style")
