"""Addresses in style sheets, as the CSS syntax standard reads them: `url(…)`, `@import`, `src(…)`, `image-set(…)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import tinycss2

from validator.finding import Place

_WITH_STRINGS: Final = frozenset({"image-set", "-webkit-image-set", "src", "url"})


def css_addresses(text: str) -> Iterator[tuple[str, Place]]:
    """Each address of a style sheet, or of a `style` attribute, and its place in `text`; comments hold none, and those
    that only name a namespace are none."""
    if not any(sign in text for sign in "(@\\"):
        return
    yield from _in(tinycss2.parse_component_value_list(text, skip_comments=True))


def _in(nodes: Iterable[Any]) -> Iterator[tuple[str, Place]]:
    waiting, importing, naming = list(reversed(list(nodes))), False, False
    while waiting:
        node = waiting.pop()
        if (node.type == "url" and not naming) or (node.type == "string" and importing):
            yield node.value, _place(node)
        naming = (node.type == "at-keyword" and node.lower_value == "namespace") or (naming and node != ";")
        importing = (node.type == "at-keyword" and node.lower_value == "import") or (
            importing and node.type == "whitespace"
        )
        if node.type == "function" and node.lower_name in _WITH_STRINGS:
            yield from ((one.value, _place(one)) for one in _strings(node) if one.type == "string")
        inner = getattr(node, "content", None) or getattr(node, "arguments", None)
        waiting.extend(reversed(inner if isinstance(inner, list) else []))


def _strings(node: Any) -> list[Any]:
    """The arguments of a function that may be addresses; of `url()` and `src()` the first alone."""
    found = [one for one in node.arguments if one.type != "whitespace"]
    return found if node.lower_name.endswith("image-set") else found[:1]


def _place(node: Any) -> Place:
    return Place(node.source_line, node.source_column)
