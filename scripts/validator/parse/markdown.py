"""A page's Markdown → links, images, headings and anchors, as the project's own Python-Markdown reads them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final
from xml.etree.ElementTree import Element as TreeElement

import markdown
from markdown.treeprocessors import Treeprocessor
from turbohtml import Element, parse_fragment

from validator.finding import Place
from validator.parse.elements import attribute as attr
from validator.parse.elements import text_of, words
from validator.parse.marks import first_mark, mark, without_marks

WRITTEN: Final = "data-validator-written"
"""Set on what MkDocs itself would resolve: links and images of Markdown, not those of raw HTML."""
_FRONT_MATTER: Final = re.compile(r"\A-{3}[ \t]*\n(.*?\n)??(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_CANDIDATES: Final = (
    re.compile(r"\]\([ \t]*\n?[ \t]*<?()"),  # [text](address) and ![alt](address)
    re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*<?()", re.MULTILINE),  # [name]: address
    re.compile(r"""\b(?:href|src|srcset|poster|data|action|cite|xlink:href)[ \t]*=[ \t]*["']?()""", re.IGNORECASE),
    re.compile(r"\b(?:https?|ftp)://()", re.IGNORECASE),  # <https://address> and bare addresses
    re.compile(r"<(?:mailto:)?()(?=[^\s<>@]+@[^\s<>]+>)", re.IGNORECASE),
    re.compile(r"^ {0,3}#{1,6}[ \t]*()(?=[^#\s])", re.MULTILINE),  # ## heading
    re.compile(r"^()(?=[\w*`\[(\"'<].*\n(?:=+|-+)[ \t]*$)", re.MULTILINE),  # heading over a line
)
_LINKS: Final = {"a": "href", "area": "href", "img": "src", "source": "src", "video": "src", "audio": "src"} | {
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "track": "src",
    "script": "src",
    "link": "href",
    "form": "action",
    "use": "href",
}
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MADE: Final = frozenset({"headerlink", "footnote-ref", "footnote-backref", "toclink"})
"""Classes of links that extensions make; nobody wrote them."""


@dataclass(frozen=True)
class Link:
    """A link or image.  `url` as written; `is_raw` for HTML, whose address a browser resolves and not MkDocs."""

    url: str
    text: str
    tag: str
    attribute: str
    place: Place
    is_raw: bool
    element: Element = field(repr=False, compare=False)

    @property
    def is_image(self) -> bool:
        return self.tag == "img"


@dataclass(frozen=True)
class Heading:
    """A heading as a reader gets it; `id` is its anchor, "" when it has none."""

    level: int
    text: str
    id: str
    place: Place
    element: Element = field(repr=False, compare=False)


class UnreadableError(Exception):
    """Python-Markdown could not read a page; the message says why."""


class _Written(Treeprocessor):
    """Leaves a note on every link and image that comes from Markdown, when MkDocs would resolve them."""

    def run(self, root: TreeElement) -> None:
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(WRITTEN, "")


@dataclass
class MarkdownPage:
    """One page.  `path` is relative to the project, `uri` to `docs_dir`, `url` to the site; lines end in LF."""

    path: str
    uri: str
    url: str
    text: str
    reader: Reader = field(repr=False)

    @cached_property
    def front_matter(self) -> str | None:
        """The YAML between the lines of dashes, or None."""
        found = _FRONT_MATTER.match(self.text)
        return (found[1] or "") if found else None

    @cached_property
    def body(self) -> str:
        """The Markdown, with an empty line for each line of the front matter, so that lines count as in the file."""
        found = _FRONT_MATTER.match(self.text)
        return "\n" * found[0].count("\n") + self.text[found.end() :] if found else self.text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.body))]

    def place(self, offset: int) -> Place:
        """The place of character `offset` of `body`."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _marked(self) -> tuple[str, list[int]]:
        """`body` with a mark at each candidate, and the offset that each mark stands for."""
        found = {match.start(1) for pattern in _CANDIDATES for match in pattern.finditer(self.body)}
        offsets = sorted(found)
        ends = [0, *offsets]
        pieces = [self.body[start:end] + mark(at) for at, (start, end) in enumerate(zip(ends, offsets, strict=False))]
        return "".join(pieces) + self.body[ends[-1] :], offsets

    @cached_property
    def html(self) -> str:
        """What Python-Markdown makes of the page, with the marks in it; raises `UnreadableError`."""
        return self.reader.render(self._marked[0])

    @cached_property
    def elements(self) -> list[Element]:
        """Every element that a reader gets, in order; those of a `<template>` are none."""
        found = parse_fragment(self.html).select("*")
        return [element for element in found if element.closest("template") in (None, element)]

    @cached_property
    def links(self) -> list[Link]:
        """All links and images that somebody wrote, in order."""
        return [link for element in self.elements for link in self._links(element)]

    def _links(self, element: Element) -> Iterator[Link]:
        attribute = _LINKS.get(element.tag, "")
        marked = attr(element, attribute) if attribute else None
        if marked is None or _MADE.intersection(words(element, "class")):
            return
        yield Link(
            url=without_marks(marked),
            text=self.text_of(element),
            tag=element.tag,
            attribute=attribute,
            place=self._place_of(marked, element),
            is_raw=WRITTEN not in element.attrs,
            element=element,
        )

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        return [
            Heading(
                level=int(element.tag[1]),
                text=self.text_of(element),
                id=without_marks(attr(element, "id") or ""),
                place=self._place_of(element.inner_html, element),
                element=element,
            )
            for element in self.elements
            if element.tag in _HEADINGS
        ]

    def text_of(self, element: Element) -> str:
        """What is read aloud: the text of an element, with the `alt` of its images and without what a reader skips."""
        return without_marks(text_of(element))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id, and every name of an `<a>`, that a fragment can lead to."""
        ids = (attr(element, "id") for element in self.elements)
        names = (attr(element, "name") for element in self.elements if element.tag == "a")
        return frozenset(without_marks(one) for one in (*ids, *names) if one)

    def _place_of(self, marked: str, element: Element) -> Place:
        """The place that the first mark in `marked` tells; without one, the first line that holds the text."""
        number = first_mark(marked)
        if number is not None:
            return self.place(self._marked[1][number])
        text = without_marks(marked).partition("<")[0].strip()
        offset = self.body.find(text) if text else -1
        return self.place(offset) if offset >= 0 else Place()


class Reader:
    """Reads Markdown with the extensions of one project.

    `missing` names the extensions that this environment does not have; pages are read without them.
    """

    def __init__(self, extensions: tuple[str, ...], settings: Mapping[str, Mapping[str, Any]]) -> None:
        self.missing: list[str] = []
        self.settings = {name: dict(given) for name, given in settings.items()}
        self.extensions = [name for name in extensions if self._is_there(name)]

    def _is_there(self, name: str) -> bool:
        try:
            markdown.Markdown(extensions=[name], extension_configs=self.settings)
        except Exception:  # whatever an extension raises, the page can be read without it
            self.missing.append(name)
            return False
        return True

    def render(self, text: str) -> str:
        """HTML; raises `UnreadableError` for what Python-Markdown cannot bear."""
        try:
            reader = markdown.Markdown(extensions=list(self.extensions), extension_configs=self.settings)
            reader.treeprocessors.register(_Written(reader), "validator_written", 0)
            return reader.convert(text)
        except RecursionError:
            raise UnreadableError("emphasis or brackets are nested too deeply") from None
        except Exception as error:
            raise UnreadableError(f"Python-Markdown stopped at it ({type(error).__name__})") from error
