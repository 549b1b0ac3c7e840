"""A table from a spreadsheet → headers and rows, each cell still with its row and column.

Comma, semicolon and tab are told apart by the headers.  Rows count as a spreadsheet counts them.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from directory.exchange.decoding import Decoded, decode, is_undecoded, wrong_encoding
from directory.exchange.spots import CellProblem, whole

CellValue: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
Row: TypeAlias = tuple[int, Sequence[CellValue]]

BYTE_LIMIT: Final = 32 * 1024 * 1024
ROW_LIMIT: Final = 50_000
COLUMN_LIMIT: Final = 1_000
CELL_LIMIT: Final = 32_767
"""Characters; Excel's own limit."""

DELIMITERS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}


@dataclass(frozen=True)
class Table:
    """``name`` as the user wrote it; ``rows`` without the headers and without empty rows."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def header(self, column: int) -> str:
        """The header of a column, counted from 1; empty beyond the last one."""
        return self.headers[column - 1] if 0 < column <= len(self.headers) else ""


def read_table(path: Path) -> Table | list[CellProblem]:
    """The table in a .csv, .tsv, .txt or .xlsx file, or every reason why not; raises OSError alone."""
    name = path.as_posix()
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        from directory.exchange.workbook import read_workbook

        return read_workbook(path)
    if path.suffix.lower() not in (".csv", ".tsv", ".txt", ""):
        message = f'a table is a .csv, .tsv or .xlsx file, and this one ends in "{path.suffix}"'
        return [whole(name, "not-a-table", message, "save it as .xlsx, or as CSV UTF-8, in your spreadsheet")]
    if path.stat().st_size > BYTE_LIMIT:
        return [too_large(name)]
    decoded = decode(_bytes(path), name)
    table = decoded if isinstance(decoded, CellProblem) else _table(decoded, name)
    return [table] if isinstance(table, CellProblem) else table


def _bytes(path: Path) -> bytes:
    """Never waits for a pipe that nobody writes to."""
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        return file.read(BYTE_LIMIT)


def too_large(name: str) -> CellProblem:
    """The problem of a table beyond every honest size."""
    message = f"it is larger than {BYTE_LIMIT >> 20} MB, or has more than {ROW_LIMIT} rows or {COLUMN_LIMIT} columns"
    return whole(name, "table-too-large", message, "delete what does not belong to the list, or split it")


def _table(decoded: Decoded, name: str) -> Table | CellProblem:
    text, delimiter = _delimiter(decoded.text)
    records: list[Row] = []
    try:
        for row in _records(text, delimiter):
            records.append(row)
            if len(records) > ROW_LIMIT or len(row[1]) > COLUMN_LIMIT:
                return too_large(name)
    except csv.Error as error:
        return _broken(str(error), len(records) + 1, name)
    table = from_rows(records, name, (decoded.note,) if decoded.note else ())
    if decoded.is_certain or isinstance(table, CellProblem):
        return table
    return _undecoded(table, records)


def from_rows(records: Sequence[Row], name: str, notes: tuple[str, ...]) -> Table | CellProblem:
    """The table of all rows, the first one that is not empty being the headers."""
    filled = [(number, cells) for number, cells in records if any(is_filled(cell) for cell in cells)]
    if not filled:
        return whole(name, "empty-table", "there is nothing in it", "save the table again, with its headers")
    headers = tuple("" if cell is None else str(cell) for cell in filled[0][1])
    while headers and not headers[-1].strip():
        headers = headers[:-1]
    return Table(name, headers, tuple(filled[1:]), notes)


def is_filled(cell: CellValue) -> bool:
    """Whether anything stands in a cell that a person can see."""
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _delimiter(text: str) -> tuple[str, str]:
    """The text and what separates its cells; Excel's own first line ``sep=;`` says it and is no row."""
    if found := re.match("sep=([,;\t])\r?\n", text):
        return text[found.end() :], found[1]
    return text, max(DELIMITERS.values(), key=lambda one: _width(text, one))


def _width(text: str, delimiter: str) -> int:
    """The number of cells in the first row that is not empty."""
    try:
        return next((len(cells) for _, cells in _records(text, delimiter) if any(cells)), 0)
    except csv.Error:
        return 0


def _records(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(CELL_LIMIT)
    lines = io.StringIO(text, newline="")
    yield from enumerate(csv.reader(lines, delimiter=delimiter, strict=True), 1)


_BROKEN: Final = (
    (
        "unexpected end of data",
        "unclosed-quote",
        'a cell begins with " and nothing closes it',
        'write " at the end of the cell too, or save the table again from a spreadsheet',
    ),
    (
        "field larger",
        "cell-too-large",
        f'a cell has more than {CELL_LIMIT} characters, or a " that begins a cell is never closed',
        "shorten the cell, or save the table again from a spreadsheet",
    ),
    (
        "expected after",
        "text-after-quote",
        'a cell goes on after the " that closes it',
        'write a quote inside a cell twice, "", or save the table again from a spreadsheet',
    ),
)


def _broken(reason: str, row: int, name: str) -> CellProblem:
    for words, rule, message, fix in _BROKEN:
        if words in reason:
            return CellProblem(name, row, 0, "", rule, message, fix)
    message = "the cells of this row cannot be told apart"
    return CellProblem(name, row, 0, "", "broken-row", message, "save the table again from a spreadsheet")


def _undecoded(table: Table, records: Sequence[Row]) -> CellProblem:
    cells = [
        (row, column, "" if is_undecoded(table.header(column)) else table.header(column), cell)
        for row, values in records
        for column, cell in enumerate(values, 1)
        if isinstance(cell, str) and is_undecoded(cell)
    ]
    return wrong_encoding(cells, table.name)
