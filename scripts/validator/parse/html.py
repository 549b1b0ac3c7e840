"""One HTML file as a browser reads it: elements, addresses, ids, each with its place.

`turbohtml` builds the tree of the HTML standard, so a link that a browser closes early is closed early here, and one in
a comment is none.  The contents of a `<template>` are inert and not looked at, but those of a declarative shadow root
are shown; those of a `<noscript>` are looked at, since they are what a reader without JavaScript gets.  An element that
the parser repeats to mend misnested markup is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from turbohtml import Doctype, Document, Element, Namespace, ShadowRoot, parse

from validator.finding import Place
from validator.parse.addresses import refresh_of
from validator.parse.elements import HEADINGS, SPACE, VOID
from validator.parse.found import Address, Addresses, addresses_in
from validator.parse.names import is_marked_hidden, name_of
from validator.parse.places import place_in, place_of
from validator.parse.urls import HERE, resolve

__all__ = ["DEEPEST", "Address", "HtmlPage", "above", "place_in", "place_of"]

DEEPEST: Final = 512
"""Elements that browsers let stand inside one another; what is deeper, they put side by side."""
_REPEATED: Final = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
RARE: Final = frozenset(
    {"accesskey", "commandfor", "form", "headers", "imagesrcset", "itemref", "lang", "list", "ping", "popovertarget"}
    | {"role", "srcset", "style", "tabindex", "target", "usemap"}
    | {"aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto"}
    | {"aria-hidden", "aria-label", "aria-labelledby", "aria-owns"}
)
"""Attributes that few elements have and several rules ask for."""
_ANY_RARE: Final = ",".join(f"[{attribute}]" for attribute in sorted(RARE))
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
_XHTML: Final = ".xhtml"
_TAG_NAME: Final = re.compile(r"</?([a-z][a-z0-9-]*)")
_ADDED: Final = frozenset({"html", "head", "body", "tbody", "tr", "colgroup", "img"})
"""What a parser adds of itself, or for another name (`<image>`)."""
_CLOSED_AT_ONCE: Final = re.compile(rf"<(?!(?:{'|'.join(VOID)})\b)([a-z][\w:-]*)((?:\s[^<>]*)?)/>", re.I)


@dataclass
class HtmlPage:
    """One built page; `path` is relative to the site's folder, with `/`; `depth` counts the frames it stands in.

    `has_mark` tells that the file began with the mark of UTF-8.
    """

    path: str
    text: str = field(repr=False)
    depth: int = 0
    has_mark: bool = False

    @cached_property
    def document(self) -> Document:
        return parse(self.markup, source_locations=True)

    @cached_property
    def markup(self) -> str:
        """The text; in XHTML, where `<a/>` is closed at once, with the end tags that HTML asks for."""
        return _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", self.text) if self.is_xhtml else self.text

    @cached_property
    def is_xhtml(self) -> bool:
        return self.path.lower().endswith(_XHTML)

    @cached_property
    def is_whole(self) -> bool:
        """Whether the file means to be a document, and is not a piece that a script or a server puts into others."""
        return self.doctype is not None or any(one.position for one in self.html("html", "head", "body", "title"))

    @cached_property
    def is_passing(self) -> bool:
        """Whether a browser leaves the page at once for another one, so that nobody reads it."""
        told = (one.attr("content") or "" for one in self.html("meta") if one.attr("http-equiv") is not None)
        found = (refresh_of(content) for content in told)
        return any(refresh and refresh[0] == 0 and refresh[1] for refresh in found)

    @cached_property
    def doctype(self) -> Doctype | None:
        return next((node for node in islice(self.document.children, 100) if isinstance(node, Doctype)), None)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in order, without what stands inert in a `<template>`."""
        found: list[Element] = self.document.select("*")
        return found if self._is_simple else list(_alive(_with_shadows(found) if self._has_shadows else found))

    @cached_property
    def _is_simple(self) -> bool:
        """Whether all elements stand in one tree and are alive."""
        return not self._has_shadows and not self.document.select("template")

    @cached_property
    def _has_shadows(self) -> bool:
        return "shadowrootmode" in self.text

    @cached_property
    def shadowed(self) -> frozenset[Element]:
        """The elements in shadow roots, which neither ids nor labels of the page reach."""
        return frozenset(self.elements) - frozenset(self.document.select("*")) if self._has_shadows else frozenset()

    @cached_property
    def _small(self) -> str:
        return self.markup.lower()

    @cached_property
    def written(self) -> frozenset[str]:
        """Every name of HTML that an element of the page can have, and often more: to ask for no others."""
        return _ADDED.union(_TAG_NAME.findall(self._small))

    def all(self, *tags: str) -> list[Element]:
        """The elements with one of `tags`, names of HTML, in order of the tags; SVG's `<a>` and `<title>` too."""
        return self._of(tags[0]) if len(tags) == 1 else [element for tag in tags for element in self._of(tag)]

    def _of(self, tag: str) -> list[Element]:
        if (found := self._by_tag.get(tag)) is None:
            found = self._by_tag[tag] = self._sought(tag)
        return found

    @cached_property
    def _by_tag(self) -> dict[str, list[Element]]:
        return {}

    def _sought(self, tag: str) -> list[Element]:
        if tag not in self.written and tag.islower():
            return []
        if self._has_shadows:
            return [element for element in self.elements if element.tag == tag and element not in self._again]
        found: list[Element] = self.document.select(tag)
        return self._living(found) if found else found

    @cached_property
    def _again(self) -> frozenset[Element]:
        """What the parser made once more."""
        found = (self.document.select(tag) for tag in _REPEATED & self.written)
        return frozenset(again for elements in found if len(elements) > 1 for again in _repeated(elements))

    def has(self, tag: str) -> bool:
        """Whether `tag`, a name of HTML, stands anywhere outside of shadow roots, be it in a template: quick to ask."""
        return tag in self.written and (self._has_shadows or bool(self.document.select(tag)))

    def html(self, *tags: str) -> list[Element]:
        """The elements of HTML with one of `tags`, in order of the tags."""
        if self.written.isdisjoint(tags):
            return []
        found = self.all(*tags)
        if not found or self._foreign_tags.isdisjoint(tags):
            return found
        return [one for one in found if one.namespace is Namespace.HTML]

    @cached_property
    def _foreign(self) -> list[Element]:
        """The elements of SVG and of MathML; those inside a `<foreignObject>` are HTML's."""
        found: dict[Element, None] = {}
        for element in self.all("svg", "math"):
            if element not in found:
                found |= dict.fromkeys(element.iter_elements(include_self=True))
        return [one for one in found if one.namespace is not Namespace.HTML]

    @cached_property
    def _foreign_tags(self) -> frozenset[str]:
        return frozenset(one.tag for one in self._foreign)

    @cached_property
    def svg(self) -> list[Element]:
        """Every element of SVG."""
        return [one for one in self._foreign if one.namespace is Namespace.SVG]

    def having(self, attribute: str) -> list[Element]:
        """The elements on which `attribute` is written, in order; none of those in a shadow root."""
        if attribute in RARE:
            return self._by_rare.get(attribute, [])
        if (found := self._by_attribute.get(attribute)) is None:
            asked = self.document.select(f"[{attribute}]") if attribute.lower() in self._small else []
            found = self._by_attribute[attribute] = self._living(asked)
        return found

    @cached_property
    def _by_attribute(self) -> dict[str, list[Element]]:
        return {}

    @cached_property
    def _by_rare(self) -> dict[str, list[Element]]:
        """Elements by their rare attributes, found in one search."""
        found: dict[str, list[Element]] = {}
        for element in self._living(self.document.select(_ANY_RARE)):
            for attribute in RARE.intersection(element.attrs):
                found.setdefault(attribute, []).append(element)
        return found

    @cached_property
    def headings(self) -> list[Element]:
        """h1 to h6, in order."""
        return sorted(self.html(*HEADINGS), key=lambda one: one.position or (0, 0))

    @cached_property
    def labelled(self) -> frozenset[Element]:
        """The elements with a label of their own in `aria-label` or `aria-labelledby`."""
        return frozenset([*self.having("aria-label"), *self.having("aria-labelledby")])

    @cached_property
    def links(self) -> list[tuple[Element, str]]:
        """Every `<a>` that leads somewhere, and its name."""
        links = [one for one in self.all("a") if one.attr("href") is not None or one.attr("xlink:href") is not None]
        return [(one, name_of(one, self)) for one in links]

    @cached_property
    def labels_by_id(self) -> dict[str, list[Element]]:
        """The labels that name a field in `for`, by its id."""
        found: dict[str, list[Element]] = {}
        for element in self.html("label"):
            found.setdefault(element.attr("for") or "", []).append(element)
        return found

    def label_around(self, element: Element) -> Element | None:
        """The label that an element stands in."""
        return next((one for one in above(element) if one.tag == "label"), None) if self.all("label") else None

    def is_hidden(self, element: Element) -> bool:
        """Whether attributes of an element, or of one it stands in, take it from those who hear the page.

        What styles hide cannot be told here.
        """
        known, passed = self._hidden, []
        one: Element | None = element
        while one is not None and one not in known and not _hides(one):
            passed.append(one)
            one = one.parent if isinstance(one.parent, Element) else None
        found = one is not None and known.get(one, True)
        known.update(dict.fromkeys(passed, found))
        return found

    @cached_property
    def _hidden(self) -> dict[Element, bool]:
        """What is known of elements that were asked about, so that each is looked at once."""
        return {}

    def _living(self, elements: list[Element]) -> list[Element]:
        dead = self._dead
        return [one for one in elements if one not in dead] if dead else elements

    @cached_property
    def _dead(self) -> frozenset[Element]:
        """What is inert in a template or repeated by the parser."""
        if self._is_simple:
            return self._again
        return self._again | frozenset(self.document.select("*")) - frozenset(self.elements)

    @cached_property
    def by_id(self) -> dict[str, list[Element]]:
        """Elements by id."""
        found: dict[str, list[Element]] = {}
        for element in self.having("id"):
            if name := element.attr("id"):
                found.setdefault(name, []).append(element)
        return found

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a fragment can lead to: ids, and names of `<a>`."""
        names = (element.attr("name") for element in self._living(self.document.select("a[name]")))
        return frozenset(self.by_id) | frozenset(name for name in names if name)

    @cached_property
    def base(self) -> str:
        """The address in the first `<base href>`, or ""; one that a browser cannot use is as none."""
        href = next((href for one in self.html("base") if (href := one.attr("href")) is not None), "").strip(SPACE)
        parts = resolve(href, f"{HERE}/") if href else None
        return href if parts and parts.scheme not in ("data", "javascript") else ""

    @property
    def addresses(self) -> list[Address]:
        """Every address of the page."""
        return self._found.listed

    @cached_property
    def _found(self) -> Addresses:
        return addresses_in(self)

    def place(self, address: Address) -> Place:
        """Where an address stands: its attribute, or the address itself where an attribute or a text has several."""
        element, attribute, is_inside = self._found.origins[address.number]
        return place_in(self.markup, element, attribute, address.url if is_inside else "")

    def element(self, address: Address) -> Element:
        """The element that an address belongs to."""
        return self._found.origins[address.number][0]

    def attribute(self, address: Address) -> str:
        """The name of the attribute that an address stands in; "" for one in the text of an element."""
        return self._found.origins[address.number][1]

    def frame(self, element: Element) -> HtmlPage | None:
        """The page inside the `srcdoc` of a frame; None for one in too many frames to be seen by anybody."""
        inner = element.attr("srcdoc")
        return HtmlPage("", inner, self.depth + 1) if inner and self.depth < 5 else None


def _hides(element: Element) -> bool:
    return is_marked_hidden(element) or element.attr("inert") is not None


def above(element: Element) -> Iterable[Element]:
    """The elements that an element stands in, from the inmost; no more than a browser lets stand in one another."""
    return (one for one in islice(element.ancestors, DEEPEST) if isinstance(one, Element))


def _with_shadows(elements: Iterable[Element]) -> Iterator[Element]:
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


def _alive(elements: Iterable[Element]) -> Iterator[Element]:
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


def _repeated(elements: list[Element]) -> Iterator[Element]:
    places = [element.position for element in elements]
    if len(set(places)) == len(places):
        return
    seen = set()
    for element, place in zip(elements, places, strict=True):
        if place is not None and place in seen:
            yield element
        seen.add(place)
