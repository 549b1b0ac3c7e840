"""Slips in the YAML of people, organisations, the chapter and the evidence."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planter.kinds import DATA, UNBUILT, Kind, Plant, Planted, named, one_of, replaced


def _value(pattern: str, new: str) -> Plant:
    """A plant that writes `new` over one of the places that `pattern` finds."""

    def plant(text: str, rng: Random) -> Planted | None:
        found = one_of(re.finditer(pattern, text, re.M), rng)
        return replaced(text, found.start(), found.end(), found.expand(new)) if found else None

    return plant


_TABLE: Final = (
    ("unknown field", "person", _value(r"^languages:", "langauges:")),
    ("impossible day", "person", _value(r"^certified_on: .*$", "certified_on: 2021-13-14")),
    ("end before beginning", "person", _value(r"^valid_until: .*$", "valid_until: 2019-01-01")),
    ("no such country", "person", _value(r"^country: .*$", "country: XX")),
    ("no such language", "person", _value(r"^languages: \[[\w-]+", "languages: [english")),
    ("no such organisation", "person", _value(r"^certified_by: .*$", "certified_by: nobody-we-know")),
    ("no such form of class", "person", _value(r"^formats: \[[\w-]+", "formats: [circus")),
    ("mail without a sign", "person", _value(r"^(  email: \S+)@", r"\1.at.")),
    ("text for yes or no", "person", _value(r"^sample: .*$", "sample: perhaps")),
    ("tab before a field", "person", _value(r"^(country: .*)$", "\t\\1")),
    ("address without scheme", "organisation", _value(r"^    url: https?://", "    url: ")),
    ("organisation without name", "organisation", _value(r"^    name: (.*)$", r"    nam: \1")),
    ("unknown grade", "claims", _value(r"grade: (very low|low|moderate)\b", "grade: splendid")),
    ("unknown topic", "claims", _value(r"^  topic: .*$", "  topic: cooking")),
    ("text for a year", "references", _value(r"^  year: .*$", "  year: last year")),
    ("unknown field of a reference", "references", _value(r"^  title:", "  titel:")),
    ("unknown country of help", "chapter", _value(r"^  - country: \w\w$", "  - country: QQ")),
    ("colour that is none", "chapter", _value(r'link: "#\w+"', 'link: "green-ish"')),
)  # fmt: skip
_UNSAFE: Final = (("unsafe website", "person", _value(r"^  website: https://", "  website: http://")),)
KINDS: Final = (
    *(
        Kind(f"{where}: {name}", where, plant, named("unsound-record"), far=named("unsound-record unsound-front-matter"), mode=UNBUILT if where == "person" else DATA)
        for name, where, plant in _TABLE
    ),
    *(Kind(f"{where}: {name}", where, plant, named("insecure-address unsound-record")) for name, where, plant in _UNSAFE),
)  # fmt: skip
