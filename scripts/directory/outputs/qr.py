"""The permalink as a QR code for posters: the address alone, never a contact, which a stranger could forge.

Black on white whatever the palette, since a code that is light on dark cannot be read by every camera.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Final

from directory.outputs.escape import uri
from directory.outputs.qr_symbol import symbol

LONGEST_ADDRESS: Final = 120
"""Characters beyond which the modules of a printed code become too small for old cameras."""
QUIET_ZONE: Final = 4
PIECE: Final = 13
"""Modules drawn at once: there are at most 2**13 different pieces."""


def qr_svg(address: str) -> str:
    """An ``<svg>`` without size, ids or styles.

    Raises ``ValueError`` for an address over 120 characters, in the letters of ``escape.uri``, or with controls.
    """
    written = uri(address)
    if len(written) > LONGEST_ADDRESS or not address.isprintable():
        raise ValueError(
            f"no QR code for this address: it has {len(written)} of {LONGEST_ADDRESS} characters, or controls"
        )
    rows = symbol(written.encode())
    side = len(rows) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{_path(rows)}"/></svg>'
    )


def _path(rows: list[str]) -> str:
    """Each row as one line in dashes, ``M4 4.5h7m1 0h3…``, drawn in pieces so that each piece is made once."""
    lines = [f"M{QUIET_ZONE} {number}.5{_dashes(row.rstrip('0'))}" for number, row in enumerate(rows, QUIET_ZONE)]
    return "".join(lines)


def _dashes(row: str) -> str:
    return "".join([_piece(row[start : start + PIECE]) for start in range(0, len(row), PIECE)])


@cache
def _piece(modules: str) -> str:
    """``h3`` draws three modules, ``m2 0`` leaves out two: ``11100`` → ``h3m2 0``."""
    runs = (("".join(run), dark == "1") for dark, run in groupby(modules))
    return "".join(f"h{len(run)}" if dark else f"m{len(run)} 0" for run, dark in runs)
