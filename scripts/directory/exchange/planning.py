"""Rows into files, one by one: what each would change, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from records import judge, quoted
from records.nearest import nearest
from records.values import Path

from directory.exchange.change import Change
from directory.exchange.judging import judged, no_organisation
from directory.exchange.merging import Data, merged, put, value_at
from directory.exchange.people import Person
from directory.exchange.rows import Row, bad_id
from directory.exchange.spots import AnyProblem
from directory.model import Entry


class Planner:
    """Puts rows into files one by one and gathers what is wrong."""

    def __init__(self, files: Mapping[str, Sequence[Person]], organisations: set[str], today: date) -> None:
        self.files = files
        self.organisations = organisations
        self.today = today
        self.problems: list[AnyProblem] = []
        self.bad_rows: set[int] = set()

    def change(self, row: Row, id_: str) -> Change:
        """What one row makes of one file; its faults are in ``problems`` then."""
        same = self.files.get(id_, ())
        old = same[0] if same else None
        if reason := _unusable(same) or self._unknown(row):
            self.problems.append(row.problem(("id",), *reason))
            self.bad_rows.add(row.number)
            return Change(row, id_, old, dict(old.data) if old else {})
        before = old.data if old else {}
        data, moved = merged(before, row.cells)
        if old and data == before:
            return Change(row, id_, old, data)
        entry, problems = judged(data, row, old, moved, self.today)
        if reason := no_organisation(row.text("certified_by"), self.organisations):
            problems.append(row.problem(("certified_by",), *reason))
        if old and entry and all(new == was for new, was in moved.items()):
            _settle(data, entry, old, row)
        self.problems += problems
        self.bad_rows |= {row.number} if entry is None and problems else set()
        return Change(row, id_, old, data)

    def _unknown(self, row: Row) -> tuple[str, str, str] | None:
        """A row with an id that nobody has, and nothing that would make a new person, is a typing error."""
        if not row.id or row.id in self.files or row.text("name") or bad_id(row.id):
            return None
        meant = nearest(row.id, self.files)
        message = f"nobody has the id {quoted(row.id)}, and this row has no name for a new person"
        return "unknown-id", message, f"write {meant}" if meant else "write the id of someone who is listed"


def _unusable(same: Sequence[Person]) -> tuple[str, str, str] | None:
    """Why the file of this id cannot be changed."""
    if len(same) > 1:
        message = f"two files have this id: {' and '.join(one.source for one in same)}"
        return "same-id", message, "give the newer file another name first"
    if same and (same[0].record is None or same[0].problems):
        first = same[0].problems[0]
        message = f"{first.path}:{first.line}:{first.column} cannot be read: {first.message}"
        return "broken-file", message, first.fix
    return None


def _settle(data: Data, entry: Entry, old: Person, row: Row) -> None:
    """Keeps the file's own spelling where the table means the same: 12.5 for 12.50, after a spreadsheet."""
    judged_before = judge(old.record, Entry)[0] if old.record else None
    values = [one.model_dump(by_alias=True) for one in (judged_before, entry) if one]
    for path in row.cells if len(values) == 2 else ():
        before, after = value_at(old.data, path), value_at(data, path)
        if before and after and before != after and _inside(values[0], path) == _inside(values[1], path):
            put(data, path, before)


def _inside(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
