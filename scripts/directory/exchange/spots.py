"""A fault in a table, at its place as a spreadsheet shows it: row 4, column F.

``records.Problem`` does the same for text files, where a place is a line and a column of characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from records import Problem, show


@dataclass(frozen=True, order=True)
class CellProblem:
    """One fault; rows count from 1 with the headers, columns from 1.

    ``row`` 0 is the whole table, ``column`` 0 the whole row.
    """

    table: str
    row: int
    column: int
    header: str
    rule: str
    message: str
    fix: str = ""
    level: str = "error"

    def __str__(self) -> str:
        """``members.csv: row 4, column F "Phone": error not-a-phone-number: …`` and, below it, the fix."""
        head = f"{show(self.table)}: {self._place()}{self.level} {self.rule}: {show(self.message)}"
        return f"{head}\n    fix: {show(self.fix)}" if self.fix else head

    def _place(self) -> str:
        row = f"row {self.row}" if self.row else ""
        column = f'column {letters(self.column)} "{show(self.header)}"' if self.column else ""
        place = ", ".join(part for part in (row, column) if part)
        return f"{place}: " if place else ""


AnyProblem: TypeAlias = CellProblem | Problem


def letters(number: int) -> str:
    """The letters over a column: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def whole(table: str, rule: str, message: str, fix: str) -> CellProblem:
    """The problem of a table that cannot be read at all."""
    return CellProblem(table, 0, 0, "", rule, message, fix)


def sorted_problems(problems: Iterable[AnyProblem]) -> list[AnyProblem]:
    """By place, those of the table before those of other files, each once."""
    once = set(problems)
    cells = sorted(problem for problem in once if isinstance(problem, CellProblem))
    lines = sorted(problem for problem in once if isinstance(problem, Problem))
    return [*cells, *lines]


def is_error(problem: AnyProblem) -> bool:
    """Whether the problem stops the work; a warning does not."""
    return problem.level == "error"
