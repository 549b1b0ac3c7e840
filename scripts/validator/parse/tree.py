"""One HTML file as a browser reads it: its elements, looked up by tag, attribute and id.

`turbohtml` builds the tree of the HTML standard, so a link that a browser closes early is closed early here, and one in
a comment is none.  The contents of a `<template>` are inert and not looked at, but those of a declarative shadow root
are shown; those of a `<noscript>` are looked at, since they are what a reader without JavaScript gets.  An element that
the parser repeats to mend misnested markup is looked at once.

Tags are looked up in the parser's own index, and rare attributes in one search for all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from turbohtml import Doctype, Document, Element, Namespace, parse

from validator.parse.alive import alive, repeated, with_shadows
from validator.parse.elements import HEADINGS, VOID

_REPEATED: Final = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
RARE: Final = frozenset(
    {"accesskey", "itemref", "lang", "role", "style", "tabindex", "aria-activedescendant", "aria-controls"}
    | {"aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-hidden", "aria-label"}
    | {"aria-labelledby", "aria-owns"}
)
"""Attributes of any element that few have and several rules ask for."""
_ANY_RARE: Final = ",".join(f"[{attribute}]" for attribute in sorted(RARE))
_FIELDS: Final = ("button", "fieldset", "input", "object", "output", "select", "textarea")
_OWN: Final = {
    "commandfor": ("button",),
    "form": _FIELDS,
    "headers": ("td", "th"),
    "imagesrcset": ("link",),
    "list": ("input",),
    "ping": ("a", "area"),
    "popovertarget": ("button", "input"),
    "srcset": ("img", "source"),
    "target": ("a", "area", "form"),
    "usemap": ("img", "object"),
}
"""Attributes that mean something on some elements only."""
_XHTML: Final = ".xhtml"
_TAG_NAME: Final = re.compile(r"</?([a-z][a-z0-9-]*)")
_ADDED: Final = frozenset({"html", "head", "body", "tbody", "tr", "colgroup", "img"})
"""What a parser adds of itself, or for another name (`<image>`)."""
_CLOSED_AT_ONCE: Final = re.compile(rf"<(?!(?:{'|'.join(VOID)})\b)([a-z][\w:-]*)((?:\s[^<>]*)?)/>", re.I)


@dataclass
class Tree:
    """The elements of one page; `path` is relative to the site's folder, with `/`."""

    path: str
    text: str = field(repr=False)

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
    def doctype(self) -> Doctype | None:
        return next((node for node in islice(self.document.children, 100) if isinstance(node, Doctype)), None)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in order, without what stands inert in a `<template>`."""
        found: list[Element] = self.document.select("*")
        return found if self._is_simple else list(alive(with_shadows(found) if self._has_shadows else found))

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
        known = self._by_tag
        for tag in tags:
            if tag not in known:
                known[tag] = self._sought(tag)
        return known[tags[0]] if len(tags) == 1 else [element for tag in tags for element in known[tag]]

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
        return frozenset(again for elements in found if len(elements) > 1 for again in repeated(elements))

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
        """The elements on which `attribute` is written and means something; none of those in a shadow root."""
        if attribute in RARE:
            return self._by_rare.get(attribute, [])
        if (known := self._by_attribute.get(attribute)) is None:
            known = self._by_attribute[attribute] = self._living(self._wearing(attribute))
        return known

    def _wearing(self, attribute: str) -> list[Element]:
        if attribute.lower() not in self._small:
            return []
        asked = (f"{tag}[{attribute}]" for tag in _OWN.get(attribute, ("",)))
        return [one for selector in asked for one in self.document.select(selector)]

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
