"""What the tokenizer of the HTML standard calls a parse error, where it changes what a reader gets.

Errors that change nothing (a missing space between attributes, `=` in an unquoted value, a bare `<`) are left alone,
and end tags that may be omitted are no errors at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from turbohtml import Element

from validator.finding import Place

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

SWALLOWING: Final = ("title", "textarea", "style", "script", "xmp", "iframe", "noembed", "noframes")
"""Elements whose contents are text up to their own end tag, whatever tags stand in it."""
MUST_CLOSE: Final = (
    *("a", "abbr", "address", "applet", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "button"),
    *("canvas", "center", "cite", "code", "data", "datalist", "del", "details", "dfn", "dialog", "dir", "div", "dl"),
    *("em", "fieldset", "figcaption", "figure", "font", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5"),
    *("h6", "header", "hgroup", "i", "ins", "kbd", "label", "legend", "main", "map", "mark", "marquee", "menu"),
    *("meter", "nav", "nobr", "noscript", "object", "ol", "output", "picture", "pre", "progress", "q", "ruby", "s"),
    *("samp", "search", "section", "select", "slot", "small", "span", "strike", "strong", "sub", "summary", "sup"),
    *("svg", "table", "time", "tt", "u", "ul", "var", "video"),
)
"""Elements of HTML whose end tag may not be left out."""


class Fault(NamedTuple):
    """A parse error; `written` is the characters it is about."""

    code: str
    place: Place
    written: str


def faults_of(page: HtmlPage, *codes: str) -> Iterator[Fault]:
    """The parse errors with one of `codes`."""
    if page.is_xhtml:
        return
    lines: list[str] = []
    for error in page.document.errors:
        if error.code in codes:
            lines = lines or page.text.split("\n")
            yield _fault(error.code, error.line, error.col, lines[error.line - 1] if error.line <= len(lines) else "")


def _fault(code: str, line: int, column: int, text: str) -> Fault:
    start = column
    if code == "duplicate-attribute":
        while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "\"'/":
            start -= 1
    elif code == "unknown-named-character-reference":
        start = max(text.rfind("&", 0, column + 1), 0)
        column += 1
    else:
        column += 1
    return Fault(code, Place(line, start + 1), text[start:column])


def unclosed(page: HtmlPage) -> Iterator[Element]:
    """The elements of HTML without the end tag that they must have.

    End tags are counted first, since hardly any page lacks one.
    """
    if page.is_xhtml:
        return
    in_turn = ("a", "button")
    for tag in MUST_CLOSE:
        if tag not in page.written:
            continue
        if len(page.document.select(tag)) != page.text.count(f"</{tag}>") or (
            tag in in_turn and _is_twice_open(page, tag)
        ):
            yield from (one for one in page.html(tag) if _is_open(one))


def _is_twice_open(page: HtmlPage, tag: str) -> bool:
    """Whether an element that cannot stand in one of its kind is begun before the last one is ended."""
    turns = re.findall(rf"<(/?){tag}[\s>]", page.text) if page.html(tag) else []
    return any(one == two == "" for one, two in pairwise(turns))


def swallowing(page: HtmlPage) -> Iterator[Element]:
    """The element whose text runs to the end of the file, since nothing ends it."""
    for tag in () if page.is_xhtml else SWALLOWING:
        if elements := page.html(tag):
            yield from (one for one in elements[-1:] if _is_open(one))


def _is_open(element: Element) -> bool:
    found = element.source_location
    return found is not None and found.end_tag is None
