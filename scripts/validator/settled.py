"""What is known of a link once it was looked up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from validator.finding import Place
from validator.parse.markdown import Link


class Fault(StrEnum):
    """Why a link does not arrive, or does so by luck only."""

    NOWHERE = "nowhere"
    WRONG_CASE = "wrong-case"
    OUTSIDE = "outside"
    BUILT_NAME = "built-name"
    BACKSLASH = "backslash"
    UNPUBLISHED = "unpublished"
    ABOVE = "above"
    FOLDER = "folder"
    ANCHOR = "anchor"
    EMPTY = "empty"
    DISK = "disk"
    MALFORMED = "malformed"


@dataclass(frozen=True)
class Settled:
    """`path` is the file of the site that `link` leads to, "" when it leads away, nowhere, or cannot be told.

    `works` is False when no reader gets there; `fix` is one thing to do; `shown` the page whose anchor is missing.
    """

    link: Link
    path: str = ""
    fault: Fault | None = None
    fix: str = ""
    works: bool = True
    shown: str = ""

    @property
    def url(self) -> str:
        return self.link.url

    @property
    def place(self) -> Place:
        return self.link.place
