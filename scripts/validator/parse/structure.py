"""What the whole of a page is: its outline, its labels, how browsers show it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from turbohtml import Doctype, Element

from validator.parse.elements import words

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

_DEEPEST: Final = 9
_QUIRKY: Final = (
    *("+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//"),
    *("-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html", "-//w3c//dtd html 3"),
    *("-//w3c//dtd html 4.0 frameset//", "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html experimental"),
    *("-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//", "-//webtechs//dtd mozilla html", "-//netscape comm. corp."),
    *(
        "-//microsoft//dtd internet explorer",
        "-//metrius//dtd metrius presentational//",
        "-//o'reilly and associates//",
    ),
    *(
        "-//softquad",
        "-//spyglass//dtd html 2.0 extended//",
        "-//sq//dtd html 2.0 hotmetal",
        "-//sun microsystems corp.",
    ),
)
_QUIRKY_WITHOUT_SYSTEM: Final = ("-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//")
_QUIRKY_NAMES: Final = frozenset({"-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"})
_QUIRKY_SYSTEM: Final = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"


def is_quirky(doctype: Doctype) -> bool:
    """Whether browsers show a page with this doctype in quirks mode (HTML Living Standard, 13.2.6.4.1)."""
    public, system = (doctype.public_id or "").lower(), (doctype.system_id or "").lower()
    if doctype.name.lower() != "html" or public in _QUIRKY_NAMES or system == _QUIRKY_SYSTEM:
        return True
    return public.startswith(_QUIRKY) or (not system and public.startswith(_QUIRKY_WITHOUT_SYSTEM))


def outline_of(page: HtmlPage) -> Iterator[tuple[Element, int]]:
    """Every heading and its level, in order: h1 to h6 and what `role="heading"` makes one."""
    told = {one for one in page.having("role") if (one.attr("role") or "").lower() == "heading"}
    others = {one for one in page.headings if (one.attr("role") or "heading").lower() != "heading"}
    found = [one for one in page.headings if one not in others]
    if told - set(found):
        found = sorted({*found, *told}, key=lambda one: one.position or (0, 0))
    is_offset = "headingoffset" in page.text
    for element in found:
        yield element, _level_of(element, is_offset)


def _level_of(element: Element, is_offset: bool) -> int:
    told = (element.attr("aria-level") or "").strip()
    if told.isdecimal() and int(told[:3]) > 0:
        return int(told[:3])
    if len(element.tag) != 2:
        return 2
    level = int(element.tag[1])
    return level + _offset(element) if is_offset else level


def _offset(element: Element) -> int:
    found = 0
    one: object = element
    for _ in range(_DEEPEST * 50):
        if not isinstance(one, Element):
            break
        value = (one.attr("headingoffset") or "").strip()
        found += int(value[:2]) if value.isdecimal() else 0
        if one.attr("headingreset") is not None:
            break
        one = one.parent
    return min(found, _DEEPEST - int(element.tag[1]))


def labels_of(element: Element, page: HtmlPage) -> list[Element]:
    """The labels of a field: those that name it, and the one it stands in."""
    name = element.attr("id")
    found = page.labels_by_id.get(name, []) if name and page.by_id.get(name, [None])[0] == element else []
    around = page.label_around(element)
    return [*found, around] if around is not None and not around.attr("for") else found


def labelling_ids(page: HtmlPage) -> frozenset[str]:
    """The ids that `aria-labelledby` names anywhere in the page."""
    return frozenset(name for element in page.having("aria-labelledby") for name in words(element, "aria-labelledby"))
