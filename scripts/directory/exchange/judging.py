"""A person as the table would make them, judged before anything is written, every fault at its cell.

The one model judges a record whose places are numbers of paths: so a fault in a value of the table is told at
its row and column, and a fault in a value that only the file has at its line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from records import Problem, Record, judge, quoted
from records.nearest import nearest
from records.values import Path, Place, Value

from directory.exchange.fields import column_name, leaf_at
from directory.exchange.merging import all_paths, value_at
from directory.exchange.people import Person
from directory.exchange.rows import Row
from directory.exchange.spots import AnyProblem
from directory.model import Entry

FIXES: Final = {
    "no-value": "write a value into the cell, or empty the whole column",
    "written-twice": "write it once",
    "no-place": "write the name of the place into its column, or 'true into the one for online",
    "place-and-online": "empty one of the two cells",
    "nothing-to-show": "leave it out here, or write it into its own place first",
}
"""What to do in a cell or an answer, where the model speaks of lines in a file."""


def faults(
    data: Mapping[str, Value], missing: Iterable[Path], today: date
) -> tuple[Entry | None, list[tuple[Path, Problem]]]:
    """The entry that ``data`` makes, and every fault with the path that it is at.

    The fault of a field that is not there is at its own path when that is among ``missing``, else at the path
    of what it belongs to.
    """
    paths = list(dict.fromkeys([(), *all_paths(dict(data)), *missing]))
    places = {path: Place(number, 1) for number, path in enumerate(paths)}
    entry, problems = judge(Record("", dict(data), places, places), Entry, {"today": today})
    found = [(paths[problem.line], problem) for problem in problems]
    return entry, [(path, problem) for path, problem in found if not _follows(path, problem, data)]


def _follows(path: Path, problem: Problem, data: Mapping[str, Value]) -> bool:
    """Whether a fault only says again that the words of a list do not fit."""
    return problem.rule == "too-few" and bool(value_at(dict(data), path))


def judged(
    data: Mapping[str, Value], row: Row, old: Person | None, moved: Mapping[Path, Path], today: date
) -> tuple[Entry | None, list[AnyProblem]]:
    """The entry that the row would make, and what is wrong with it; ``moved`` as ``merging.merged`` gives it.

    A field that the model does not know can only stand in the file already, and is kept: it is no fault here.
    """
    places = _Places(row, old, moved)
    entry, found = faults(data, places.of_columns(), today)
    return entry, [places.problem(path, one) for path, one in found if one.rule != "unknown-field"]


class _Places:
    """Where the values of one person come from: cells where the table has them, else lines of the file."""

    def __init__(self, row: Row, old: Person | None, moved: Mapping[Path, Path]) -> None:
        self.row, self.old, self.moved = row, old, moved

    def of_columns(self) -> list[Path]:
        """The paths, in the new values, of all cells of the row."""
        back = {old: new for new, old in self.moved.items()}
        return [(*back.get(path[:2], path[:2]), *path[2:]) for path in self.row.cells]

    def problem(self, path: Path, found: Problem) -> AnyProblem:
        """``found`` at the cell or at the line of its value."""
        column = self._column(path)
        record = self.old.record if self.old else None
        if self.old and record and column is None and path and path in record.places:
            return Problem(self.old.source, *record.places[path], found.rule, found.message, found.fix, found.level)
        return self.row.problem(column or path, found.rule, found.message, _fix(path, column, found), found.level)

    def _column(self, path: Path) -> Path | None:
        """The column of a value, of the list that it is in, or of the first value in it."""
        path = (*self.moved.get(path[:2], path[:2]), *path[2:])
        for above in (path, path[:-1]):
            if above in self.row.columns and above:
                return above
        inside = (one for one in self.row.columns if path and one[: len(path)] == path)
        return next((one for one in inside if self.row.cells.get(one)), None)


def no_organisation(written: str, organisations: Collection[str]) -> tuple[str, str, str] | None:
    """Rule, message and fix when no organisation has the id; the loader says the same of a file.

    Told here too, so that a row with other faults has all of them in one run.
    """
    if not written or not organisations or written in organisations:
        return None
    meant = nearest(written, organisations)
    fix = f"write {meant}" if meant else f"write one of {', '.join(sorted(organisations))}"
    message = f"certified_by is {quoted(written)}: organisations.yml has none with this id"
    return "unknown-organisation", message, fix


def _fix(path: Path, column: Path | None, found: Problem) -> str:
    if found.rule == "not-true-or-false":
        return found.fix.replace("write ", "write '") + ", with the apostrophe, or a spreadsheet changes it"
    if found.rule != "missing-field":
        return FIXES.get(found.rule, found.fix)
    name = found.message.split('"')[1]
    if column and column[-1] == name:
        return "write its value into the cell"
    inside = (*path, name)
    return f"add a column {quoted(column_name(inside) if leaf_at(inside) else name)} with its value"
