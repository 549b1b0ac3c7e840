"""The permalink as a QR code for posters: the address alone, never a contact, which a stranger could forge.

Black on white whatever the palette, since a code that is light on dark cannot be read by every camera. The picture has
one pixel a module, so it takes a sixth of the room of drawn modules; a page shows it enlarged, with hard edges.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from functools import cache
from typing import Final, NamedTuple
from zlib import compress, crc32

from directory.outputs.escape import uri
from directory.outputs.qr_layout import QUIET_ZONE
from directory.outputs.qr_symbol import symbol

LONGEST_ADDRESS: Final = 120
"""Characters beyond which the modules of a printed code become too small for old cameras."""


class QrCode(NamedTuple):
    """A PNG picture of `side` times `side` pixels."""

    png: bytes
    side: int

    @property
    def address(self) -> str:
        """The picture as the address of an image."""
        return f"data:image/png;base64,{b64encode(self.png).decode()}"


def qr_code(address: str) -> QrCode:
    """The code of an address, with its quiet zone.

    Raises ``ValueError`` for an address over 120 characters, in the letters of ``escape.uri``, or with controls.
    """
    written = uri(address)
    if len(written) > LONGEST_ADDRESS or not address.isprintable():
        raise ValueError(
            f"no QR code for this address: it has {len(written)} of {LONGEST_ADDRESS} characters, or controls"
        )
    size, lines = symbol(written.encode())
    side = size + 2 * QUIET_ZONE
    return QrCode(_png(lines, side), side)


def _png(lines: bytes, side: int) -> bytes:
    """A greyscale PNG (ISO/IEC 15948) of one bit a pixel: light is 1, each line begins with its filter, 0."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    modules = int.from_bytes(_quiet(side) + lines + _quiet(side)) ^ _paper(side)
    data = compress(modules.to_bytes(_length(side)), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _length(side: int) -> int:
    return side * (1 + -(-side // 8))


@cache
def _quiet(side: int) -> bytes:
    return bytes(_length(side) // side * QUIET_ZONE)


@cache
def _paper(side: int) -> int:
    """A picture in which every module is light."""
    return int(f"{'0' * 8}{'1' * side}{'0' * (-side % 8)}" * side, 2)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))
