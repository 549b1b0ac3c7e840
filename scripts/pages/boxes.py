"""Parts that the build puts into pages so that no editor can forget them: safety box, contents, help numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Final

from records.problem import Problem
from records.source import Source

from pages.prose import place, prose

_FIRST_SECTION: Final = re.compile(r"^## ", re.MULTILINE)
_ROOT_LINK: Final = re.compile(r"(?<=\]\()(?=[\w./-]+\.md\b)")
MARKS: Final = {"help": ("emergency", "low-mood", "contact"), "evidence": ("picture", "claims", "left-out", "files")}
"""Links that stand for something drawn, like `[Emergency numbers](help:emergency)`: their kinds by scheme."""
_WHERE: Final = {"help": "alone in its paragraph", "evidence": "alone in its paragraph on the evidence page"}
_ALONE: Final = re.compile(r'<p><a href="(?P<scheme>help|evidence):(?P<kind>[\w-]+)">(?P<title>[^<]*)</a></p>')
_LEFT_OVER: Final = re.compile(r'<a [^>]*href="(?P<scheme>help|evidence):(?P<kind>[^"]*)"')


def insert_before_first_section(markdown: str, box: str) -> str:
    """`markdown` with `box` before its first `##` heading, so after the main message; at the end if there is none."""
    first = _FIRST_SECTION.search(markdown)
    at = first.start() if first else len(markdown)
    return f"{markdown[:at]}{box.strip()}\n\n{markdown[at:]}"


def relink(markdown: str, depth: int) -> str:
    """Links written from the root of the docs, made right for a page `depth` folders down."""
    return _ROOT_LINK.sub("../" * depth, markdown)


def insert_contents(html: str, contents: str) -> str:
    """`html` with the list of contents after its safety box, or before its first section."""
    box, heading = html.find("</aside>"), html.find("<h2")
    at = box + len("</aside>") if box != -1 else heading
    return f"{html[:at]}\n{contents}{html[at:]}" if at >= 0 else html


def expand_marks(html: str, scheme: str, draw: Callable[[str, str], str]) -> str:
    """`html` with each paragraph that is only a link of `scheme` drawn by `draw(kind, title)`."""

    def replace(link: re.Match[str]) -> str:
        known = link["scheme"] == scheme and link["kind"] in MARKS[scheme]
        return draw(link["kind"], unescape(link["title"])) if known else link[0]

    return _ALONE.sub(replace, html)


def lost_mark(html: str, source: Source) -> Problem | None:
    """The problem of a link that `expand_marks` left over in the HTML of `source`, if there is one."""
    left = _LEFT_OVER.search(html)
    if not left:
        return None
    scheme, text = left["scheme"], prose(source.text)
    line, column = place(text, max(text.find(f"({scheme}:{left['kind']})"), 0))
    message = f"this {scheme}: link does not stand {_WHERE[scheme]}, so readers would get a dead link"
    kinds = ", ".join(MARKS[scheme][:-1]) + f" or {MARKS[scheme][-1]}"
    fix = f"put it on a line of its own, with kind {kinds}, and empty lines around it"
    return Problem(source.path, line, column, f"lost-{scheme}-link", message, fix)
