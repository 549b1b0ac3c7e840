"""Every attribute of HTML and SVG that holds an address, and what a browser does with it.

Sources: HTML Living Standard (index of attributes, link types, obsolete features), SVG 2 (linking), Open Graph, Twitter
cards.  Attributes that no browser reads any more (`archive` of an applet, `lowsrc`) name something all the same.
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
MAP: Final = "map"
"""It names a `<map>` of the same page."""

HTML_ADDRESSES: Final[dict[str, dict[str, str]]] = {
    "a": {"href": LINK},
    "area": {"href": LINK},
    "audio": {"src": PART},
    "blockquote": {"cite": MENTION},
    "body": {"background": PART},
    "button": {"formaction": ACTION},
    "del": {"cite": MENTION},
    "embed": {"src": PART},
    "form": {"action": ACTION},
    "frame": {"src": PART, "longdesc": LINK},
    "html": {"manifest": MENTION},
    "iframe": {"src": PART, "longdesc": LINK},
    "img": {"src": PART, "longdesc": LINK, "lowsrc": MENTION, "dynsrc": MENTION, "usemap": MAP},
    "input": {"formaction": ACTION, "usemap": MAP},
    "ins": {"cite": MENTION},
    "object": {"data": PART, "usemap": MAP},
    "q": {"cite": MENTION},
    "source": {"src": PART},
    "table": {"background": PART},
    "tbody": {"background": PART},
    "td": {"background": PART},
    "tfoot": {"background": PART},
    "th": {"background": PART},
    "thead": {"background": PART},
    "tr": {"background": PART},
    "track": {"src": PART},
    "video": {"src": PART, "poster": PART},
}
SVG_PARTS: Final = frozenset(
    {"image", "use", "feImage", "script", "linearGradient", "radialGradient", "pattern", "filter", "textPath", "mpath"}
    | {"animate", "animateMotion", "animateTransform", "set", "discard", "tref", "cursor", "altGlyph", "font-face-uri"}
)
"""Elements of SVG whose `href`, or else `xlink:href`, names something that is drawn or run."""
SVG_PAINT: Final = (
    *("fill", "stroke", "filter", "clip-path", "mask", "cursor", "marker-start", "marker-mid", "marker-end"),
)
"""Attributes of SVG that hold a style with `url(…)` in it."""
SETS: Final = {"srcset": ("img", "source"), "imagesrcset": ("link",)}

_FETCHED: Final = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest"}
    | {"preload", "modulepreload", "prefetch", "prerender", "apple-touch-startup-image", "compression-dictionary"}
)
_NO_FILE: Final = frozenset(
    {"dns-prefetch", "preconnect", "pingback", "edituri", "wlwmanifest", "profile", "hub", "webmention", "micropub"}
    | {"openid.server", "openid2.provider", "authorization_endpoint", "token_endpoint", "indieauth-metadata"}
)
"""Link types whose address is that of a server, or only a name."""
META_ADDRESSES: Final = frozenset(
    {"og:image", "og:image:url", "og:image:secure_url", "og:url", "og:audio", "og:audio:url", "og:video"}
    | {"og:video:url", "og:video:secure_url", "og:audio:secure_url", "twitter:image", "twitter:image:src"}
    | {"twitter:player", "twitter:player:stream", "msapplication-tileimage", "msapplication-config"}
)
JSON_LD_ADDRESSES: Final = frozenset(
    {"url", "image", "logo", "contentUrl", "thumbnailUrl", "embedUrl", "mainEntityOfPage", "item"}
)
SCRIPT_TYPES: Final = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript"}
    | {"application/x-javascript", "application/x-ecmascript", "text/x-javascript", "text/x-ecmascript", "text/jscript"}
    | {"text/livescript", *(f"text/javascript1.{number}" for number in range(6))}
)
"""The types of a script that a browser runs; all others hold data."""


def link_kind(rel: list[str]) -> str:
    """What a browser does with `<link rel>`; "" when nothing is linked, or the address is that of a server."""
    words = {word.lower() for word in rel}
    if not words or words & _NO_FILE or any(word.startswith("schema.") or ":" in word for word in words):
        return ""
    return PART if words & _FETCHED else MENTION


def candidates_of(srcset: str) -> Iterator[tuple[int, str, str]]:
    """Offset, address and descriptors of each image candidate of a `srcset`, as the standard's parser splits it."""
    at = 0
    while found := _CANDIDATE.match(srcset, at):
        address = found["address"]
        at = found.end("address")
        bare = address.rstrip(",")
        descriptors = ""
        if bare == address:
            rest = _DESCRIPTORS.match(srcset, at)
            descriptors, at = (rest["words"], rest.end()) if rest else ("", len(srcset))
        yield found.start("address"), bare, descriptors.strip(_SPACE)


_SPACE: Final = " \t\n\f\r"
_CANDIDATE: Final = re.compile(r"[ \t\n\f\r,]*(?P<address>[^ \t\n\f\r,][^ \t\n\f\r]*)")
_DESCRIPTORS: Final = re.compile(r"(?P<words>(?:[^,(]|\([^)]*\)?)*+),?")


def refresh_of(content: str) -> tuple[int, str] | None:
    """Seconds and address of `<meta http-equiv="refresh">`; the address is "" when the page loads itself again.

    None when a browser does nothing.  (HTML Living Standard, "shared declarative refresh steps".)
    """
    found = _REFRESH.match(content)
    if not found:
        return None
    rest = content[found.end() :]
    named = _REFRESH_NAME.match(rest)
    rest = rest[named.end() :] if named else rest
    if rest[:1] in ("'", '"'):
        rest = rest[1:].partition(rest[0])[0]
    return int(found["seconds"][:9] or 0), rest.strip(_SPACE)


_REFRESH: Final = re.compile(
    r"[ \t\n\f\r]*(?P<seconds>[0-9]*)(?:(?<=[0-9])|(?=\.))[0-9.]*(?:\Z|(?=[ \t\n\f\r;,])[ \t\n\f\r]*[;,]?[ \t\n\f\r]*)"
)
_REFRESH_NAME: Final = re.compile(r"url[ \t\n\f\r]*=[ \t\n\f\r]*", re.I)
