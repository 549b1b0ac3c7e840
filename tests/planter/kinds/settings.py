"""Slips in mkdocs.yml."""

from __future__ import annotations

import posixpath
import re
from random import Random
from typing import Final

from planter.kinds import DATA, Kind, Plant, Planted, mistyped, named, one_of, replaced

_ENTRY: Final = re.compile(r"^ +- [^:\n]+: ([\w/-]+)\.md$", re.M)


def _misspelt(text: str, rng: Random) -> Planted | None:
    found = one_of((one for one in _ENTRY.finditer(text) if len(posixpath.basename(one[1])) > 3), rng)
    if found is None:
        return None
    folder, name = posixpath.split(found[1])
    return replaced(text, found.start(1), found.end(1), posixpath.join(folder, mistyped(name, rng)), f"{found[1]}.md")


def _twice(text: str, rng: Random) -> Planted | None:
    found = one_of(_ENTRY.finditer(text), rng)
    return replaced(text, found.end() + 1, found.end() + 1, f"{found[0]}\n") if found else None


def _replaced(old: str, new: str) -> Plant:
    def plant(text: str, rng: Random) -> Planted | None:
        at = text.find(old)
        return replaced(text, at, at + len(old), new) if at >= 0 else None

    return plant


_LOST: Final = named("orphan-page missing-nav-page unsound-record")
_TABLE: Final = (
    ("misspelt page in nav", _misspelt, "missing-nav-page"),
    ("page twice in nav", _twice, "repeated-nav-page"),
    ("icon that is not there", _replaced("favicon: art/favicon.svg", "favicon: art/favicn.svg"), "missing-named-file"),
    ("unknown extension", _replaced("  - def_list", "  - def_lst"), "unknown-extension"),
    ("no YAML", _replaced("plugins:", "plugins: ["), "unreadable-settings"),
)  # fmt: skip
KINDS: Final = tuple(
    Kind(f"settings: {name}", "settings", plant, named(rules), _LOST, _LOST, mode=DATA) for name, plant, rules in _TABLE
)
