"""An .xlsx file → the same table.

A workbook is a zip archive of XML, so its size is looked at before it is unpacked, and a document type, which
no spreadsheet writes, is refused.  openpyxl reads row by row: a stray cell in the last row of a sheet, or a
cell that holds ``#N/A``, is seen as what it is.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from directory.exchange.spots import CellProblem, whole
from directory.exchange.table import (
    BYTE_LIMIT,
    CELL_LIMIT,
    COLUMN_LIMIT,
    ROW_LIMIT,
    CellValue,
    Row,
    Table,
    from_rows,
    is_filled,
    too_large,
)

UNPACKED_LIMIT: Final = 8 * BYTE_LIMIT
_SAVE: Final = "open it in a spreadsheet and save it as .xlsx again, without a password"


def read_workbook(path: Path) -> Table | list[CellProblem]:
    """The first visible sheet that has anything in it, or every reason why not; raises OSError alone."""
    name = path.as_posix()
    if refusal := _refusal(path, name):
        return [refusal]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(path, name)
    except ImportError:
        return [whole(name, "no-reader", "openpyxl, which reads .xlsx, is not installed", "save it as CSV UTF-8")]
    except OSError:
        raise
    except Exception as error:  # whatever a broken archive makes of a reader
        message = f"this is no workbook that can be read ({type(error).__name__})"
        return [whole(name, "not-a-workbook", message, _SAVE)]


def _refusal(path: Path, name: str) -> CellProblem | None:
    """Why the archive is not even opened."""
    if path.stat().st_size > BYTE_LIMIT:
        return too_large(name)
    if not path.is_file() or not zipfile.is_zipfile(path):
        return whole(name, "not-a-workbook", "this is no .xlsx file, or a password protects it", _SAVE)
    try:
        with zipfile.ZipFile(path) as archive:
            return _unsafe(archive, name)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError):
        return whole(name, "not-a-workbook", "this archive is damaged, or a password protects it", _SAVE)


def _unsafe(archive: zipfile.ZipFile, name: str) -> CellProblem | None:
    if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
        return too_large(name)
    if any(_has_document_type(archive, part) for part in archive.infolist()):
        message = "its XML has a document type, which no spreadsheet writes and which can be a bomb"
        return whole(name, "not-a-workbook", message, _SAVE)
    return None


def _has_document_type(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(part) as file:
        return b"<!DOCTYPE" in file.read(4096).replace(b"\0", b"").upper()


def _read(path: Path, name: str) -> Table | list[CellProblem]:
    load: Any = import_module("openpyxl").load_workbook
    values, formulas = (load(path, read_only=True, data_only=only) for only in (True, False))
    try:
        return _first_filled(values, formulas, name)
    finally:
        values.close()
        formulas.close()


def _first_filled(values: Any, formulas: Any, name: str) -> Table | list[CellProblem]:
    sheets = [_Sheet(one, other, name) for one, other in zip(values.worksheets, formulas.worksheets, strict=True)]
    filled = [sheet for sheet in sheets if sheet.is_visible and sheet.read()]
    others = ", ".join(f'"{sheet.title}"' for sheet in filled[1:])
    note = f'the sheet "{filled[0].title}" was read; nothing was read from {others}' if others else ""
    table = from_rows(filled[0].rows if filled else (), name, (note,) if note else ())
    problems = filled[0].problems if filled else []
    if isinstance(table, CellProblem):
        return problems or [table]
    return [replace(problem, header=table.header(problem.column)) for problem in problems] or table


class _Sheet:
    """One sheet, opened twice: for what its cells show, and for what is written in them."""

    def __init__(self, values: Any, formulas: Any, name: str) -> None:
        self.values, self.formulas, self.name = values, formulas, name
        self.title: str = values.title
        self.is_visible: bool = values.sheet_state == "visible"
        self.rows: list[Row] = []
        self.problems: list[CellProblem] = []

    def read(self) -> bool:
        """Whether anything stands in it; reads until there is too much."""
        for sheet in (self.values, self.formulas):
            sheet.reset_dimensions()
        both = zip(self.values.iter_rows(), self.formulas.iter_rows(), strict=True)
        for number, (shown, written) in enumerate(both, 1):
            pairs = enumerate(zip_longest(shown, written), 1)
            cells = [self._value(cell, source, number, column) for column, (cell, source) in pairs]
            if width := _width(cells):
                self.rows.append((number, cells[:width]))
            if len(self.rows) > ROW_LIMIT or width > COLUMN_LIMIT:
                self.problems = [too_large(self.name)]
                break
        return bool(self.rows or self.problems)

    def _value(self, cell: Any, source: Any, row: int, column: int) -> CellValue:
        if reason := _unusable(cell, source):
            self.problems.append(CellProblem(self.name, row, column, "", *reason))
            return None
        return _shown(cell.value, str(cell.number_format))


def _width(cells: Sequence[CellValue]) -> int:
    """The number of the last cell with anything in it, from 1."""
    return next((number for number in range(len(cells), 0, -1) if is_filled(cells[number - 1])), 0)


def _unusable(cell: Any, source: Any) -> tuple[str, str, str] | None:
    """Rule, message and fix of a cell that shows an error, an unworked formula, or a text without end."""
    if cell.data_type == "e":
        return "error-in-cell", f"the cell shows {cell.value}", "mend its formula, or type what belongs there"
    if cell.value is None and source.data_type == "f":
        message = "the cell holds a formula that no spreadsheet has worked out yet"
        return "formula-in-cell", message, "open the file in a spreadsheet and save it"
    if isinstance(cell.value, str) and len(cell.value) > CELL_LIMIT:
        return "cell-too-large", f"the cell has more than {CELL_LIMIT} characters", "shorten it"
    return None


def _shown(value: Any, number_format: str) -> CellValue:
    """The value; a number that is shown with zeros in front is the text that a person sees."""
    zeros = re.fullmatch("0{2,}", number_format)
    if zeros and isinstance(value, int) and not isinstance(value, bool):
        return f"{value:0{len(zeros[0])}}"
    return value  # type: ignore[no-any-return]
