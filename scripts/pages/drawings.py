"""Drawings are SVG files used like any image; on the page they are inlined, so that each palette recolours them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final

_IMAGE: Final = re.compile(r"(?P<open><p>\s*)?<img\b(?P<attributes>[^>]*)>(?P<close>\s*</p>)?")
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_SMALL: Final = re.compile(r"(state|cue)-")


def inline_drawings(html: str, read: Callable[[str], str | None]) -> str:
    """`html` with every SVG image replaced by its code; `read` gives the code of an address, or None to leave it."""

    def replace(image: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(image["attributes"]))
        code = read(unescape(attributes.get("src", "")))
        if code is None:
            return image[0]
        svg = name_drawing(code, unescape(attributes.get("alt", "")))
        drawing = f'<span class="{_classes(attributes)}">{svg}</span>'
        alone = image["open"] and image["close"]
        return drawing if alone else f"{image['open'] or ''}{drawing}{image['close'] or ''}"

    return _IMAGE.sub(replace, html)


def name_drawing(code: str, alternative: str = "") -> str:
    """The `<svg>` of a file with its text alternative, or hidden from assistive technology when it has none."""
    role = f'role="img" aria-label="{escape(alternative)}"' if alternative else 'aria-hidden="true" focusable="false"'
    return code[code.index("<svg") :].strip().replace("<svg", f"<svg {role}", 1)


def _classes(attributes: dict[str, str]) -> str:
    name = attributes.get("src", "").rsplit("/", 1)[-1].removesuffix(".svg")
    classes = ["drawing", f"drawing--{name}"]
    if _SMALL.match(name):
        classes.append("drawing--small")
    return " ".join(classes)
