"""What a page of Markdown is made of: links, headings, definitions, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from turbohtml import Element

from validator.finding import Place

_FORMULA: Final = re.compile(r"\{[{%]")


@dataclass(frozen=True)
class Link:
    """A link or image.  `url` as written; `is_raw` for HTML, whose address a browser resolves and not MkDocs.

    `place` is that of the address, which may stand in a reference definition; `start` where the link itself begins.
    """

    url: str
    text: str
    tag: str
    attribute: str
    place: Place
    start: Place
    is_raw: bool
    element: Element = field(repr=False, compare=False)

    @property
    def is_image(self) -> bool:
        return self.tag == "img"

    @property
    def is_made_later(self) -> bool:
        """Whether the address holds `{{ … }}` for a plugin to fill in."""
        return bool(_FORMULA.search(self.url))


@dataclass(frozen=True)
class Heading:
    """A heading as a reader gets it; `id` is its anchor, "" when it has none."""

    level: int
    text: str
    id: str
    place: Place
    element: Element = field(repr=False, compare=False)


class Definition(NamedTuple):
    """A line that gives a name to an address, at the address; `is_used` when some link has it from there."""

    name: str
    place: Place
    is_used: bool
    is_comment: bool = False
    """Whether it is a way to hide a remark, such as `[//]: # (a remark)`."""
