"""One glossary, two uses: the page docs/<language>/glossary.md, and the meaning shown at a link to one of its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

_ENTRY: Final = re.compile(r"^## (?P<name>.+?) \{ *#(?P<id>[\w-]+) *\}\n+(?P<definition>[^\n#-].*)", re.MULTILINE)
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ANCHOR: Final = re.compile(
    r'<a href="(?P<href>[^"#]*glossary/?(?:\.html)?#(?P<id>[\w-]+))">(?P<text>.*?)</a>', re.DOTALL
)


@dataclass(frozen=True)
class Term:
    """A word of the glossary; `definition` is plain text."""

    id: str
    name: str
    definition: str


@dataclass(frozen=True)
class Use:
    """A term as one page uses it; `id` is free on that page."""

    id: str
    href: str
    text: str
    term: Term


def read_glossary(markdown: str) -> dict[str, Term]:
    """The terms of the glossary page by id: each `## Name { #id }` followed by one paragraph."""
    return {
        found["id"]: Term(found["id"], found["name"], _LINK.sub(r"\1", found["definition"]).replace("*", "").strip())
        for found in _ENTRY.finditer(markdown)
    }


def explain_terms(html: str, terms: Mapping[str, Term], draw: Callable[[Use], str]) -> str:
    """`html` with the first link to each term drawn by `draw`; later links to it stay plain links."""
    number = count(1)
    explained: set[str] = set()

    def replace(link: re.Match[str]) -> str:
        term = terms.get(link["id"])
        if term is None or term.id in explained:
            return link[0]
        explained.add(term.id)
        return draw(Use(f"term-{next(number)}", link["href"], link["text"], term))

    return _ANCHOR.sub(replace, html)
