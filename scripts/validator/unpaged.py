"""The files of a site that are no pages, and the addresses in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from validator.facts import Facts
from validator.finding import Place
from validator.parse.html import Address
from validator.parse.located_json import JsonError
from validator.parse.written import Written, written_in
from validator.parse.xml import XmlError

_READ: Final = (".css", ".webmanifest", ".json", ".xml", ".rss", ".atom", ".txt")
_ID: Final = re.compile(rb"""\b(?:xml:)?id\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Unreadable(NamedTuple):
    """A file that is not what its name says, and where that shows."""

    path: str
    reason: str
    place: Place


class Unpaged:
    """`files` are all of the site's; `data` reads one, and says None of what cannot be read."""

    def __init__(self, files: frozenset[str], data: Callable[[str], bytes | None]) -> None:
        self._files = files
        self._data = data
        self.unreadable: list[Unreadable] = []

    @cached_property
    def facts(self) -> list[Facts]:
        """What is written in each file that holds addresses, sorted by path."""
        return [facts for path in sorted(self._files) if path.lower().endswith(_READ) and (facts := self._facts(path))]

    def _facts(self, path: str) -> Facts | None:
        data = self._data(path) if path == "robots.txt" or not path.endswith(".txt") else None
        try:
            written = enumerate(written_in(path, data or b""))
            found = tuple(Address(one.url, one.kind, one.label, at) for at, one in written)
        except (XmlError, JsonError) as error:
            self.unreadable.append(Unreadable(path, str(error), error.place))
            return None
        return Facts(path, "", found) if found else None

    def place(self, path: str, number: int) -> Place:
        """Where the address with that number stands; reads the file again."""
        if self._last[0] != path:
            self._last = path, list(self._again(path))
        return self._last[1][number].place

    _last: tuple[str, list[Written]] = ("", [])

    def _again(self, path: str) -> Iterator[Written]:
        yield from written_in(path, self._data(path) or b"")

    def ids(self, path: str) -> frozenset[str] | None:
        """The ids in a picture; None when it cannot be read."""
        if path not in self._ids:
            data = self._data(path)
            found = None if data is None else (one[1] or one[2] for one in _ID.finditer(data))
            self._ids[path] = None if found is None else frozenset(name.decode("utf-8", "replace") for name in found)
        return self._ids[path]

    @cached_property
    def _ids(self) -> dict[str, frozenset[str] | None]:
        return {}
