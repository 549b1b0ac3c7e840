"""Where one link of a page leads: to a page or a file of the site, away, or nowhere, and what to write instead.

MkDocs turns the links of Markdown into addresses, from the file they stand in.  A browser follows those of raw HTML,
and all that MkDocs leaves as they are, from the address at which the page is published.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from records.nearest import nearest

from validator.lookup import Lookup
from validator.parse.markdown import Link, MarkdownPage
from validator.parse.urls import decoded, split_fragment
from validator.settled import Fault, Settled
from validator.slipped import only_slip
from validator.sources import PAGE_ENDINGS

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DISK: Final = re.compile(r"(?:file:|[A-Za-z]:[\\/])", re.IGNORECASE)
_WEB: Final = re.compile(r"https?:|//", re.IGNORECASE)
_MAIL: Final = re.compile(r"[^\s/@]+@[^\s/@]+\.[A-Za-z]{2,}")
_HTML: Final = (".html", ".htm")
_OF_THE_THEME: Final = "__"
"""How the anchors begin that themes and highlighted code bring along."""
_COMMON: Final = frozenset(
    {"about", "changelog", "contact", "contents", "contributing", "faq", "glossary", "install", "installation", "intro"}
    | {"introduction", "license", "logo", "next", "overview", "readme", "setup", "start", "summary", "usage"}
)
"""Names that a site may have in every folder: one in another folder may be another thing."""
_FAULTS: Final = {"wrong-case": Fault.WRONG_CASE, "above": Fault.ABOVE, "malformed": Fault.MALFORMED}


@dataclass(frozen=True)
class Settler:
    """Settles the links of one page."""

    page: MarkdownPage
    lookup: Lookup

    def settle(self, link: Link) -> Settled:
        """Where `link` leads, and whether its anchor is there."""
        settled = self._settled(link)
        return self._with_anchor(settled) if settled.path and settled.fault in (None, Fault.FOLDER) else settled

    def _settled(self, link: Link) -> Settled:
        url = link.url
        if link.is_made_later and self.lookup.sources.is_open_ended:
            return Settled(link)
        if not url:
            return self._empty(link)
        if _DISK.match(url):
            return Settled(link, "", Fault.DISK, "put the file into the docs folder and link to it there", False)
        if _SCHEME.match(url) and not _WEB.match(url):
            return Settled(link)
        if link.is_raw or _WEB.match(url):
            return self._followed(link)
        if url.startswith("/") and not self.lookup.sources.config.absolute_links_are_docs:
            return self._followed(link)
        return self._written(link)

    def _empty(self, link: Link) -> Settled:
        if link.is_raw and link.tag in ("a", "form"):
            return Settled(link)
        return Settled(link, "", Fault.EMPTY, "write where it leads, or take it out", False)

    # as a browser

    def _followed(self, link: Link) -> Settled:
        rest, _ = split_fragment(link.url)
        if not rest:
            return Settled(link, self._own)
        found = self.lookup.at(rest, self.lookup.base(self.page.url))
        if not found.fault:
            return Settled(link, found.path)
        if fault := _FAULTS.get(found.fault):
            fix = (
                "write the address as a browser shows it" if fault is Fault.MALFORMED else self._write(link, found.path)
            )
            return Settled(link, found.path, fault, fix, False, is_sure=fault is not Fault.MALFORMED)
        if found.fault == "missing":
            return self._instead_of(link, found.path)
        return Settled(link)

    @property
    def _own(self) -> str:
        return self.lookup.sources.files[self.page.uri].destination

    def _instead_of(self, link: Link, path: str) -> Settled:
        """For an address that is missing: the page whose source was named, or that has moved, else the nearest file."""
        files = self.lookup.sources.files
        named = (self._uri(unquote(split_fragment(link.url)[0])), path.rstrip("/"), f"{path.rstrip('/')}.md")
        for uri in named:
            if uri in files and files[uri].is_published:
                return Settled(link, "", Fault.NOWHERE, self._write(link, files[uri].destination), False, is_sure=True)
        like, is_sure = self._likely(unquote(path).removesuffix("/"), link, self.lookup.moves.at(path))
        fix = self._write(link, files[like].destination) if like else _NOTHING
        return Settled(link, "", Fault.NOWHERE, fix, False, is_sure=is_sure)

    # as MkDocs

    def _written(self, link: Link) -> Settled:
        path = unquote(split_fragment(link.url)[0].partition("?")[0])
        if not path:
            return Settled(link, self._own)
        uri = self._uri(path)
        file = self.lookup.sources.files.get(uri)
        if file is None:
            return self._unknown(link, path, uri)
        if file.is_published:
            return Settled(link, file.destination)
        fix = "link to a page that is published, or publish this one"
        if uri in self.lookup.sources.twins:
            fix = f"write {self._from_here(f'{uri[:-9]}index.md', link)}, which is published instead"
        return Settled(link, "", Fault.UNPUBLISHED, fix, False)

    def _uri(self, path: str) -> str:
        return self.lookup.sources.target_uri(self.page, path)

    def _unknown(self, link: Link, path: str, uri: str) -> Settled:
        """A link that MkDocs finds among no files, and leaves as it is for browsers to follow."""
        if self.lookup.is_made(uri):
            return Settled(link, self.lookup.sources.destination(uri))
        if "\\" in path:
            return self._with_backslashes(link, path)
        followed = self._followed(link)
        like = self.lookup.sources.by_folded.get(uri.casefold())
        if like and (followed.fault or not followed.path):
            return Settled(link, "", Fault.WRONG_CASE, f"write {self._from_here(like, link)}", False, is_sure=True)
        if followed.path and not followed.fault:
            return self._found_by_luck(followed, path)
        meant = self._meant(path, uri)
        if meant and path.endswith(_HTML):
            return Settled(link, "", Fault.BUILT_NAME, f"write {self._from_here(meant, link)}", False, is_sure=True)
        return self._missing(link, followed, uri, meant)

    def _found_by_luck(self, followed: Settled, path: str) -> Settled:
        uri = self.lookup.sources.published.get(followed.path)
        if uri is None:
            return followed
        fault = Fault.BUILT_NAME if path.endswith(_HTML) else Fault.FOLDER
        return replace(followed, fault=fault, fix=f"write {self._from_here(uri, followed.link)}", is_sure=True)

    def _with_backslashes(self, link: Link, path: str) -> Settled:
        uri = self._uri(path.replace("\\", "/"))
        files = self.lookup.sources.files
        fix = f"write {self._from_here(uri, link)}" if uri in files else 'write "/" between folders'
        return Settled(link, "", Fault.BACKSLASH, fix, False, is_sure=uri in files)

    def _missing(self, link: Link, followed: Settled, uri: str, meant: str) -> Settled:
        is_file = bool(posixpath.splitext(uri)[1])
        if followed.fault is Fault.ABOVE or (not is_file and followed.fault is None):
            return followed
        if _MAIL.fullmatch(link.url):
            return Settled(link, "", Fault.NOWHERE, f"write mailto:{link.url}", False, is_sure=True)
        if uri.startswith("../") and (self.lookup.sources.docs / uri).is_file():
            fix = f"copy the file into {self.lookup.sources.config.docs_dir}, or link to it where it is published"
            return Settled(link, "", Fault.OUTSIDE, fix, False)
        moved = meant or self.lookup.moves.of(uri)
        if not moved and self.lookup.is_undecided(uri):
            return Settled(link)
        like, is_sure = self._likely(uri, link, moved)
        fix = f"write {self._from_here(like, link)}" if like else _NOTHING
        return Settled(link, "", Fault.NOWHERE, fix, False, is_sure=is_sure)

    def _meant(self, path: str, uri: str) -> str:
        """The page that a link means which names its address, or leaves out the ending."""
        files = self.lookup.sources.files
        return next(
            (one for one in self._guesses(path.rstrip("/"), uri) if one in files and files[one].is_published), ""
        )

    def _guesses(self, path: str, uri: str) -> Iterator[str]:
        published = posixpath.normpath(posixpath.join(self.page.url, path))
        for base in (uri, published):
            stem = re.sub(r"(?:^|(?<=/))index$", "", re.sub(r"\.html?$", "", base)).rstrip("/")
            for page in PAGE_ENDINGS:
                yield from (
                    f"{stem}{page}",
                    posixpath.join(stem, f"index{page}"),
                    posixpath.join(stem, f"README{page}"),
                )

    # anchors

    def _with_anchor(self, settled: Settled) -> Settled:
        fragment = decoded(split_fragment(settled.url)[1] or "")
        is_page = settled.path.endswith(_HTML)
        if not fragment or not is_page or fragment.startswith((_OF_THE_THEME, "/", "!")):
            return settled
        if self.lookup.has_anchor(settled.path, fragment) is not False:
            return settled
        anchors = self.lookup.anchors(settled.path)
        sure = only_slip(fragment, anchors)
        like = sure or nearest(fragment, anchors)
        fix = f"write #{like}" if like else "take the part after # out, or give a heading there this id"
        shown = "" if settled.path == self._own else settled.path
        return replace(
            settled,
            fault=Fault.ANCHOR,
            fix=fix,
            works=False,
            shown=self.lookup.sources.published.get(shown, ""),
            is_sure=bool(sure),
        )

    # what to write instead

    def _likely(self, uri: str, link: Link, moved: str) -> tuple[str, bool]:
        """The file that is meant by a `uri` that is missing, and whether no other can be: where it has `moved`, the
        only one of its name elsewhere, the one of which it is a slip, the same with another ending; else one like it.
        """
        names = self.lookup.images_and_files if link.is_image else self.lookup.pages_and_files
        same = self.lookup.by_basename.get(posixpath.basename(uri).casefold(), [])
        stem = posixpath.splitext(posixpath.basename(uri))[0].lower()
        namesake = same[0] if len(same) == 1 and stem != "index" else ""
        sure = moved or names.only_slip(uri) or names.same_but_ending(uri)
        if sure or (namesake and stem not in _COMMON):
            return sure or namesake, True
        return namesake or names.nearest(uri), False

    def _write(self, link: Link, path: str) -> str:
        """For a file of the site: its source in Markdown, its address in HTML."""
        uri = self.lookup.sources.published.get(path)
        is_written = uri and not link.is_raw
        return f"write {self._from_here(uri, link) if uri and is_written else self.lookup.way(path, self.page.url)}"

    def _from_here(self, uri: str, link: Link) -> str:
        """The way to a file of `docs_dir`, with the anchor of `link`; quoted where the name needs it."""
        way = posixpath.relpath(uri, posixpath.dirname(self.page.uri) or ".").replace(" ", "%20")
        fragment = split_fragment(link.url)[1]
        return f"{way}#{fragment}" if fragment else way


_NOTHING: Final = "take the link out, or add the file"
