"""Columns in a terminal that stand straight under each other in every script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from records.characters import escaped, spoofs


def visible(text: str) -> str:
    """``text`` with everything that hides or moves text as a code; ``رحیم‌زاده`` keeps the joiner of its script."""
    hidden = {offset for offset, _ in spoofs(text.replace("\n", " ").replace("\t", " "))}
    return "".join(escaped(one) if at in hidden or one in "\n\t" else one for at, one in enumerate(text))


def width(text: str) -> int:
    """The cells that ``text`` takes up: two for 李, none for a mark on a letter."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of a table, two blanks between columns.

    Put names into the last column: Arabic or Hebrew there turns round nothing that stands before it.
    """
    shown = [[visible(cell) for cell in row] for row in (headers, *rows)]
    widths = [max(width(row[number]) for row in shown) for number in range(len(headers))]
    for row in shown:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
