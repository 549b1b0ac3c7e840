"""What the parsers of Markdown and of HTML ask of an element."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import CData, Element, Text

_NO_TEXT = frozenset({"script", "style", "template"})


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute, lists of words such as `class` as one text; None where it is not written."""
    value = element.attrs.get(name)
    return " ".join(value) if isinstance(value, list) else value


def words(element: Element, name: str) -> list[str]:
    """The words of an attribute such as `class` or `rel`."""
    return (attribute(element, name) or "").split()


def text_of(element: Element) -> str:
    """The text that a reader gets from an element, with the `alt` of its images."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    for node in element.descendants:
        if isinstance(node, Element):
            yield (attribute(node, "alt") or "") if node.tag in ("img", "area", "input") else ""
        elif isinstance(node, Text | CData) and getattr(node.parent, "tag", "") not in _NO_TEXT:
            yield node.data
