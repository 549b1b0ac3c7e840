"""A page does not say in its first 1024 bytes that it is UTF-8.

Browsers may show letters beyond plain English as others, "Ã©" for "é".

Bad:
    <!doctype html><html lang="fr"><title>Bébé</title>

Good:
    <!doctype html><html lang="fr"><meta charset="utf-8"><title>Bébé</title>
"""

import re
from collections.abc import Iterator
from typing import Final

from records.problem import quoted
from turbohtml import Element

from validator.finding import Finding, Place
from validator.parse.html import HtmlPage, place_of
from validator.project import Project

CODE = "H403"
LEVEL = "error"
_READ_FIRST: Final = 1024
_NAMED: Final = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.I)


def check(page: HtmlPage, project: Project) -> Iterator[Finding]:
    is_plain = page.text.isascii()
    if not page.is_whole or page.is_xhtml or page.has_mark or (page.is_passing and is_plain):
        return
    level = "warning" if is_plain else ""
    told = next(((element, name) for element in page.html("meta") if (name := _charset(element))), None)
    if told is None:
        message = "the page does not say that it is UTF-8, so browsers guess what its letters are"
        yield Finding(Place(), message, 'put <meta charset="utf-8"> at the beginning of <head>', level=level)
        return
    element, name = told
    if name.lower() not in ("utf-8", "utf8", "unicode-1-1-utf-8"):
        message = f"the page says that it is {quoted(name)}, and the HTML standard allows UTF-8 only"
        yield Finding(place_of(element), message, "save the file as UTF-8, and say so", name, level="warning")
    elif _bytes_before(page, element) > _READ_FIRST:
        message = f"browsers look for the charset in the first {_READ_FIRST} bytes, and here it comes later"
        yield Finding(place_of(element), message, "put it at the beginning of <head>", name, level=level)


def _charset(element: Element) -> str:
    if (told := element.attr("charset")) is not None:
        return told.strip()
    is_type = (element.attr("http-equiv") or "").lower() == "content-type"
    found = _NAMED.search(element.attr("content") or "") if is_type else None
    return found[1] if found else ""


def _bytes_before(page: HtmlPage, element: Element) -> int:
    spans = element.source_location
    return len(page.markup[: spans.start_tag.end_offset].encode("utf-8", "replace")) if spans else 0
