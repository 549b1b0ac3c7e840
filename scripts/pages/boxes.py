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
_HELP: Final = re.compile(r'<p><a href="help:(?P<kind>emergency|low-mood|contact)">(?P<title>[^<]*)</a></p>')
_LEFT_OVER: Final = re.compile(r'<a [^>]*href="help:(?P<kind>[^"]*)"')


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


def expand_help(html: str, draw: Callable[[str, str], str | None]) -> str:
    """`html` with each paragraph that is only a `help:` link drawn by `draw(kind, title)`; None leaves it."""
    return _HELP.sub(lambda link: draw(link["kind"], unescape(link["title"])) or link[0], html)


def lost_help(html: str, source: Source) -> Problem | None:
    """The problem of a `help:` link that `expand_help` left over in the HTML of `source`, if there is one."""
    left = _LEFT_OVER.search(html)
    if not left:
        return None
    text = prose(source.text)
    line, column = place(text, max(text.find(f"(help:{left['kind']})"), 0))
    message = "this help: link does not stand alone in its paragraph, so readers would get a dead link"
    fix = "put it on a line of its own, with kind emergency, low-mood or contact, and empty lines around it"
    return Problem(source.path, line, column, "lost-help-link", message, fix)
