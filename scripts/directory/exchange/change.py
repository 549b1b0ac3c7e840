"""One row of a table and one person's file: as it is, and as it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from records.values import Value

from directory.exchange.merging import Data
from directory.exchange.people import Person
from directory.exchange.rows import Row
from directory.exchange.yaml_edit import edited
from directory.exchange.yaml_writer import person_yaml
from directory.load import INSTRUCTORS

MARK: Final = b"\xef\xbb\xbf"
"""A mark that some editors write in front of UTF-8; it stays where it was."""


@dataclass(frozen=True)
class Change:
    """One row: the person's file as it is and as it would be.  ``old`` is None for a new person."""

    row: Row
    id: str
    old: Person | None
    data: Data

    @property
    def before(self) -> Mapping[str, Value]:
        """What the file says now."""
        return self.old.data if self.old else {}

    @property
    def is_unchanged(self) -> bool:
        """Whether the file stays as it is, every byte."""
        return self.old is not None and self.data == self.before

    @property
    def target(self) -> str:
        """The path of the file; only a new country moves it."""
        if self.old and self.data.get("country") == self.before.get("country"):
            return self.old.source
        return f"{INSTRUCTORS}/{str(self.data.get('country')).lower()}/{self.id}.yml"

    @cached_property
    def text(self) -> bytes:
        """The file as it would be; raises CannotEdit."""
        if self.old is None:
            return person_yaml(self.data).encode("utf-8")
        mark = MARK if self.old.raw.startswith(MARK) else b""
        return mark + edited(self.old.raw.removeprefix(mark).decode("utf-8"), self.data).encode("utf-8")
