"""Which column of a table holds which field.  Nothing is guessed and nothing is dropped in silence.

A header that is the name of a field needs no word; any other is named with ``--map`` or ``--ignore``, or the
import stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Final

from records import quoted
from records.nearest import nearest
from records.values import Path

from directory.exchange.fields import EACH, LEAVES, column_name, path_of
from directory.exchange.spots import CellProblem, letters
from directory.exchange.table import CellValue, Table, is_filled, read_table

LEAVE_OUT: Final = "-"
"""In a mapping file: this column is not read."""


@dataclass(frozen=True)
class Column:
    """One column that is read; ``number`` counts from 1."""

    number: int
    header: str
    path: Path


@dataclass(frozen=True)
class Wishes:
    """What the user says about headers: header → name of a field, and headers to leave out."""

    named: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()

    def and_also(self, other: Wishes) -> Wishes:
        """Both; where they differ ``other`` counts."""
        return Wishes({**self.named, **other.named}, self.ignored | other.ignored)


def wish(text: str) -> tuple[str, str] | None:
    """``("E-Mail", "contact.email")`` of ``E-Mail=contact.email``; None when there is no ``=``."""
    header, sign, name = text.rpartition("=")
    return (header.strip(), name.strip()) if sign and header.strip() and name.strip() else None


def wishes_from(path: File) -> Wishes | list[CellProblem]:
    """The wishes in a table of two columns, header and field; ``-`` as the field leaves the column out."""
    table = read_table(path)
    if not isinstance(table, Table):
        return table
    rows = [(1, table.headers), *table.rows]
    pairs = [tuple("" if cell is None else str(cell).strip() for cell in (*cells, "", "")[:2]) for _, cells in rows]
    bad = [number for (number, _), (header, name) in zip(rows, pairs, strict=True) if not header or not name]
    if bad:
        message = "a line of this file is a header of the table and the name of a field"
        fix = f'write E-Mail,contact.email, or "E-Mail,{LEAVE_OUT}" to leave the column out'
        return [CellProblem(table.name, row, 0, "", "not-a-mapping", message, fix) for row in bad]
    named = {header: name for header, name in pairs if name != LEAVE_OUT}
    return Wishes(named, frozenset(header for header, name in pairs if name == LEAVE_OUT))


def columns(table: Table, wishes: Wishes) -> tuple[list[Column], list[CellProblem]]:
    """The columns that are read, and everything about headers that is not clear."""
    used = _used(table)
    problems = [*_empty_headers(table, used), *_wishes_for_nothing(table, wishes)]
    found: dict[Path, Column] = {}
    for number in used:
        header = table.header(number).strip()
        if not header or header in wishes.ignored:
            continue
        column = _column(number, header, wishes)
        if column is None:
            problems.append(_unknown(table, number, header, wishes))
        elif column.path in found:
            problems.append(_twice(table, column, found[column.path]))
        else:
            found[column.path] = column
    return list(found.values()), sorted(problems)


def _used(table: Table) -> Sequence[int]:
    """The numbers of the columns that have a header or any cell."""
    width = max([len(table.headers), *(len(cells) for _, cells in table.rows)])
    filled = {number for _, cells in table.rows for number, cell in enumerate(cells, 1) if is_filled(cell)}
    return [number for number in range(1, width + 1) if table.header(number).strip() or number in filled]


def _column(number: int, header: str, wishes: Wishes) -> Column | None:
    path = path_of(wishes.named.get(header, header))
    return Column(number, header, path) if path else None


def _empty_headers(table: Table, used: Sequence[int]) -> Iterator[CellProblem]:
    for number in used:
        if table.header(number).strip():
            continue
        row, cell = next((row, cells[number - 1]) for row, cells in table.rows if _has(cells, number))
        message = f"{quoted(str(cell))} stands in a column that has no header, so nobody knows what it is"
        fix = f"write a header into {letters(number)}, or empty the column"
        if number > len(table.headers):
            fix = "put quotes round the cell of this row that has a comma in it, or write a header"
        yield CellProblem(table.name, row, number, "", "no-header", message, fix)


def _has(cells: Sequence[CellValue], number: int) -> bool:
    return len(cells) >= number and is_filled(cells[number - 1])


def _wishes_for_nothing(table: Table, wishes: Wishes) -> Iterator[CellProblem]:
    """A ``--map`` or ``--ignore`` with a header that the table does not have is most often a typing error."""
    headers = {header.strip() for header in table.headers}
    for header in sorted((set(wishes.named) | wishes.ignored) - headers):
        meant = nearest(header, headers - {""})
        fix = f"write {quoted(meant)}" if meant else f"the headers are {', '.join(sorted(headers - {''}))}"
        message = f"the table has no column {quoted(header)}"
        yield CellProblem(table.name, 1, 0, "", "no-such-column", message, fix)


def _unknown(table: Table, number: int, header: str, wishes: Wishes) -> CellProblem:
    meant = wishes.named.get(header, header)
    like = _nearest_field(meant) or "FIELD"
    if meant != header:
        message, fix = f"{quoted(meant)} is not a field", f'say --map "{header}={like}"'
    else:
        message = f"{quoted(header)} is not a field, so its cells would be lost"
        fix = f'say --map "{header}={like}", or --ignore "{header}" to leave it out'
    return CellProblem(table.name, 1, number, header, "unknown-column", message, fix)


def _nearest_field(word: str) -> str | None:
    """``contact.email`` for ``E-Mail``: the likest whole name, else the likest last part."""
    names = {column_name(tuple(0 if step == EACH else step for step in leaf.path)) for leaf in LEAVES}
    parts = {name.rsplit(".", 1)[-1]: name for name in sorted(names, reverse=True)}
    plain = word.replace("-", "").replace(" ", "_")
    whole = nearest(plain, names, likeness=0.75)
    return whole or parts.get(nearest(plain, parts, likeness=0.7) or "")


def _twice(table: Table, column: Column, first: Column) -> CellProblem:
    name = column_name(column.path)
    message = f"column {letters(first.number)} is {name} already, and one of the two would be lost"
    fix = f"delete one of them, or say --ignore {quoted(column.header)}" if column.header != first.header else ""
    fix = fix or "give one of them another name, or delete it"
    return CellProblem(table.name, 1, column.number, column.header, "same-column", message, fix)
