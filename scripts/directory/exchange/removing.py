"""A person leaves the list: their file goes, and they are told honestly what stays elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from records import quoted
from records.nearest import nearest

from directory.exchange.applying import remove_if_empty
from directory.exchange.people import Person, everyone

_READ: Final = frozenset({".yml", ".yaml", ".md", ".txt", ".json", ".csv", ".tsv"})
_MOST_BYTES: Final = 8 * 1024 * 1024


def find(id_: str, root: Path) -> list[Person]:
    """The files with this id, found among those that are there: an id from outside never makes a path."""
    return [person for person in everyone(root) if person.id == id_]


def not_found(id_: str, root: Path) -> str:
    """What to say when nobody has the id."""
    meant = nearest(id_, (person.id for person in everyone(root)))
    return f"nobody has the id {quoted(id_)}" + (f"; did you mean {meant}?" if meant else "")


def remove(people: Sequence[Person]) -> None:
    """Deletes the files; raises OSError."""
    for person in people:
        person.path.unlink()
        remove_if_empty(person.path.parent)


def mentions(id_: str, root: Path) -> Iterator[str]:
    """``path:line`` of other places below docs/ where the id still stands."""
    for path in sorted((root / "docs").rglob("*")):
        if path.suffix in _READ and path.is_file() and not path.is_symlink() and path.stat().st_size < _MOST_BYTES:
            text = path.read_text(encoding="utf-8", errors="replace")
            lines = enumerate(text.splitlines() if id_ in text else (), 1)
            shown = path.relative_to(root).as_posix()
            yield from (f"{shown}:{number}" for number, line in lines if _stands_in(id_, line))


def _stands_in(id_: str, line: str) -> bool:
    """As a word of its own: ``maria-garcia-london`` does not stand in ``maria-garcia-london-2``."""
    parts = f" {line} ".split(id_)
    pairs = pairwise(parts)
    return any(not _is_of_id(before[-1:]) and not _is_of_id(after[:1]) for before, after in pairs)


def _is_of_id(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "-")


def what_else(sources: Sequence[str]) -> Iterator[str]:
    """What is left to do, and what nobody can undo."""
    paths = " ".join(f"--path {source}" for source in sources)
    yield "Now build the site again (make site) and publish it: only then does the page go."
    yield "Also delete exported tables and printed lists that hold this person."
    yield "The history of the repository keeps the old versions of the file. To take them out of it as well:"
    yield f"    git filter-repo {paths} --invert-paths"
    yield "That writes the history anew: everyone must clone again, and the server must be told to drop its caches."
    yield "Copies that others have made (forks, clones, web archives, search engines) are beyond its reach."
