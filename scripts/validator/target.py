"""Where an address of a built site leads, and which address that is."""

from __future__ import annotations

from typing import Final, NamedTuple

from validator.facts import Facts
from validator.parse.html import Address
from validator.parse.urls import Parts


class Target(NamedTuple):
    """Where an address leads: to the file `path` of the site, or away to `parts`, with a `fault` or without.

    `fault` is "" or one of "malformed", "missing", "wrong-case", "no-index", "outside", "no-anchor"; `looked_for` is
    the path that was looked for, decoded, relative to the site's root, and whole (with a slash) where it lies outside;
    `fragment` is the place that was not found.
    A file of the site that a host makes by itself has neither path nor parts.
    """

    path: str = ""
    fault: str = ""
    looked_for: str = ""
    parts: Parts | None = None
    fragment: str = ""

    @property
    def goal(self) -> object:
        """The same for two addresses that lead to the same file or away to the same address."""
        return self.path or self.parts or self.looked_for


MALFORMED: Final = Target(fault="malformed")


class Use(NamedTuple):
    """One address in one file and where it leads."""

    page: Facts
    address: Address
    target: Target
