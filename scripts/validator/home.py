"""The address of a site that no configuration tells, by what its own files say of it.

Canonical links and sitemaps name the whole address; addresses that begin with a slash show below which path it lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from validator.facts import CANONICAL, Facts
from validator.hosting import Hosting
from validator.parse.urls import HERE, bare, file_path, resolve, split_fragment
from validator.parse.written import SITEMAP

_TELLING: Final = frozenset({CANONICAL, SITEMAP, "meta og:url"})
_DEEPEST: Final = 4
_ENOUGH: Final = 5
"""So many different addresses must speak against the path that canonical links tell."""


def home_of(pages: Iterable[Facts], others: Iterable[Facts], hosting: Hosting) -> str:
    """The site's absolute address with a slash at its end; "" when nothing tells it."""
    known = list(pages)
    told = _most(_told_by_pages(known)) or _most(_told_by_sitemaps(others, hosting))
    paths = _paths(known, hosting)
    likely = _most(paths)
    if not told:
        return f"{HERE}{likely}" if likely else ""
    origin, _, path = told.partition("://")[2].partition("/")
    is_denied = paths[likely] >= _ENOUGH and not paths[f"/{path}"] if likely else False
    return f"{told.partition('://')[0]}://{origin}{likely if is_denied else f'/{path}'}"


def _most(votes: Counter[str]) -> str:
    return min(votes, key=lambda one: (-votes[one], one), default="")


def _told_by_pages(pages: list[Facts]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for facts in pages:
        for one in facts.addresses:
            if one.label in _TELLING and (home := _cut(one.url, facts.path)):
                votes[home] += 1
                break
    return votes


def _cut(url: str, path: str) -> str:
    """The site's address if `url` is that of the page at `path`, or ""."""
    parts = resolve(split_fragment(bare(url))[0], f"{HERE}/")
    if parts is None or parts.scheme not in ("http", "https") or parts.origin == HERE:
        return ""
    whole = file_path(parts.path)
    clean = path.removesuffix(".html")
    for shown in (path, path.removesuffix("index.html"), clean, clean.removesuffix("index").rstrip("/")):
        if whole.endswith(f"/{shown}") or (whole.endswith("/") and not shown):
            return f"{parts.origin}{quote(whole[: len(whole) - len(shown)], errors='surrogateescape')}"
    return ""


def _told_by_sitemaps(others: Iterable[Facts], hosting: Hosting) -> Counter[str]:
    """The longest beginning of the addresses in sitemaps below which they are files of this site."""
    votes: Counter[str] = Counter()
    addresses = [one.url for facts in others for one in facts.addresses if one.label == SITEMAP]
    for url in addresses[:1000]:
        parts = resolve(url, f"{HERE}/")
        if parts and parts.origin != HERE:
            votes.update(f"{parts.origin}{path}" for path in _below(parts.path, hosting))
    return votes


def _paths(pages: list[Facts], hosting: Hosting) -> Counter[str]:
    """Under which path the addresses that begin with a slash lead to files."""
    urls = {bare(one.url) for facts in pages for one in facts.addresses if one.url.lstrip()[:1] == "/"}
    votes: Counter[str] = Counter()
    for url in urls:
        parts = resolve(split_fragment(url)[0], f"{HERE}/")
        if parts and parts.origin == HERE:
            votes.update(_below(parts.path, hosting))
    return votes


def _below(path: str, hosting: Hosting) -> list[str]:
    """The path of the site's root that makes a file of this site of `path`, in a list; an empty one when none does."""
    steps = path.split("/")
    for cut in range(1, min(len(steps), _DEEPEST + 1)):
        rest = file_path("/".join(steps[cut:]))
        if (rest or cut == 1) and hosting.file_at(rest):
            return ["/".join(steps[:cut]) + "/"]
    return []
