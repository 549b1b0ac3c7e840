"""Slips in the lines at the top of a page, and in the few words that stand in all of them."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planter.kinds import UNBUILT, Kind, Plant, Planted, named, replaced


def _field(pattern: str, new: str, line: int = 0) -> Plant:
    """A plant that writes `new` over what `pattern` finds; the fault is said `line` lines below its beginning."""

    def plant(text: str, rng: Random) -> Planted | None:
        found = re.search(pattern, text, re.M)
        if found is None:
            return None
        planted = replaced(text, found.start(), found.end(), found.expand(new))
        return planted._replace(line=planted.line + line)

    return plant


_UNSOUND: Final = "unsound-front-matter"
_TABLE: Final = (
    ("field twice", _field(r"^(lang: en)$", r"\1\n\1", 1), "repeated-field", _UNSOUND),
    ("unknown field", _field(r"^audience:", "audiense:"), _UNSOUND, "date-in-the-future"),
    ("unknown audience", _field(r"^audience: .*$", "audience: everybody"), _UNSOUND, ""),
    ("a day that is none", _field(r"^published: .*$", "published: 2026-02-31"), _UNSOUND, "wrong-field-type unreadable-front-matter missing-main-heading buried-main-message"),
    ("published in the future", _field(r"^published: .*$", "published: 2031-02-01"), f"date-in-the-future {_UNSOUND}", "overdue-review"),
    ("review overdue", _field(r"^next_review: .*$", "next_review: 2026-11-24"), "overdue-review", _UNSOUND),
    ("no YAML", _field(r"^lang: en$", "lang: [en"), "unreadable-front-matter unsound-front-matter", "missing-main-heading buried-main-message"),
    ("number as title", _field(r"^title: .*$", "title: 2026"), f"wrong-field-type {_UNSOUND}", ""),
    ("a claim that is none", _field(r"^claims: \[(\w)", r"claims: [nosuch-\1"), _UNSOUND, ""),
    ("message not said first", _field(r"^main_message: .*$", "main_message: Hands are warm."), "buried-main-message", _UNSOUND),
    ("empty line on top", _field(r"\A---\n", "\n---\n", 1), f"late-front-matter {_UNSOUND}", "swallowed-line buried-main-message unused-reference missing-main-heading skipped-heading-level duplicate-heading several-main-headings"),
)  # fmt: skip
KINDS: Final = tuple(
    Kind(f"front matter: {name}", "page", plant, named(rules), named(also), named("orphan-page"), mode=UNBUILT)
    for name, plant, rules, also in _TABLE
)
