"""Text → the modules of a QR symbol (ISO/IEC 18004), level M, versions 1 to 7, in bytes.

Why not a library: segno takes 5 ms for one symbol, a minute for ten thousand people; this takes about a
fiftieth of it and makes the same symbol, module by module, which the tests hold it to.  Two tricks do it.  All
modules of a symbol are one integer, so that a whole rule of the standard is a few shifts; and where each bit goes
depends on the version alone, so that placing them all is one ``itemgetter``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

from directory.outputs.qr_layout import MARGIN, layout, size_of, veils

MOST_BYTES: Final = 122

BLOCKS: Final = {
    1: (1, 16, 10),
    2: (1, 28, 16),
    3: (1, 44, 26),
    4: (2, 32, 18),
    5: (2, 43, 24),
    6: (4, 27, 16),
    7: (4, 31, 18),
}
"""Version → blocks, data codewords and correction codewords of each, for level M (ISO/IEC 18004 table 9)."""


class Plan(NamedTuple):
    """What all symbols of a version share: ``place`` takes the bits of the message and "01" to rows of modules."""

    size: int
    place: Callable[[str], Iterable[str]]
    veils: tuple[int, ...]
    inside: int


def symbol(text: bytes) -> list[str]:
    """Rows of "1" (dark) and "0" (light), without the quiet zone.  Raises ``ValueError`` beyond 122 bytes."""
    version = next((version for version in BLOCKS if len(text) <= _room(version)), 0)
    if not version:
        raise ValueError(f"{len(text)} bytes do not fit in a QR symbol of {MOST_BYTES}")
    plan = _plan(version)
    bare = int("".join(plan.place(_message(text, version) + "01")), 2)
    best = min((bare ^ veil for veil in plan.veils), key=lambda modules: _penalty(modules, plan))
    width = plan.size + MARGIN
    bits = f"{best:0{plan.size * width}b}"
    return [bits[start : start + plan.size] for start in range(0, len(bits), width)]


def _room(version: int) -> int:
    """Bytes that fit: mode and length take 12 bits."""
    blocks, data, _ = BLOCKS[version]
    return (blocks * data * 8 - 12) // 8


@cache
def _plan(version: int) -> Plan:
    size = size_of(version)
    bits = sum(BLOCKS[version][1:]) * BLOCKS[version][0] * 8
    cells = layout(version, bits)
    inside = "".join(("1" * size + "0" * MARGIN) * size)
    return Plan(size, itemgetter(*cells), tuple(veils(version)), int(inside, 2))


def _message(text: bytes, version: int) -> str:
    """All codewords as bits, the blocks interleaved."""
    blocks, length, correction = BLOCKS[version]
    data = _data(text, blocks * length)
    parts = [data[start : start + length] for start in range(0, len(data), length)]
    woven = _woven(parts) + _woven([_remainder(part, correction) for part in parts])
    return f"{int.from_bytes(woven):0{len(woven) * 8}b}"


def _woven(parts: list[bytes]) -> bytes:
    """The first byte of each part, then the second of each."""
    whole = bytearray(sum(map(len, parts)))
    for number, part in enumerate(parts):
        whole[number :: len(parts)] = part
    return bytes(whole)


def _data(text: bytes, room: int) -> bytes:
    """Mode "bytes", the length, the text, the end, and the padding of the standard."""
    bits = (0b0100 << 8 | len(text)) << len(text) * 8 | int.from_bytes(text)
    start = (bits << 4).to_bytes(len(text) + 2)
    return start + (b"\xec\x11" * room)[: room - len(start)]


def _remainder(data: bytes, length: int) -> bytes:
    """The Reed-Solomon check of one block."""
    steps, top, rest = _steps(length), length * 8 - 8, 0
    keep = (1 << top) - 1
    for byte in data:
        rest = (rest & keep) << 8 ^ steps[byte ^ rest >> top]
    return rest.to_bytes(length)


@cache
def _steps(length: int) -> tuple[int, ...]:
    """For each byte, the generator polynomial of ``length`` times it."""
    generator = [1]
    for power in range(length):
        shifted, raised = [*generator, 0], [0, *(_product(one, _POWERS[power]) for one in generator)]
        generator = [low ^ high for low, high in zip(shifted, raised, strict=True)]
    return tuple(int.from_bytes(bytes(_product(byte, one) for one in generator[1:])) for byte in range(256))


def _powers() -> Iterator[int]:
    value = 1
    for _ in range(255):
        yield value
        value = value << 1 ^ (0x11D if value & 0x80 else 0)


_POWERS: Final = tuple(_powers())
_LOGS: Final = {value: power for power, value in enumerate(_POWERS)}


def _product(one: int, other: int) -> int:
    return _POWERS[(_LOGS[one] + _LOGS[other]) % 255] if one and other else 0


def _penalty(dark: int, plan: Plan) -> int:
    """How hard a symbol is to read (ISO/IEC 18004 §7.8.3): long runs, blocks, false finders, too dark or light."""
    down = plan.size + MARGIN
    score = 0
    for modules in (dark, dark ^ plan.inside):
        beside, below = modules & modules >> 1, modules & modules >> down
        score += 3 * (beside & beside >> down).bit_count() + _runs(modules, beside, 1) + _runs(modules, below, down)
    score += 40 * (_false_finders(dark, 1) + _false_finders(dark, down))
    area = plan.size * plan.size
    return score + 10 * (10 * abs(2 * dark.bit_count() - area) // area)


def _runs(modules: int, pairs: int, step: int) -> int:
    """3 points for five modules of one colour in line, and one for each more."""
    fives = pairs & pairs >> 2 * step & modules >> 4 * step
    return fives.bit_count() + 2 * (fives & ~(fives >> step)).bit_count()


def _false_finders(dark: int, step: int) -> int:
    """How often dark 1, light 1, dark 3, light 1, dark 1 stands beside four light modules, as only finders should."""
    second = dark >> step
    three = second & dark >> 2 * step & dark >> 3 * step
    found = dark & three >> step & dark >> 6 * step & ~(second | dark >> 5 * step)
    if not found:
        return 0
    before, after = dark << step, dark >> 7 * step
    before |= before << step
    after |= after >> step
    return (found & ~((before | before << 2 * step) & (after | after >> 2 * step))).bit_count()
