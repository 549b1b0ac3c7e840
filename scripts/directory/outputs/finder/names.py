"""Everyone by name: a row under each word of a name, in the order of the words that follow it.

`Maria García` stands at "maria garcia" and at "garcia maria", followed by the town. So a family name leads to one
piece, and a hundred thousand people with a thousand Marias can still be cut into pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from directory.directory import Directory
from directory.model import Instructor
from directory.outputs.finder.cuts import cuts
from directory.outputs.finder.keys import key, town_key, without_apostrophes
from directory.outputs.finder.pieces import FOLDER, Files, named, piece_text

Row: TypeAlias = tuple[str, str, str, str]
PATH: Final = f"{FOLDER}/names/"
COLUMNS: Final = ("name", "town", "country", "id")
SIGNS: Final = 16
"""Bytes of a row that are no text: quotation marks, commas, brackets."""
_UMLAUT: Final = re.compile("[äåöøü]", re.IGNORECASE)
LIMIT: Final = 60_000
"""Bytes of a piece: at most 18 KB when compressed, so that it and a piece of towns are less than 30."""


def name_files(directory: Directory) -> Files:
    """The pieces, and `{"path", "cuts", "hashes"}`: the first key of each piece, and what it is called."""
    entries = sorted(entry for person in directory.people for entry in _entries(person))
    pieces = cuts([key for key, _, _ in entries], [size for _, size, _ in entries], LIMIT)
    rows = ((row for _, _, row in entries[one.low : one.high]) for one in pieces)
    names = named(piece_text(COLUMNS, dict.fromkeys(part)) for part in rows)
    index = {"path": PATH, "cuts": [one.start for one in pieces], "hashes": "".join(names)}
    return Files({f"{PATH}{name}.json": text for name, text in names.items()}, index)


def _entries(person: Instructor) -> Iterator[tuple[str, int, Row]]:
    """The keys of a person's row: its words in turn, `fernanda ibarra maria` for the second. Each with size and row."""
    row = (person.name, person.town, person.country, person.id)
    size = len(f"{person.id}{person.name}{person.town}".encode()) + SIGNS
    town = town_key(person.town)
    for words in map(str.split, spelled(person)):
        for place in range(len(words)):
            yield " ".join((*words[place:], *words[:place], town)), size, row


def spelled(person: Instructor) -> list[str]:
    """The ways to type a name, of which there is most often one.

    `O'Connor` is also oconnor. `Schönfeld` and `王小雨` are also as their ids have them: schoenfeld, wang xiaoyu.
    """
    name = person.name
    ways = [key(name)]
    joined = without_apostrophes(name)
    if joined != name:
        ways.append(key(joined))
    if not ways[0].isascii() or _UMLAUT.search(name):
        towns = town_key(person.town).split()
        ways.append(" ".join([word for word in person.id.split("-") if word not in towns and not word.isdigit()]))
    return list(dict.fromkeys(ways))
