"""A small reader of PNG (ISO/IEC 15948), strict about what our own pictures may hold."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each part of a PNG, after a look at its check."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        kind, content, check = (
            png[at + 4 : at + 8],
            png[at + 8 : at + 8 + length],
            png[at + 8 + length : at + 12 + length],
        )
        assert int.from_bytes(check) == zlib.crc32(kind + content)
        yield kind, content
        at += 12 + length


def lines_of(png: bytes) -> list[str]:
    """The pixels of a picture of one bit each, light ones 1."""
    (_, header), (_, data), _ = parts = list(chunks(png))
    assert [kind for kind, _ in parts] == [b"IHDR", b"IDAT", b"IEND"]
    width, height, *form = struct.unpack(">IIBBBBB", header)
    assert form == [1, 0, 0, 0, 0]  # one bit, grey, the only compression and filters there are, not interlaced
    raw, long = zlib.decompress(data), 1 + -(-width // 8)
    assert len(raw) == long * height
    lines = [raw[at : at + long] for at in range(0, len(raw), long)]
    assert {line[0] for line in lines} == {0}  # not filtered
    return [f"{int.from_bytes(line[1:]):0{8 * long - 8}b}"[:width] for line in lines]
