"""Which host a page belongs to, as far as its site or itself tells."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from validator.parse.urls import HERE, Parts, resolve, split_fragment

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

_TELLING = ("link canonical", "meta og:url")


def own_address(page: HtmlPage, site_address: str) -> Parts | None:
    """Where a page is published, as its site or its own canonical link tells; None when nothing does."""
    if site_address:
        return resolve(quote(page.path), site_address)
    told = (one.url for label in _TELLING for one in page.addresses if one.label == label)
    found = (resolve(split_fragment(url.strip())[0], f"{HERE}/") for url in told)
    return next((one for one in found if one and one.scheme in ("http", "https") and one.origin != HERE), None)


def start_of(page: HtmlPage, own: Parts | None) -> str:
    """The absolute address that relative ones of a page start from; `own` is the page's, as far as it is known."""
    here = f"{own.origin}{own.path}" if own else f"{HERE}/{quote(page.path)}"
    parts = resolve(page.base, here) if page.base else None
    return f"{parts.origin}{parts.path}" if parts else here


def foreign_host(url: str, page: HtmlPage, site_address: str) -> str:
    """The host that `url` names beside the page's own, or ""; the site's with and without `www.` is one."""
    parts = resolve(split_fragment(url.strip())[0], f"{HERE}/")
    if parts is None or parts.scheme not in ("http", "https") or parts.origin == HERE:
        return ""
    own = own_address(page, site_address)
    is_own = own is not None and parts.host.removeprefix("www.") == own.host.removeprefix("www.")
    return "" if is_own else parts.host
