"""Every attribute of HTML and SVG that holds an address, and what a browser does with it.

Sources: HTML Living Standard (index of attributes, obsolete features), SVG 2 (links), Open Graph, Twitter cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LINK: Final = "link"
"""A reader follows it: a page or a file must be there."""
PART: Final = "part"
"""A browser fetches it to show the page."""
MENTION: Final = "mention"
"""Only programs read it; it still names something that should be there."""
ACTION: Final = "action"
"""Something is sent there."""

_ONE: Final[dict[str, dict[str, str]]] = {
    "a": {"href": LINK},
    "area": {"href": LINK},
    "applet": {"archive": PART, "codebase": MENTION},
    "audio": {"src": PART},
    "blockquote": {"cite": MENTION},
    "body": {"background": PART},
    "button": {"formaction": ACTION},
    "del": {"cite": MENTION},
    "embed": {"src": PART},
    "form": {"action": ACTION},
    "frame": {"src": PART, "longdesc": LINK},
    "iframe": {"src": PART, "longdesc": LINK},
    "image": {"href": PART, "xlink:href": PART},
    "img": {"src": PART, "longdesc": LINK, "lowsrc": PART, "dynsrc": PART},
    "input": {"src": PART, "formaction": ACTION},
    "ins": {"cite": MENTION},
    "object": {"data": PART},
    "q": {"cite": MENTION},
    "script": {"src": PART, "href": PART, "xlink:href": PART},
    "source": {"src": PART},
    "table": {"background": PART},
    "td": {"background": PART},
    "th": {"background": PART},
    "track": {"src": PART},
    "video": {"src": PART, "poster": PART},
}
_SVG: Final = {"href": PART, "xlink:href": PART}
_SVG_LINK: Final = {"href": LINK, "xlink:href": LINK}
_SVG_TAGS: Final = frozenset(
    {"use", "feImage", "linearGradient", "radialGradient", "pattern", "filter", "textPath", "mpath", "tref", "cursor"}
    | {"animate", "animateMotion", "animateTransform", "set", "altGlyph", "glyphRef", "color-profile", "font-face-uri"}
)
SETS: Final = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
LISTS: Final = {("a", "ping"), ("area", "ping")}
_LINK_KINDS: Final = {
    "canonical": MENTION,
    "alternate": MENTION,
    "author": MENTION,
    "help": MENTION,
    "license": MENTION,
    "next": MENTION,
    "prev": MENTION,
    "search": MENTION,
    "shortlink": MENTION,
    "amphtml": MENTION,
    "me": MENTION,
}
_NOTHING_FETCHED: Final = frozenset({"dns-prefetch", "preconnect", "pingback", "edituri", "wlwmanifest", "profile"})
META_ADDRESSES: Final = frozenset(
    {"og:image", "og:image:url", "og:image:secure_url", "og:url", "og:audio", "og:video", "og:video:url"}
    | {"twitter:image", "twitter:image:src", "twitter:player", "msapplication-tileimage", "msapplication-config"}
)
JSON_LD_ADDRESSES: Final = frozenset(
    {"url", "image", "logo", "contentUrl", "thumbnailUrl", "embedUrl", "mainEntityOfPage", "item", "license"}
)


def attributes_of(tag: str, is_svg: bool) -> dict[str, str]:
    """Attribute → kind, for the attributes of `tag` that hold one address each."""
    if is_svg:
        return _SVG_LINK if tag == "a" else _SVG if tag in _SVG_TAGS else _ONE.get(tag, {}) if tag != "svg" else {}
    return _ONE.get(tag, {})


def link_kind(rel: list[str]) -> str:
    """What a browser does with `<link rel>`; "" when the address is that of a server and not of a file."""
    words = {word.lower() for word in rel}
    if words & _NOTHING_FETCHED:
        return ""
    if "stylesheet" in words:
        return PART
    return next((_LINK_KINDS[word] for word in sorted(words) if word in _LINK_KINDS), PART)


def candidates_of(srcset: str) -> Iterator[tuple[int, str]]:
    """Offset and address of each image candidate of a `srcset`, as the standard's parser splits it."""
    at = 0
    while found := _CANDIDATE.match(srcset, at):
        address = found["address"]
        if address.endswith(","):
            yield found.start("address"), address.rstrip(",")
            at = found.end("address")
        else:
            yield found.start("address"), address
            at = _DESCRIPTORS.match(srcset, found.end("address")).end()  # type: ignore[union-attr]


_CANDIDATE: Final = re.compile(r"[\s,]*(?P<address>[^\s]+)")
_DESCRIPTORS: Final = re.compile(r"(?:[^,(]|\([^)]*\)?)*,?")
