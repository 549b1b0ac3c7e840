"""Which elements of the parser's tree a reader gets: none in a template, all in shadow roots, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from turbohtml import Element, Namespace, ShadowRoot

from validator.parse.elements import HEADINGS

_HOSTS: Final = frozenset(
    {
        "article",
        "aside",
        "blockquote",
        "body",
        "div",
        "footer",
        "header",
        "main",
        "nav",
        "p",
        "section",
        "span",
        *HEADINGS,
    }
)
"""Elements of HTML that can have a shadow root."""


def with_shadows(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, each followed by those of its shadow root."""
    waiting = [iter(elements)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        yield element
        if (shadow := element.shadow_root) is not None:
            waiting.append(iter(shadow.select("*")))


def alive(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements that stand in no template: what is in one follows it at once."""
    left = 0
    for element in elements:
        if left:
            left -= 1
            continue
        if element.tag == "template" and element.namespace is Namespace.HTML and not _is_shadow_in_shadow(element):
            left = sum(1 for _ in element.iter_elements())
        yield element


def _is_shadow_in_shadow(element: Element) -> bool:
    """Whether a template makes a shadow root inside another one, which the parser leaves as it is."""
    if element.attr("shadowrootmode") not in ("open", "closed"):
        return False
    parent = element.parent
    is_host = isinstance(parent, Element) and (parent.tag in _HOSTS or "-" in parent.tag)
    return is_host and any(isinstance(one, ShadowRoot) for one in element.ancestors)


def repeated(elements: list[Element]) -> Iterator[Element]:
    places = [element.position for element in elements]
    if len(set(places)) == len(places):
        return
    seen = set()
    for element, place in zip(elements, places, strict=True):
        if place is not None and place in seen:
            yield element
        seen.add(place)
