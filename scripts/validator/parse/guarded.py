"""What a page has that a Content-Security-Policy may forbid: scripts and styles inside it, and all that it fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from turbohtml import Element

from validator.finding import Place
from validator.parse.addresses import ACTION, LINK, PART, SCRIPT_TYPES
from validator.parse.found import Address
from validator.parse.html import PLAIN
from validator.parse.places import place_of
from validator.parse.policy import Policy, Sources
from validator.parse.urls import HERE, Parts, resolve

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

_HANDLERS: Final = [re.compile(rf"{sign}on[a-zA-Z]{{3,}}[ \t\n\f\r]*=") for sign in " \n\t"]
"""What an attribute such as `onclick` looks like; one pattern for each sign before it is quicker than one for all."""
_RUN: Final = SCRIPT_TYPES | {"importmap", "speculationrules"}
_BY_LABEL: Final = {
    "script": "script-src-elem",
    "img": "img-src",
    "input": "img-src",
    "image": "img-src",
    "body": "img-src",
    "audio": "media-src",
    "video": "media-src",
    "track": "media-src",
    "embed": "object-src",
    "object": "object-src",
    "iframe": "frame-src",
    "frame": "frame-src",
    "form": "form-action",
    "button": "form-action",
    "a": "connect-src",
    "area": "connect-src",
}
_BY_REL: Final = {"stylesheet": "style-src-elem", "icon": "img-src", "manifest": "manifest-src"}
_BY_AS: Final = {
    "script": "script-src-elem",
    "style": "style-src-elem",
    "image": "img-src",
    "font": "font-src",
    "track": "media-src",
    "audio": "media-src",
    "video": "media-src",
    "fetch": "connect-src",
}


class Guarded(NamedTuple):
    """One thing: `directive` decides about it; `inline` is a script or style itself, `url` what is fetched."""

    element: Element
    attribute: str
    directive: str
    kind: str
    inline: str = ""
    url: str = ""

    @property
    def what(self) -> str:
        if self.url:
            return f"<{self.element.tag}> with {self.url}"
        if self.attribute:
            return f"the attribute {self.attribute}"
        return f"this <{self.element.tag}>"

    @property
    def remedy(self) -> str:
        if self.url:
            return "name its host in the policy, or serve it from the site itself"
        return "put it into a file of its own" if self.kind == "script" else "put it into a style sheet or a script"

    def place(self) -> Place:
        return place_of(self.element, self.attribute)

    def is_after(self, policy: Policy) -> bool:
        """Whether `policy` judges it."""
        here, there = self.element.position, policy.element.position
        return here is None or there is None or here > there

    def forbidden_by(self, policy: Policy, own: Parts | None, start: str) -> str:
        """The directive that forbids it, or ""; `own` is the page's address, `start` where relative addresses start."""
        name = policy.deciding(self.directive)
        if not name or not self.is_after(policy):
            return ""
        sources, nonce = policy.directives[name], self.element.attr("nonce") or ""
        if not self.url:
            return "" if sources.let_inline(self.inline, nonce, self.kind) else name
        return "" if self._is_let_by(sources, nonce, own, start) else name

    def _is_let_by(self, sources: Sources, nonce: str, own: Parts | None, start: str) -> bool:
        is_home = start.startswith(f"{own.origin}/" if own else HERE)
        if is_home and PLAIN.fullmatch(self.url) and sources.let_own:
            return True
        parts = resolve(self.url.strip(), start)
        if parts is None:
            return True
        asked = parts if own is None and parts.origin == HERE else own
        if self.directive not in ("script-src-elem", "style-src-elem"):
            return sources.let_url(parts, asked)
        integrity = self.element.attr("integrity") or ""
        return sources.let_url(parts, asked, nonce, integrity, self.directive == "script-src-elem")


def guarded_in(page: HtmlPage) -> Iterator[Guarded]:
    """Everything in `page` that a policy may forbid."""
    for script in page.all("script"):
        is_run = (script.attr("type") or "").strip().lower() in _RUN
        if is_run and script.attr("src") is None and script.attr("href") is None:
            yield Guarded(script, "", "script-src-elem", "script", inline=script.text)
    for style in page.all("style"):
        if (style.attr("type") or "text/css").lower() == "text/css":
            yield Guarded(style, "", "style-src-elem", "style", inline=style.text)
    yield from _attributes(page)
    for address in page.addresses:
        if address.kind in (PART, ACTION):
            directive = "" if address.label.startswith("srcdoc") else _directive_of(address, page)
            if directive:
                yield Guarded(page.element(address), page.attribute(address), directive, "", url=address.url)
        elif address.kind == LINK and address.url.strip()[:11].lower() == "javascript:":
            text = address.url.strip()[11:]
            yield Guarded(page.element(address), page.attribute(address), "script-src-elem", "navigation", inline=text)


def _attributes(page: HtmlPage) -> Iterator[Guarded]:
    for element in page.having("style"):
        yield Guarded(element, "style", "style-src-attr", "style attribute", inline=element.attr("style") or "")
    for element in page.elements if any(one.search(page.text) for one in _HANDLERS) else ():
        for name in element.attrs:
            if name[:2] == "on":
                text = element.attr(name) or ""
                yield Guarded(element, name, "script-src-attr", "script attribute", inline=text)


def _directive_of(address: Address, page: HtmlPage) -> str:
    element = page.element(address)
    attribute = page.attribute(address)
    if not attribute or attribute == "style" or not address.url.strip():
        return ""
    if element.tag == "link":
        return _directive_of_link(element)
    if element.tag == "source":
        return "img-src" if attribute == "srcset" else "media-src"
    if attribute in ("poster", "background"):
        return "img-src"
    return "form-action" if attribute == "formaction" else _BY_LABEL.get(element.tag, "")


def _directive_of_link(element: Element) -> str:
    rel = (element.attr("rel") or "").lower().split()
    if "preload" in rel:
        return _BY_AS.get((element.attr("as") or "").lower(), "")
    if "modulepreload" in rel:
        return "script-src-elem"
    return next((_BY_REL[word] for word in rel if word in _BY_REL), "")
