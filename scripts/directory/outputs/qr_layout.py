"""Where the bits of a QR symbol go (ISO/IEC 18004 §6.3, §7.7 to §7.10), worked out once for each version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

Cell: TypeAlias = tuple[int, int]
"""Row and column."""

QUIET_ZONE: Final = 4
"""Light modules on every side of a symbol."""
BEFORE: Final = 8 + QUIET_ZONE
"""Light columns before each row: the filter byte of a line of PNG and the quiet zone.

So the modules of a symbol, as one integer, are the lines of its picture, and shifts of the whole carry no row into
the next one.
"""

_MASKS: Final[tuple[Callable[[int, int], int], ...]] = (
    lambda row, column: (row + column) % 2,
    lambda row, column: row % 2,
    lambda row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)
"""A data module turns where this is 0 (table 10)."""


def size_of(version: int) -> int:
    """Modules on a side."""
    return 17 + 4 * version


def columns(size: int) -> range:
    """The columns of a line with its margins, whole octets; column 0 is the first of the symbol."""
    octets = 1 + -(-(size + 2 * QUIET_ZONE) // 8)
    return range(-BEFORE, 8 * octets - BEFORE)


def layout(version: int, bits: int) -> tuple[int, ...]:
    """For each module, row by row with its margin: which bit of the message it shows.

    ``bits`` stands for light and ``bits + 1`` for dark, so a message of ``bits`` bits is followed by "01".
    """
    size = size_of(version)
    fixed = _fixed(version)
    cells = {cell: bits + dark for cell, dark in fixed.items()}
    free = (cell for cell in _path(size) if cell not in fixed)
    cells |= {cell: min(index, bits) for index, cell in enumerate(free)}
    return tuple(cells.get((row, column), bits) for row in range(size) for column in columns(size))


def veils(version: int) -> Iterator[int]:
    """For each mask: which modules it turns, and its format information, as one integer."""
    size = size_of(version)
    fixed = _fixed(version)
    for number, mask in enumerate(_MASKS):
        dark = {cell for cell in _path(size) if cell not in fixed and not mask(*cell)} | set(_format(size, number))
        yield int("".join("01"[(row, column) in dark] for row in range(size) for column in columns(size)), 2)


def _path(size: int) -> Iterator[Cell]:
    """All modules in the order of the message: pairs of columns from the right, up and down, column 6 left out."""
    rights = [*range(size - 1, 6, -2), 5, 3, 1]
    for turn, right in enumerate(rights):
        for row in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield row, right
            yield row, right - 1


def _fixed(version: int) -> dict[Cell, int]:
    """The modules that carry no data, dark (1) or light (0); those of the format are light here."""
    size = size_of(version)
    cells = {(6, along): 1 - along % 2 for along in range(size)}
    cells |= {(along, 6): 1 - along % 2 for along in range(size)}
    for row, column in _alignments(version):
        cells |= _square(row, column, 2, size)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        cells |= _square(row, column, 4, size)
    cells |= {cell: 0 for one in range(2) for cell in _format_cells(size, one)} | {(size - 8, 8): 1}
    return cells | _version_cells(version, size)


def _alignments(version: int) -> list[Cell]:
    """The centres of the small squares (annex E)."""
    lines = {1: [], 7: [6, 22, 38]}.get(version, [6, size_of(version) - 7])
    corners = {(6, 6), (6, lines[-1]), (lines[-1], 6)} if lines else set()
    return [(row, column) for row in lines for column in lines if (row, column) not in corners]


def _square(row: int, column: int, reach: int, size: int) -> dict[Cell, int]:
    """Squares in squares round a centre: a finder with its separator (reach 4) or an alignment (reach 2)."""
    around = range(-reach, reach + 1)
    light = {4: (2, 4), 2: (1,)}[reach]
    cells = {(row + y, column + x): int(max(abs(y), abs(x)) not in light) for y in around for x in around}
    return {cell: dark for cell, dark in cells.items() if 0 <= cell[0] < size and 0 <= cell[1] < size}


def _format_cells(size: int, copy: int) -> list[Cell]:
    """Where the 15 bits of the format stand, the first bit first; there are two copies."""
    if copy:
        return [(size - 1 - along, 8) for along in range(7)] + [(8, size - 8 + along) for along in range(8)]
    rows = [0, 1, 2, 3, 4, 5, 7, 8]
    return [(8, column) for column in rows] + [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]


def _format(size: int, mask: int) -> Iterator[Cell]:
    """The dark modules of the format of level M (§7.9)."""
    bits = _checked(mask, 10, 0b10100110111) ^ 0b101010000010010
    for copy in range(2):
        yield from (cell for place, cell in enumerate(_format_cells(size, copy)) if bits >> 14 - place & 1)


def _version_cells(version: int, size: int) -> dict[Cell, int]:
    """Versions from 7 on say which one they are, twice (§7.10)."""
    if version < 7:
        return {}
    bits = _checked(version, 12, 0b1111100100101)
    cells = {(place // 3, size - 11 + place % 3): bits >> place & 1 for place in range(18)}
    return cells | {(column, row): dark for (row, column), dark in cells.items()}


def _checked(value: int, length: int, generator: int) -> int:
    """``value`` and its BCH check of ``length`` bits."""
    rest = value << length
    while rest.bit_length() > length:
        rest ^= generator << rest.bit_length() - length - 1
    return value << length | rest
