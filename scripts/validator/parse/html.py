"""One HTML file as a browser reads it: elements, addresses, ids, each with its place.

`turbohtml` builds the tree of the HTML standard, so a link that a browser closes early is closed early here, and one in
a comment is none.  The contents of a `<template>` are inert and not looked at; those of a `<noscript>` are looked at,
since they are what a reader without JavaScript gets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NamedTuple

from turbohtml import Document, Element, Namespace, parse

from validator.finding import Place
from validator.parse.addresses import (
    ACTION,
    JSON_LD_ADDRESSES,
    LINK,
    LISTS,
    MENTION,
    META_ADDRESSES,
    PART,
    SETS,
    attributes_of,
    candidates_of,
    link_kind,
)
from validator.parse.css import css_addresses
from validator.parse.elements import attribute as attr
from validator.parse.elements import words

_REFRESH: Final = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?(?P<quote>[\"']?)(?P<url>.*)", re.I | re.S)


class Address(NamedTuple):
    """One address: `label` such as "a href", `kind` one of `parse.addresses`; `number` finds its place again."""

    url: str
    kind: str
    label: str
    number: int


@dataclass
class HtmlPage:
    """One built page; `path` is relative to the site's folder, with `/`."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def document(self) -> Document:
        return parse(self.text, source_locations=True)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in order, without what stands inert in a `<template>`."""
        found: list[Element] = self.document.select("*")
        if not any(element.tag == "template" for element in found):
            return found
        return [element for element in found if not _is_inert(element)]

    @cached_property
    def by_tag(self) -> dict[str, list[Element]]:
        """Elements by tag, in order; SVG's and MathML's too."""
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.tag, []).append(element)
        return found

    def all(self, *tags: str) -> list[Element]:
        """The elements with one of `tags`, in order of the tags."""
        return [element for tag in tags for element in self.by_tag.get(tag, ())]

    @cached_property
    def by_id(self) -> dict[str, list[Element]]:
        """Elements by id.  An element that the parser repeats for misnested markup counts once."""
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            if (name := attr(element, "id")) and not _is_repeated(element, found.get(name)):
                found.setdefault(name, []).append(element)
        return found

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment can lead to: ids, and names of `<a>`."""
        names = (attr(element, "name") for element in self.all("a"))
        return frozenset(self.by_id) | frozenset(name for name in names if name)

    @cached_property
    def base(self) -> str:
        """The address in `<base href>`, or ""."""
        found = (attr(element, "href") for element in self.all("base"))
        return next((href.strip() for href in found if href is not None), "")

    @cached_property
    def addresses(self) -> list[Address]:
        """Every address of the page."""
        return [Address(found.url, found.kind, found.label, at) for at, found in enumerate(self._found)]

    def place(self, address: Address) -> Place:
        """Where an address stands."""
        found = self._found[address.number]
        return place_of(found.element, found.attribute)

    def element(self, address: Address) -> Element:
        """The element that an address belongs to."""
        return self._found[address.number].element

    @cached_property
    def _found(self) -> list[_Found]:
        return [found for element in self.elements for found in _addresses(element)]


class _Found(NamedTuple):
    url: str
    kind: str
    label: str
    element: Element
    attribute: str


def place_of(element: Element, attribute: str = "") -> Place:
    """Where an element begins, or one of its attributes; line 1 for an element that no tag stands for."""
    spans = element.source_location
    if spans is None:
        return Place()
    span = spans.attrs.get(attribute, spans.start_tag)
    return Place(span.start_line, span.start_col + 1)


def _is_inert(element: Element) -> bool:
    return any(getattr(above, "tag", "") == "template" for above in element.ancestors)


def _is_repeated(element: Element, known: list[Element] | None) -> bool:
    here = element.source_line, element.source_col
    return (
        bool(known) and here != (None, None) and any((one.source_line, one.source_col) == here for one in known or ())
    )


def _addresses(element: Element) -> Iterator[_Found]:
    attrs = element.attrs
    if not attrs:
        return
    tag, is_svg = element.tag, element.namespace is Namespace.SVG
    for attribute, kind in attributes_of(tag, is_svg).items():
        if (url := attr(element, attribute)) is not None:
            yield _Found(url, kind, f"{tag} {attribute}", element, attribute)
    if special := _SPECIAL.get(tag):
        yield from special(element)
    if (style := attr(element, "style")) and ("url(" in style or "\\" in style):
        yield from (_Found(url, PART, f"{tag} style", element, "style") for url, _ in css_addresses(style))


def _of_sets(element: Element) -> Iterator[_Found]:
    for tag, attribute in SETS:
        if element.tag == tag and (text := attr(element, attribute)):
            for _, url in candidates_of(text):
                yield _Found(url, PART, f"{tag} {attribute}", element, attribute)
    if "usemap" in element.attrs:
        yield _Found(attr(element, "usemap") or "", "map", f"{element.tag} usemap", element, "usemap")


def _of_lists(element: Element) -> Iterator[_Found]:
    for tag, attribute in LISTS:
        if element.tag == tag and (text := attr(element, attribute)):
            yield from (_Found(url, ACTION, f"{tag} {attribute}", element, attribute) for url in text.split())


def _of_link(element: Element) -> Iterator[_Found]:
    kind = link_kind(words(element, "rel"))
    if kind and (url := attr(element, "href")) is not None:
        first = min(words(element, "rel"), default="href").lower()
        yield _Found(url, kind, f"link {first}", element, "href")
    yield from _of_sets(element)


def _of_meta(element: Element) -> Iterator[_Found]:
    content = attr(element, "content")
    if content is None:
        return
    name = (attr(element, "property") or attr(element, "name") or "").lower()
    if name in META_ADDRESSES:
        yield _Found(content, MENTION, f"meta {name}", element, "content")
    if (attr(element, "http-equiv") or "").lower() == "refresh" and (url := refresh_address(content)):
        yield _Found(url, LINK, "meta refresh", element, "content")


def refresh_address(content: str) -> str:
    """The address in the `content` of `<meta http-equiv="refresh">`; "" when the page only loads itself again."""
    found = _REFRESH.match(content)
    if not found:
        return ""
    url = found["url"]
    return (url.partition(found["quote"])[0] if found["quote"] else url).strip()


def _of_script(element: Element) -> Iterator[_Found]:
    if (attr(element, "type") or "").lower().strip() != "application/ld+json":
        return
    try:
        data = json.loads(element.text)
    except (ValueError, RecursionError):
        return
    yield from (_Found(url, MENTION, "JSON-LD", element, "") for url in _of_json_ld(data))


def _of_json_ld(data: Any) -> Iterator[str]:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        for name, inner in value.items() if isinstance(value, dict) else [("", one) for one in value]:
            texts = inner if isinstance(inner, list) else [inner]
            if name in JSON_LD_ADDRESSES:
                yield from (text for text in texts if isinstance(text, str))
            waiting += [one for one in texts if isinstance(one, dict | list)]


def _of_style(element: Element) -> Iterator[_Found]:
    yield from (_Found(url, PART, "style", element, "") for url, _ in css_addresses(element.text))


def _of_frame(element: Element) -> Iterator[_Found]:
    """The addresses in `srcdoc`, a page of its own inside an attribute."""
    if inner := attr(element, "srcdoc"):
        page = HtmlPage("", inner)
        yield from (_Found(one.url, one.kind, f"srcdoc {one.label}", element, "srcdoc") for one in page.addresses)


_SPECIAL: Final = {
    "a": _of_lists,
    "area": _of_lists,
    "iframe": _of_frame,
    "img": _of_sets,
    "input": _of_sets,
    "link": _of_link,
    "meta": _of_meta,
    "object": _of_sets,
    "script": _of_script,
    "source": _of_sets,
    "style": _of_style,
}
