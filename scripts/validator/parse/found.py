"""The addresses of one page, found tag by tag: most tags hold none and are never asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from turbohtml import Element, Namespace

from validator.parse.addresses import (
    ACTION,
    HTML_ADDRESSES,
    JSON_LD_ADDRESSES,
    LINK,
    MENTION,
    META_ADDRESSES,
    PART,
    SCRIPT_TYPES,
    SETS,
    SVG_PAINT,
    SVG_PARTS,
    candidates_of,
    link_kind,
    refresh_of,
)
from validator.parse.css import css_addresses

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

JSON_LD: Final = "application/ld+json"


class Address(NamedTuple):
    """One address: `label` such as "a href", `kind` one of `parse.addresses`; `number` finds its place again."""

    url: str
    kind: str
    label: str
    number: int


class Found(NamedTuple):
    """An address and the attribute it stands in, "" for the text of the element; one of several there, as a rule."""

    url: str
    kind: str
    label: str
    element: Element
    attribute: str
    is_inside: bool = True


_new: Final = tuple.__new__
"""Makes an `Address` in half the time; a site has a million."""


@dataclass
class Addresses:
    """Every address of a page, and by its number the element and attribute it stands in, and whether with others."""

    listed: list[Address] = field(default_factory=list)
    origins: list[tuple[Element, str, bool]] = field(default_factory=list)

    def add_plain(self, tag: str, elements: list[Element]) -> None:
        """Adds the addresses in attributes of `tag` that hold one each; most of all addresses are links, added here."""
        listed, origins = self.listed, self.origins
        for attribute, kind in HTML_ADDRESSES[tag].items():
            label = f"{tag} {attribute}"
            for element in elements:
                if (url := element.attr(attribute)) is not None:
                    listed.append(_new(Address, (url, kind, label, len(listed))))
                    origins.append((element, attribute, False))

    def add(self, found: Iterable[Found]) -> None:
        """Adds what was found in another way."""
        for one in found:
            self.listed.append(Address(one.url, one.kind, one.label, len(self.listed)))
            self.origins.append((one.element, one.attribute, one.is_inside))


def addresses_in(page: HtmlPage) -> Addresses:
    """Every address of `page`."""
    found = Addresses()
    for tag in HTML_ADDRESSES:
        if page.has(tag):
            found.add_plain(tag, page.html(tag))
    for tag, special in _SPECIAL.items():
        for element in page.html(tag):
            found.add(special(element, page))
    for attribute, look in _RARE.items():
        for element in page.having(attribute):
            found.add(look(element, attribute))
    if page.svg:
        found.add(_of_svg(page))
    return found


def _of_svg(page: HtmlPage) -> Iterator[Found]:
    for element in page.svg:
        if (tag := element.tag) in _SVG_TAGS:
            yield from _of_svg_link(element, tag)
    for attribute in SVG_PAINT if "url(" in page.text else ():
        for element in page.having(attribute):
            if element.namespace is Namespace.SVG:
                yield from _of_style_attribute(element, attribute)


def _of_svg_link(element: Element, tag: str) -> Iterator[Found]:
    if tag == "style":
        yield from _of_style_text(element, "", element.text)
        return
    attribute = "href" if element.attr("href") is not None else "xlink:href"
    if (url := element.attr(attribute)) is not None:
        yield Found(url, LINK if tag == "a" else PART, f"{tag} {attribute}", element, attribute, False)


def _of_style_text(element: Element, attribute: str, text: str) -> Iterator[Found]:
    if "(" not in text and "\\" not in text and "@" not in text:
        return
    label = f"{element.tag} {attribute}" if attribute else "style"
    for url, _ in css_addresses(text):
        yield Found(url, PART, label, element, attribute)


def _of_style_attribute(element: Element, attribute: str) -> Iterator[Found]:
    yield from _of_style_text(element, attribute, element.attr(attribute) or "")


def _of_set(element: Element, attribute: str) -> Iterator[Found]:
    if element.tag in SETS[attribute]:
        for _, url, _ in candidates_of(element.attr(attribute) or ""):
            yield Found(url, PART, f"{element.tag} {attribute}", element, attribute)


def _of_list(element: Element, attribute: str) -> Iterator[Found]:
    if element.tag in ("a", "area"):
        for url in (element.attr(attribute) or "").split():
            yield Found(url, ACTION, f"{element.tag} {attribute}", element, attribute)


def _of_input(element: Element, page: HtmlPage) -> Iterator[Found]:
    if (element.attr("type") or "").lower() == "image" and (url := element.attr("src")) is not None:
        yield Found(url, PART, "input src", element, "src", False)


def _of_link(element: Element, page: HtmlPage) -> Iterator[Found]:
    rel = (element.attr("rel") or "").split()
    is_said = element.attr("itemprop") is not None or element.attr("property") is not None
    kind = link_kind(rel) or (MENTION if is_said and not rel else "")
    if kind and (url := element.attr("href")) is not None:
        first = min(rel, default="href").lower()
        yield Found(url, kind, f"link {first}", element, "href", False)


def _of_meta(element: Element, page: HtmlPage) -> Iterator[Found]:
    content = element.attr("content")
    if content is None:
        return
    name = (element.attr("property") or element.attr("name") or "").lower()
    if name in META_ADDRESSES and content.strip().lower() != "none":
        yield Found(content, MENTION, f"meta {name}", element, "content", False)
    if (element.attr("http-equiv") or "").lower() == "refresh":
        refresh = refresh_of(content)
        if refresh and refresh[1]:
            yield Found(refresh[1], LINK, "meta refresh", element, "content")


def _of_script(element: Element, page: HtmlPage) -> Iterator[Found]:
    kind = (element.attr("type") or "").lower().strip()
    if (url := element.attr("src")) is not None:
        yield Found(url, PART if kind in SCRIPT_TYPES else MENTION, "script src", element, "src", False)
    elif kind == JSON_LD:
        for url in _of_json_ld(json_of(element)):
            yield Found(url, MENTION, "JSON-LD", element, "")


def json_of(element: Element) -> Any:
    """The data in a script; None when it is no JSON."""
    try:
        return json.loads(element.text)
    except (ValueError, RecursionError):
        return None


def _of_json_ld(data: Any) -> Iterator[str]:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        if not isinstance(value, dict):
            continue
        for name, inner in value.items():
            if name in JSON_LD_ADDRESSES:
                texts = inner if isinstance(inner, list) else [inner]
                yield from (text for text in texts if isinstance(text, str) and not _NO_ADDRESS.search(text))
        waiting.extend(reversed(value.values()))


_NO_ADDRESS: Final = re.compile(r"[\s{}]")


def _of_style(element: Element, page: HtmlPage) -> Iterator[Found]:
    yield from _of_style_text(element, "", element.text)


def _of_frame(element: Element, page: HtmlPage) -> Iterator[Found]:
    """The addresses in `srcdoc`, a page of its own inside an attribute; one of its own anchors is not looked for."""
    inner = page.frame(element)
    if inner is None or inner.base:
        return
    for one in inner.addresses:
        if not one.url.strip().startswith("#") and one.kind != "map":
            label = f"srcdoc {one.label.removeprefix('srcdoc ')}"
            yield Found(one.url, one.kind, label, element, "srcdoc")


_SVG_TAGS: Final = SVG_PARTS | {"a", "style"}
_SPECIAL: Final[dict[str, Callable[[Element, Any], Iterator[Found]]]] = {
    "iframe": _of_frame,
    "input": _of_input,
    "link": _of_link,
    "meta": _of_meta,
    "script": _of_script,
    "style": _of_style,
}
_RARE: Final = {"style": _of_style_attribute, "srcset": _of_set, "imagesrcset": _of_set, "ping": _of_list}
