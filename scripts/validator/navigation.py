"""The menu of a site as mkdocs.yml gives it, and the files that other settings name."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from validator.links import Links
from validator.lookup import Lookup
from validator.near import Names
from validator.parse.markdown import MarkdownPage
from validator.parse.mkdocs_config import NavEntry
from validator.sources import Sources

_PATTERN: Final = ("*", "?", "|")
TITLING_THEMES: Final = frozenset({"material", "materialx"})
NOT_FOR_READERS: Final = frozenset({"404.md", "404.html"})


class Faulty(NamedTuple):
    """An entry that leads nowhere, why, and what to do; `mend` is the page that is surely meant."""

    entry: NavEntry
    reason: str
    fix: str
    mend: str = ""


def faulty_entries(sources: Sources, lookup: Lookup) -> Iterator[Faulty]:
    """The entries of `nav` that name no published page; those that a plugin reads in its own way are left alone."""
    pages = Names(uri for uri, file in sources.files.items() if file.is_page and file.is_published)
    for entry in sources.config.nav or ():
        target = posixpath.normpath(entry.target.replace("\\", "/"))
        if _is_address(entry.target) or (sources.config.arranges_nav and _is_pattern(entry.target)):
            continue
        file = sources.files.get(target)
        if file and file.is_published:
            continue
        if file:
            yield Faulty(entry, "that page is not published", "take the entry out, or publish the page")
        elif not lookup.is_made(target) and not lookup.is_undecided(target):
            yield _missing(entry, target, lookup, pages)


def _missing(entry: NavEntry, target: str, lookup: Lookup, pages: Names) -> Faulty:
    like = lookup.sources.by_folded.get(target.casefold())
    if like:
        return Faulty(entry, "the page is written in other letters, large or small", f"write {like}", like)
    sure = lookup.moves.of(target) or pages.only_slip(target) or pages.same_but_ending(target)
    like = sure or pages.nearest(target)
    fix = f"write {like}" if like else f"add the page to {lookup.sources.config.docs_dir}, or take the entry out"
    return Faulty(entry, "there is no such page", fix, sure)


def _is_address(target: str) -> bool:
    parts = urlsplit(target) if "[" not in target else None
    return parts is None or bool(parts.scheme or parts.netloc) or target.startswith(("/", "#"))


def _is_pattern(target: str) -> bool:
    return target.endswith("/") or any(sign in target for sign in _PATTERN)


def unreached_pages(sources: Sources, links: Links) -> Iterator[str]:
    """The uris of published pages that neither the menu nor a link nor a setting leads to."""
    if sources.config.nav is None or sources.config.arranges_nav:
        return
    named = {posixpath.normpath(entry.target) for entry in sources.config.nav}
    for uri in sources.pages:
        is_wanted = sources.files[uri].is_in_nav and uri not in NOT_FOR_READERS and sources.url(uri) != ""
        if is_wanted and uri not in named and uri not in links.reached and uri not in sources.config_source.text:
            yield uri


def has_title(page: MarkdownPage, sources: Sources | None) -> bool:
    """Whether the front matter gives a page its title, or its theme writes the one that `nav` has above it."""
    if page.has_title_elsewhere or sources is None or sources.config.theme not in TITLING_THEMES:
        return page.has_title_elsewhere
    return any(entry.title for entry in sources.config.nav or () if posixpath.normpath(entry.target) == page.uri)


def missing_named_files(sources: Sources, lookup: Lookup) -> Iterator[Faulty]:
    """The files that settings name and that are not there."""
    for entry in sources.config.named_files:
        if _is_address(entry.target) or _is_there(entry, sources, lookup):
            continue
        sure = lookup.moves.of(entry.target) or lookup.images_and_files.only_slip(entry.target)
        like = sure or lookup.images_and_files.nearest(entry.target)
        fix = f"write {like}" if like else "add the file, or take the setting out"
        yield Faulty(entry, "there is no such file", fix, sure)


def _is_there(entry: NavEntry, sources: Sources, lookup: Lookup) -> bool:
    target = entry.target.partition("?")[0]
    if entry.title == "hooks":
        return Path(sources.root, target).is_file()
    published = sources.published.get(target)
    return bool(published) or lookup.is_made(target) or lookup.file(target).fault in ("", "unknown")
