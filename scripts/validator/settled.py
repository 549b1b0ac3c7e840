"""What is known of a link once it was looked up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from validator.finding import Place
from validator.parse.markdown import Link
from validator.parse.urls import split_fragment


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

    `works` is False when no reader gets there; `fix` is one thing to do, "write …" with an address where `is_sure`, for
    then nothing else can be meant; `shown` is the page whose anchor is missing.
    """

    link: Link
    path: str = ""
    fault: Fault | None = None
    fix: str = ""
    works: bool = True
    shown: str = ""
    is_sure: bool = False

    @property
    def mend(self) -> str:
        """The address that belongs in the place of `url`; "" where that is not sure."""
        if not self.is_sure:
            return ""
        address = self.fix.removeprefix("write ")
        return split_fragment(self.url)[0] + address if self.fault is Fault.ANCHOR else address

    @property
    def url(self) -> str:
        return self.link.url

    @property
    def place(self) -> Place:
        return self.link.place
