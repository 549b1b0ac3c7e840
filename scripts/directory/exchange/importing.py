"""A table → what would change in people's files: planned and judged as a whole, written only when told.

``plan_import`` touches nothing; with any error among ``plan.problems`` nothing may be written; ``write(plan,
root)`` writes all of it or none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File

from directory.exchange.applying import apply
from directory.exchange.change import Change
from directory.exchange.columns import Column
from directory.exchange.dates import Order
from directory.exchange.identifying import identified
from directory.exchange.people import Person, by_id, everyone
from directory.exchange.planning import Planner
from directory.exchange.rows import read_rows
from directory.exchange.spots import AnyProblem, CellProblem, is_error, sorted_problems
from directory.exchange.staging import connection_problems
from directory.exchange.table import Table
from directory.exchange.yaml_edit import CannotEdit
from directory.load import load_organisations


@dataclass(frozen=True)
class Plan:
    """Everything that an import would do.  ``proposed`` are the ids of rows that had none, by row."""

    changes: Sequence[Change]
    absent: Sequence[Person]
    proposed: Mapping[int, str]
    problems: Sequence[AnyProblem]

    @property
    def is_good(self) -> bool:
        """Whether it may be written."""
        return not any(is_error(problem) for problem in self.problems)

    @property
    def to_write(self) -> Sequence[Change]:
        """Those that change a file."""
        return [change for change in self.changes if not change.is_unchanged]


def plan_import(table: Table, columns: Sequence[Column], root: File, today: date, dates: Order | None) -> Plan:
    """What the table would change, and every problem of every row; reads files and writes none."""
    people = everyone(root)
    files = by_id(people)
    rows, cell_problems = read_rows(table, columns, dates)
    named = identified(rows, files, root)
    organisations = {one.id for one in load_organisations(root)[0]}
    planner = Planner(files, organisations, today)
    changes = [planner.change(row, id_) for row, id_ in zip(rows, named.ids, strict=True)]
    found = [*cell_problems, *named.problems, *_not_said_yet(planner.problems, cell_problems)]
    bad = {problem.row for problem in cell_problems if is_error(problem)} | planner.bad_rows
    found += _of_whole_files([change for change in changes if change.row.number not in bad], root, today)
    absent = [person for person in people if person.id not in named.ids]
    return Plan(changes, absent, named.proposed, sorted_problems(found))


def write(plan: Plan, root: File) -> None:
    """Writes every changed file, or none; raises OSError."""
    files = {change.target: change.text for change in plan.to_write}
    moved = [change.old.source for change in plan.to_write if change.old and change.old.source != change.target]
    apply(files, moved, root)


def _not_said_yet(problems: Sequence[AnyProblem], said: Sequence[CellProblem]) -> list[AnyProblem]:
    """Without those about a cell that could not even be read."""
    cells = {(one.row, one.column) for one in said if one.column}
    return [one for one in problems if not isinstance(one, CellProblem) or (one.row, one.column) not in cells]


def _of_whole_files(changes: Sequence[Change], root: File, today: date) -> list[AnyProblem]:
    """What only shows in the files as they would be, told at the row that made it so."""
    problems: list[AnyProblem] = []
    files: dict[str, bytes] = {}
    by_path = {change.target: change for change in changes if not change.is_unchanged}
    for path, change in by_path.items():
        try:
            files[path] = change.text
        except CannotEdit:
            problems.append(_uneditable(change))
    for problem, field in connection_problems(files, root, today):
        row = by_path[problem.path].row if problem.path in by_path else None
        more = (problem.rule, problem.message, problem.fix, problem.level)
        problems.append(row.problem((field,), *more) if row else problem)
    return problems


def _uneditable(change: Change) -> CellProblem:
    source = change.old.source if change.old else ""
    message = f"{source} is written in a way that cannot be changed without losing its form"
    return change.row.problem(("id",), "uneditable-file", message, "change the file by hand, one field a line")
