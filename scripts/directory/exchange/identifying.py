"""Whose row is it?  Rows with an id say so; for the others an id is proposed, never taken without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from records import quoted

from directory.exchange.fields import ID
from directory.exchange.ids import Proposer
from directory.exchange.people import Person
from directory.exchange.rows import Row
from directory.exchange.spots import CellProblem
from directory.gazetteer import plain


@dataclass(frozen=True)
class Identified:
    """The id of each row, in their order; ``proposed`` are those of rows that had none."""

    ids: Sequence[str]
    proposed: Mapping[int, str]
    problems: Sequence[CellProblem]


def identified(rows: Sequence[Row], people: Mapping[str, Sequence[Person]], root: Path) -> Identified:
    """An id for each row, and rows that look like someone else's."""
    known = _Known(rows, people)
    proposer = Proposer(root, {*people, *(row.id for row in rows)})
    proposed: dict[int, str] = {}
    problems: list[CellProblem] = []
    for row in rows:
        problems += known.doubts(row)
        if not row.id:
            proposed[row.number] = proposer.propose(row.text("name"), row.text("town"), row.text("country"))
    return Identified([row.id or proposed[row.number] for row in rows], proposed, problems)


class _Known:
    """Who is called what, and lives where, in the files and in the table."""

    def __init__(self, rows: Sequence[Row], people: Mapping[str, Sequence[Person]]) -> None:
        self.people = people
        self.in_table = {row.id for row in rows}
        self.listed: dict[tuple[str, str], list[str]] = {}
        for one in (one for same in people.values() for one in same):
            self.listed.setdefault(_key(one.text("name"), one.text("town")), []).append(one.id)
        self.first: dict[tuple[str, str], int] = {}

    def doubts(self, row: Row) -> Iterator[CellProblem]:
        """Reasons to look twice at whose row this is."""
        key = _key(row.text("name"), row.text("town"))
        first = self.first.setdefault(key, row.number)
        same = [one for one in self.listed.get(key, ()) if one != row.id and one not in self.in_table]
        if not row.text("name"):
            return
        if row.id in self.people:
            yield from self._another_person(row)
        elif same:
            yield self._already_listed(row, same)
        elif first != row.number and not row.id:
            message = f"row {first} is called {quoted(row.text('name'))} in the same town: two people, or one twice?"
            yield row.problem(("name",), "same-name", message, "delete this row if it is the same person", "warning")

    def _already_listed(self, row: Row, same: Sequence[str]) -> CellProblem:
        message = f"{_who(row)} is listed already, as {' and '.join(same)}"
        if row.id:
            fix = f"write {same[0]} as the id if it is the same person"
            return row.problem(ID, "same-name", message, fix, "warning")
        fix = f"write {same[0]} into a column id to change that entry, or another id if this is another person"
        return row.problem(ID, "already-listed", message, fix)

    def _another_person(self, row: Row) -> Iterator[CellProblem]:
        """An id that passes to someone else sends the readers of old posters to a stranger."""
        old = self.people[row.id][0]
        name, town = row.text("name"), row.text("town")
        if town and plain(name) != plain(old.text("name")) and plain(town) != plain(old.text("town")):
            message = f"the id {row.id} is {old.who}, and this row says {_who(row)}"
            yield row.problem(ID, "another-person", message, "give a new person an id of their own", "warning")


def _key(name: str, town: str) -> tuple[str, str]:
    return plain(name), plain(town)


def _who(row: Row) -> str:
    return ", ".join(filter(None, (row.text("name"), row.text("town"))))
