"""The rows of a table → people's values, each with the column that it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from records import quoted
from records.values import Path, Value

from directory.exchange.cells import Complaint, text_of, words_of
from directory.exchange.columns import Column
from directory.exchange.dates import Order
from directory.exchange.fields import ID, Kind, Leaf, leaf_at
from directory.exchange.spots import CellProblem
from directory.exchange.table import CellValue, Table
from directory.identity import ID as GOOD_ID
from directory.identity import RESERVED

_ID_LEAF: Final = Leaf(("id",), Kind.CODE, "")


@dataclass(frozen=True)
class Row:
    """One person of a table: ``id`` is empty when none is written, ``cells`` have "" where nothing is."""

    table: Table
    number: int
    id: str
    cells: Mapping[Path, Value]
    columns: Mapping[Path, Column]

    def problem(self, path: Path, rule: str, message: str, fix: str, level: str = "error") -> CellProblem:
        """A problem at the cell of ``path``, or at the whole row when the table has no such column."""
        column = self.columns.get(path)
        place = (column.number, column.header) if column else (0, "")
        return CellProblem(self.table.name, self.number, *place, rule, message, fix, level)

    def text(self, *path: str) -> str:
        """The text of a cell; empty when there is none."""
        value = self.cells.get(path)
        return value if isinstance(value, str) else ""


def read_rows(table: Table, columns: Sequence[Column], dates: Order | None) -> tuple[list[Row], list[CellProblem]]:
    """One ``Row`` a row, also where a cell has a problem: then the cell's own text stands in it."""
    rows: list[Row] = []
    problems: list[CellProblem] = []
    by_path = {column.path: column for column in columns}
    for number, values in table.rows:
        cells: dict[Path, Value] = {}
        row = Row(table, number, _id(values, by_path), cells, by_path)
        for column in columns:
            value, complaint = _value(values, column, dates)
            cells[column.path] = value
            problems += [row.problem(column.path, *complaint)] if complaint else []
        cells.pop(ID, None)
        problems += _row_problems(row)
        rows.append(row)
    return rows, problems + _same_ids(rows)


def _id(values: Sequence[CellValue], columns: Mapping[Path, Column]) -> str:
    return str(_value(values, columns[ID], None)[0]) if ID in columns else ""


def _value(values: Sequence[CellValue], column: Column, dates: Order | None) -> tuple[Value, Complaint | None]:
    """The text, or the words of a list; with a complaint the text is what the cell shows."""
    cell = values[column.number - 1] if column.number <= len(values) else None
    leaf = _ID_LEAF if column.path == ID else leaf_at(column.path)
    assert leaf
    text = text_of(cell, leaf, dates)
    complaint = text if isinstance(text, Complaint) else None
    words = str(cell) if isinstance(text, Complaint) else text
    return (list(words_of(words)) if leaf.kind is Kind.LIST else words), complaint


def _row_problems(row: Row) -> list[CellProblem]:
    problems = []
    if row.id and (reason := bad_id(row.id)):
        problems.append(row.problem(ID, *reason))
    parts = [path for path in row.cells if path[0] == "price" and len(path) > 1 and row.cells[path]]
    if row.text("price") and parts:
        message = f"price is {quoted(row.text('price'))} and an amount too, and only one can be shown"
        problems.append(row.problem(("price",), "two-prices", message, "empty this cell, or those of the amount"))
    return problems


def bad_id(text: str) -> tuple[str, str, str] | None:
    """An id becomes the name of a file and an address, so it is judged before it touches either."""
    if not GOOD_ID.fullmatch(text):
        message = f"id is {quoted(text)}: it becomes an address, and can have 3 to 60 of a-z, 0-9 and -"
        return "bad-id", message, "write it like maria-garcia-london"
    if text in RESERVED:
        message = f"id is {quoted(text)}, which is taken: devices of Windows or other pages have it"
        return "reserved-id", message, "add the town to it, like maria-garcia-london"
    return None


def _same_ids(rows: Sequence[Row]) -> list[CellProblem]:
    first: dict[str, int] = {}
    problems = []
    for row in rows:
        if row.id and first.setdefault(row.id, row.number) != row.number:
            message = f"row {first[row.id]} has the id {quoted(row.id)} too, and an id is one person's for ever"
            problems.append(row.problem(ID, "same-id", message, "give the newer person another id"))
    return problems
