"""Which host a page belongs to, as far as its site or itself tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validator.parse.urls import HERE, Parts, resolve, split_fragment

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

_TELLING = ("link canonical", "meta og:url")


def own_address(page: HtmlPage, site_address: str) -> Parts | None:
    """Where a page is published, as its site or its own canonical link tells; None when nothing does."""
    told = [site_address, *(one.url for label in _TELLING for one in page.addresses if one.label == label)]
    found = (resolve(split_fragment(url.strip())[0], f"{HERE}/") for url in told if url)
    return next((one for one in found if one and one.scheme in ("http", "https") and one.origin != HERE), None)


def foreign_host(url: str, page: HtmlPage, site_address: str) -> str:
    """The host that `url` names beside the page's own, or ""; the site's with and without `www.` is one."""
    parts = resolve(split_fragment(url.strip())[0], f"{HERE}/")
    if parts is None or parts.scheme not in ("http", "https") or parts.origin == HERE:
        return ""
    own = own_address(page, site_address)
    is_own = own is not None and parts.host.removeprefix("www.") == own.host.removeprefix("www.")
    return "" if is_own else parts.host
