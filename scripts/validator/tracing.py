"""An element of a built page → the line of Markdown that became it.

An element is known again by its line, which raw HTML keeps; by its tag as written; by its address; or by its words,
the one with the same number among equal ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from turbohtml import Element

from validator.finding import Place
from validator.parse.elements import HEADINGS, text_of
from validator.parse.html import HtmlPage
from validator.parse.markdown import MarkdownPage
from validator.patterns import tells


@dataclass
class Built:
    """A built page in which something was found."""

    text: str
    path: str = ""

    @cached_property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.text.split("\n")]

    def line(self, number: int) -> str:
        """The line, without the space around it; "" where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def before(self, number: int) -> int:
        """How many lines above are the same."""
        return self.lines[: number - 1].count(self.line(number))

    @cached_property
    def _page(self) -> HtmlPage:
        return HtmlPage(self.path, self.text)

    @cached_property
    def _by_line(self) -> dict[int, list[Element]]:
        """The elements by each line that their start tags stand in."""
        found: dict[int, list[Element]] = {}
        for element in self._page.elements:
            if (spans := element.source_location) is not None:
                for line in range(spans.start_tag.start_line, spans.start_tag.end_line + 1):
                    found.setdefault(line, []).append(element)
        return found

    def element(self, place: Place) -> Element | None:
        """The element whose start tag stands at a place, or whose words do."""
        at = (place.line, place.column - 1)
        started = [one for one in self._by_line.get(place.line, []) if (one.position or (0, 0)) <= at]
        return max(started, key=lambda one: one.position or (0, 0), default=None)

    def tag(self, element: Element) -> str:
        """The start tag as it is written."""
        spans = element.source_location
        return self._page.markup[spans.start_tag.start_offset : spans.start_tag.end_offset] if spans else ""

    def number(self, element: Element) -> int:
        """How many elements before this one are like it."""
        like = [one for one in self._page.all(element.tag) if _alike(one, element)]
        return like.index(element) if element in like else 0


def _alike(one: Element, other: Element) -> bool:
    return one.tag == other.tag and text_of(one) == text_of(other)


@dataclass
class Trace:
    """The places of one Markdown text by what they become."""

    page: MarkdownPage
    _lines: dict[str, list[Place]] = field(default_factory=dict)

    def of_line(self, built: Built, number: int) -> Place | None:
        """The line that is the same in the Markdown, which raw HTML is."""
        line = built.line(number)
        places = self._same.get(line, []) if tells(line) else []
        before = built.before(number) if len(places) > 1 else 0
        return places[before] if before < len(places) else None

    @cached_property
    def _same(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for number, line in enumerate(self.page.body.split("\n"), 1):
            if line.strip():
                found.setdefault(line.strip(), []).append(Place(number, line.index(line.strip()[0]) + 1))
        return found

    def of_element(self, built: Built, element: Element) -> Place | None:
        """Where the Markdown has the tag itself, the heading, or the element with the same words."""
        tag = built.tag(element)
        at = self.page.body.find(tag) if " " in tag else -1
        if at >= 0 and self.page.body.find(tag, at + 1) < 0:
            return self.page.place(at)
        places = list(self._headings(element) if element.tag in HEADINGS else self._worded(element))
        return places[min(built.number(element), len(places) - 1)] if places else None

    def _headings(self, element: Element) -> Iterator[Place]:
        level, text = int(element.tag[1]), " ".join(text_of(element).split())
        for heading in self.page.headings:
            if heading.level == level and heading.text == text and heading.place.line > 1:
                yield heading.place

    def _worded(self, element: Element) -> Iterator[Place]:
        text = text_of(element)
        for one in self.page.elements if text else ():
            if one.tag == element.tag and self.page.text_of(one) == text:
                place = self.page.place_of(one)
                yield from [place] if place.line > 1 else []
