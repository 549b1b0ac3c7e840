"""One HTML file as a reader and other pages know it: addresses, anchors, names, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from turbohtml import Element

from validator.finding import Place
from validator.parse.addresses import refresh_of
from validator.parse.elements import SPACE
from validator.parse.found import Address, Addresses, addresses_in
from validator.parse.names import is_marked_hidden, name_of
from validator.parse.places import place_in, place_of
from validator.parse.tree import Tree
from validator.parse.urls import HERE, resolve

__all__ = ["DEEPEST", "PLAIN", "Address", "HtmlPage", "above", "place_in", "place_of"]

DEEPEST: Final = 512
"""Elements that browsers let stand inside one another; what is deeper, they put side by side."""
PLAIN: Final = re.compile(r"/?(?:[A-Za-z0-9_~.-]+/?)*+(?:#[A-Za-z0-9_~.-]*)?(?<!^)")
"""A path in the site, from a page or from the root, without a query."""


@dataclass
class HtmlPage(Tree):
    """One built page; `depth` counts the frames it stands in.

    `has_mark` tells that the file began with the mark of UTF-8.
    """

    depth: int = 0
    has_mark: bool = False

    @cached_property
    def is_whole(self) -> bool:
        """Whether the file means to be a document, and is not a piece that a script or a server puts into others."""
        return self.doctype is not None or any(one.position for one in self.html("html", "head", "body", "title"))

    @cached_property
    def is_passing(self) -> bool:
        """Whether a browser leaves the page at once for another one, so that nobody reads it."""
        found = (refresh_of(one.attr("content") or "") for one in self.metas.get("=refresh", ()))
        return any(refresh and refresh[0] == 0 and refresh[1] for refresh in found)

    @cached_property
    def metas(self) -> dict[str, list[Element]]:
        """Each `<meta>` by what it tells, in lower case: "=" and its `http-equiv`, or its `name`."""
        found: dict[str, list[Element]] = {}
        for element in self.html("meta"):
            header = element.attr("http-equiv")
            told = f"={header}" if header else element.attr("name") or ""
            found.setdefault(told.strip().lower(), []).append(element)
        return found

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

    @cached_property
    def odd_addresses(self) -> list[Address]:
        """The addresses that are more than a plain path in the site; most are no more."""
        return [one for one in self._found.listed if not PLAIN.fullmatch(one.url)]

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
