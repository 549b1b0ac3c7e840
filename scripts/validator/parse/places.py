"""Where an element, an attribute, or a part of one stands in the text of its page; asked only for a finding."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from turbohtml import Element

from validator.finding import Place

_LINE_END: Final = re.compile(r"\r\n?|\n")


def place_of(element: Element, attribute: str = "") -> Place:
    """Where an element begins, or one of its attributes; line 1 for an element that no tag stands for."""
    spans = element.source_location
    if spans is None:
        line, column = element.position or (1, 0)
        return Place(line, column + 1)
    span = spans.attrs.get(attribute.lower(), spans.start_tag)
    return Place(span.start_line, span.start_col + 1)


def place_in(text: str, element: Element, attribute: str, part: str) -> Place:
    """Where `part` stands in an attribute of an element, or in its text when `attribute` is ""; else where that begins.

    `text` is the page's.
    """
    spans = element.source_location
    if not part or spans is None:
        return place_of(element, attribute)
    span = spans.attrs.get(attribute.lower()) if attribute else spans.start_tag
    if span is None:
        return place_of(element)
    if attribute:
        start, end = span.start_offset + len(attribute), span.end_offset
    else:
        start, end = span.end_offset, spans.end_tag.start_offset if spans.end_tag else len(text)
    at = _offset(text, part, start, end)
    if at < 0:
        return place_of(element, attribute)
    return _moved(Place(span.start_line, span.start_col + 1), text[span.start_offset : at])


def place_after(element: Element, place: Place) -> Place:
    """Where `place` of the text of an element stands in the page."""
    spans = element.source_location
    if spans is None:
        return place
    line, column = spans.start_tag.end_line, spans.start_tag.end_col
    return Place(line + place.line - 1, place.column + (column if place.line == 1 else 0))


def _offset(text: str, part: str, start: int, end: int) -> int:
    written = (part, part.replace("&", "&amp;"), escape(part), part.replace("/", "\\/"))
    return next((at for one in written if (at := text.find(one, start, end)) >= 0), -1)


def _moved(place: Place, text: str) -> Place:
    """The place after `text` that begins at `place`."""
    ends = list(_LINE_END.finditer(text))
    if not ends:
        return Place(place.line, place.column + len(text))
    return Place(place.line + len(ends), len(text) - ends[-1].end() + 1)
