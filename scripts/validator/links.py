"""Where the links of Markdown lead, settled once for the rules that speak of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from records.nearest import nearest

from validator.finding import Place
from validator.parse.markdown import Link, MarkdownPage
from validator.project import Project
from validator.sources import Sources


class Missing(StrEnum):
    """Why a link does not arrive."""

    NOWHERE = "nowhere"
    WRONG_CASE = "wrong-case"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class MissingLink:
    """A link that does not arrive, and what would: `suggestion` is one thing to do."""

    link: Link
    fault: Missing
    suggestion: str

    @property
    def url(self) -> str:
        return self.link.url

    @property
    def place(self) -> Place:
        return self.link.place


def missing_links(page: MarkdownPage, project: Project) -> Iterator[MissingLink]:
    """The links of `page` that lead to no page and no file."""
    sources = project.sources
    for link in page.links if sources else ():
        parts = urlsplit(link.url)
        if link.is_raw or parts.scheme or parts.netloc or not parts.path or link.url.startswith("/"):
            continue
        uri = sources.target_uri(page, link.url)  # type: ignore[union-attr]
        if uri not in sources.files:  # type: ignore[union-attr]
            yield _missing(link, uri, page, sources)  # type: ignore[arg-type]


def _missing(link: Link, uri: str, page: MarkdownPage, sources: Sources) -> MissingLink:
    if uri.startswith("../"):
        return MissingLink(link, Missing.OUTSIDE, f"copy the file into {sources.config.docs_dir}")
    if same := sources.by_folded.get(uri.casefold()):
        return MissingLink(link, Missing.WRONG_CASE, f"write {_from(page, same)}")
    like = nearest(unquote(uri), sources.files)
    return MissingLink(link, Missing.NOWHERE, f"write {_from(page, like)}" if like else "take the link out")


def _from(page: MarkdownPage, uri: str) -> str:
    return posixpath.relpath(uri, posixpath.dirname(page.uri) or ".")
