"""A page's Markdown → links, images, headings and anchors, as the project's own Python-Markdown reads them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from turbohtml import Element, Text, parse_fragment

from validator.finding import Place
from validator.parse.elements import text_of, words
from validator.parse.front_matter import FrontMatter, front_matter_of
from validator.parse.ids import places_of_ids, repeated_in
from validator.parse.marks import (
    apart,
    definitions_in,
    first_mark,
    last_mark,
    numbers_in,
    with_marks,
    without_marks,
)
from validator.parse.parts import Definition, Heading, Link
from validator.parse.prose import Run, runs_of
from validator.parse.reader import WRITTEN, Reader, UnreadableError
from validator.parse.slips import Slip, slips_of

__all__ = ["Definition", "Heading", "Link", "MarkdownPage", "Reader", "UnreadableError"]
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
_MADE: Final = frozenset({"headerlink", "footnote-ref", "footnote-backref", "toclink", "emojione", "twemoji", "gemoji"})
"""Classes of links and images that extensions make; nobody wrote them."""
_QUOTED: Final = "blockquote"
_LATE: Final = re.compile(
    r"\s*\n(---)[ \t]*\n(?:[A-Za-z_][\w-]*:[^\n]*\n|[ \t]+[^\n]*\n|-[ \t][^\n]*\n)+---[ \t]*(?:\n|\Z)"
)
_IN_MADE: Final = "code, pre, .toc"
"""What extensions fill with links of their own, such as the numbers of lines."""
FOOTNOTES: Final = frozenset(
    {"footnotes", "markdown.extensions.footnotes", "extra", "markdown.extensions.extra", "pymdownx.extra"}
)
_ADDRESSES: Final = re.compile(r"""\b(?:href|src)="[^"]*\"""")


@dataclass
class MarkdownPage:
    """One page.  `path` is relative to the project, `uri` to `docs_dir`, `url` to the site; lines end in LF."""

    path: str
    uri: str
    url: str
    text: str
    reader: Reader = field(repr=False)

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """What the top of the page says about it, or None."""
        return front_matter_of(self.text)

    @cached_property
    def body(self) -> str:
        """The Markdown, with an empty line for each line of the front matter, so that lines count as in the file."""
        cut = self.front_matter.length if self.front_matter else 0
        return "\n" * self.text.count("\n", 0, cut) + self.text[cut:]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.body))]

    def place(self, offset: int) -> Place:
        """The place of character `offset` of `body`."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _marked(self) -> tuple[str, list[int]]:
        return with_marks(self.body)

    @cached_property
    def html(self) -> str:
        """What Python-Markdown makes of the page, with the marks in it; raises `UnreadableError`."""
        return self.reader.render(self._marked[0])

    @cached_property
    def _root(self) -> Element:
        return parse_fragment(self.html)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element that a reader gets, in order; those of a `<template>` are none."""
        return [element for element in self._root.select("*") if element.closest("template") in (None, element)]

    @cached_property
    def links(self) -> list[Link]:
        """All links and images that somebody wrote, in order."""
        return [link for element in self.elements for link in self._links(element)]

    def _links(self, element: Element) -> Iterator[Link]:
        attribute = _LINKS.get(element.tag, "")
        marked = element.attr(attribute) if attribute else None
        if marked is None or _is_made(element, marked):
            return
        place = self._place_of(marked, element)
        yield Link(
            url=without_marks(marked).strip(),
            text=self.text_of(element),
            tag=element.tag,
            attribute=attribute,
            place=place,
            start=self._start_of(element) or place,
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
                id=without_marks(element.attr("id") or ""),
                place=self._place_of(element.inner_html, element),
                element=element,
            )
            for element in self.elements
            if element.tag in _HEADINGS
        ]

    @cached_property
    def outline(self) -> list[Heading]:
        """The headings that make the page's outline: none in a quotation, and none that is hidden."""
        return [
            one for one in self.headings if one.element.closest(_QUOTED) is None and not self.is_hidden(one.element)
        ]

    @property
    def main_headings(self) -> list[Heading]:
        return [heading for heading in self.outline if heading.level == 1]

    @property
    def has_title_elsewhere(self) -> bool:
        """Whether the front matter gives a title, or a template that draws the page's head itself."""
        values = self.front_matter.values if self.front_matter else None
        return isinstance(values, dict) and bool({"title", "template", "redirect", "redirect_to"} & set(values))

    @property
    def is_empty(self) -> bool:
        """Whether nothing on the page can be read or seen."""
        return not self.runs and not self.elements

    @property
    def first_line(self) -> Place:
        """The first line with something on it."""
        found = re.search(r"\S", self.body)
        return self.place(found.start()) if found else Place()

    @property
    def late_front_matter(self) -> Place | None:
        """Where lines like front matter begin below the top of the file."""
        found = None if self.front_matter else _LATE.match(self.text)
        return self.place(found.start(1)) if found else None

    def is_hidden(self, element: Element) -> bool:
        """Whether an element, or one around it, is taken from those who hear the page."""
        return element.closest("[aria-hidden=true], [hidden]") is not None

    @cached_property
    def repeated_ids(self) -> list[tuple[str, Place]]:
        """Each id that stands on an element before already, with the place of the second one."""
        written = places_of_ids(self.body)
        found = []
        for name, count in repeated_in(self.elements):
            offsets = written.get(name)
            place = self.place(offsets[min(count, len(offsets)) - 1]) if offsets else self._searched(name)
            found.append((name, place))
        return found

    def text_of(self, element: Element) -> str:
        """What is read aloud: the text of an element, with the `alt` of its images and without what a reader skips."""
        return " ".join(without_marks(text_of(element)).split())

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id, and every name of an `<a>`, that a fragment can lead to."""
        ids = (element.attr("id") for element in self.elements)
        names = (element.attr("name") for element in self.elements if element.tag == "a")
        return frozenset(without_marks(one) for one in (*ids, *names) if one)

    @cached_property
    def runs(self) -> list[Run]:
        """The running text of each paragraph, heading, item and cell, without code and formulas."""
        return list(runs_of(self._root))

    def marked_place(self, run: Run, start: int, end: int) -> Place | None:
        """The place that the first mark in a part of a run tells."""
        number = next((number for at, number in run.marks if start <= at <= end), None)
        return None if number is None else self.place(self._marked[1][number])

    def is_escaped(self, place: Place) -> bool:
        """Whether the last square bracket that opens before `place` in its line has a backslash before it."""
        opening = self.body.rfind("[", self._starts[place.line - 1], self._starts[place.line - 1] + place.column - 1)
        return opening > 0 and self.body[opening - 1] == "\\"

    def place_in(self, run: Run, start: int, end: int) -> Place:
        """The place of a part of a run."""
        return self.marked_place(run, start, end) or self._searched(run.text[start:end])

    @cached_property
    def _slips(self) -> list[Slip]:
        return list(slips_of(self))

    def slips(self, kind: str) -> Iterator[Slip]:
        """The links that were meant and not made, of one kind of `parse.slips`."""
        return (slip for slip in self._slips if slip.kind == kind)

    @cached_property
    def definitions(self) -> dict[str, list[Definition]]:
        """The `[name]: address` lines by name in small letters; those that came out as text or code are none."""
        offsets = self._marked[1]
        shown, used = numbers_in(_ADDRESSES.sub("", self.html)), numbers_in(self.html)
        found: dict[str, list[Definition]] = {}
        for number, name in definitions_in(self.body, offsets):
            if number not in shown:
                made = Definition(
                    name, self.place(offsets[number]), number in used, self.body[offsets[number]] in "#<>"
                )
                found.setdefault(" ".join(name.lower().split()), []).append(made)
        return found

    @property
    def has_footnotes(self) -> bool:
        return bool(FOOTNOTES.intersection(self.reader.extensions))

    @property
    def footnotes(self) -> list[str]:
        """The names of the footnotes that are written somewhere on the page."""
        return re.findall(r"^[ \t]*\[\^([^\]\s]+)\]:", self.body, re.MULTILINE)

    def value_place(self, name: str) -> Place | None:
        """Where the value of a field of front matter stands; None when there is no such field."""
        found = re.search(rf"^{re.escape(name)}:[ \t]*", self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.end()) + 1 if found else 0
        return Place(line, found.end() - found.start() + 1) if found else None

    def place_of(self, element: Element) -> Place:
        """Where an element, or the first thing in it that is marked, stands; line 1 when that cannot be told."""
        return self._place_of(element.inner_html, element)

    def _place_of(self, marked: str, element: Element) -> Place:
        """The place that the first mark in `marked` tells, else the one before the element, else where its text is."""
        number = first_mark(marked)
        if number is not None:
            return self.place(self._marked[1][number])
        return self._start_of(element) or self._searched(apart(marked)[0].partition("<")[0].strip())

    def _start_of(self, element: Element) -> Place | None:
        """The place of a mark right before an element."""
        before = element.previous_sibling
        number = last_mark(before.data) if isinstance(before, Text) else None
        return None if number is None else self.place(self._marked[1][number])

    def _searched(self, text: str) -> Place:
        """The first place of a text that carries no mark; line 1 when it comes from somewhere else."""
        offset = self.body.find(text) if text else -1
        return self.place(offset) if offset >= 0 else Place()


def _is_made(element: Element, marked: str) -> bool:
    """Whether an extension made a link or an image by itself."""
    if _MADE.intersection(words(element, "class")):
        return True
    return first_mark(marked) is None and element.closest(_IN_MADE) is not None
