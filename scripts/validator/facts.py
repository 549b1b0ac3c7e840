"""One page → what other pages need to know of it, small enough to be kept for a hundred thousand pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from validator.parse.addresses import refresh_of
from validator.parse.elements import words
from validator.parse.html import Address, HtmlPage

CANONICAL: Final = "link canonical"
ALTERNATE: Final = "link alternate"
SOON: Final = 3
"""Seconds.  A page that moves on later is one that people read, such as a slide."""


class Alternate(NamedTuple):
    """The same page in another language."""

    language: str
    address: Address


class Facts(NamedTuple):
    """`addresses` in order, `anchors` what a fragment can lead to; `refresh` is where the page sends its readers at
    once, `is_whole` whether it has a title, `modules` the scripts it loads as modules.

    A file that is no page, such as a style sheet, has addresses only.
    """

    path: str
    base: str
    addresses: tuple[Address, ...]
    anchors: frozenset[str] = frozenset()
    alternates: tuple[Alternate, ...] = ()
    refresh: Address | None = None
    is_noindex: bool = False
    is_whole: bool = True
    modules: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder it lies in, with a slash at its end; "" for the site's root."""
        return self.path[: self.path.rfind("/") + 1]

    @property
    def canonicals(self) -> list[Address]:
        """Its canonical links; more than one is a fault."""
        return [one for one in self.addresses if one.label == CANONICAL]


def facts_of(page: HtmlPage) -> Facts:
    """What other pages need to know of `page`."""
    addresses = tuple(page.addresses)
    return Facts(
        page.path,
        page.base,
        addresses,
        page.anchors,
        _alternates(page, addresses),
        _refresh(page, addresses),
        _is_noindex(page),
        bool(page.all("title")),
        tuple(_modules(page)),
    )


def _alternates(page: HtmlPage, addresses: tuple[Address, ...]) -> tuple[Alternate, ...]:
    links = (one for one in addresses if one.label == ALTERNATE)
    found = ((page.element(one).attr("hreflang"), one) for one in links)
    return tuple(Alternate(language, one) for language, one in found if language is not None)


def _refresh(page: HtmlPage, addresses: tuple[Address, ...]) -> Address | None:
    for one in addresses:
        if one.label == "meta refresh":
            found = refresh_of(page.element(one).attr("content") or "")
            return one if found and found[0] <= SOON else None
    return None


def _modules(page: HtmlPage) -> Iterator[str]:
    for script in page.all("script"):
        if (script.attr("type") or "").strip().lower() == "module" and (url := script.attr("src")):
            yield url


def _is_noindex(page: HtmlPage) -> bool:
    for meta in page.all("meta"):
        if (meta.attr("name") or "").lower() in ("robots", "googlebot"):
            asked = " ".join(words(meta, "content")).lower().replace(",", " ").split()
            if "noindex" in asked or "none" in asked:
                return True
    return False
