"""Text → the modules of a QR symbol (ISO/IEC 18004), level M, versions 1 to 7, in bytes.

Why not a library: segno takes 5 ms for one symbol, a minute for ten thousand people; this takes about a
fiftieth of it and makes the same symbol, module by module, which the tests hold it to.  Two tricks do it.  All
modules of a symbol are one integer, so that a whole rule of the standard is a few shifts; and the code is linear, so
that each byte of the text turns the same modules wherever that byte stands there: a symbol is their exclusive or.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, reduce
from operator import itemgetter, xor
from typing import Final, NamedTuple

from directory.outputs.qr_layout import columns, layout, size_of, veils

MOST_BYTES: Final = 122
GAP: Final = 10
"""Light rows between symbols that are judged side by side, as far as a rule looks."""

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
    """What all symbols of a version share: ``place`` takes the bits of the message and "01" to rows of modules.

    A line of modules, with its margins, has ``down`` bits. All eight masks are judged at once, side by side in one
    integer of ``block`` bits each: ``veils`` are the masks, ``inside`` the modules that belong to the symbols.
    """

    size: int
    down: int
    place: Callable[[str], Iterable[str]]
    block: int
    veils: int
    inside: int


class Symbol(NamedTuple):
    """``size`` lines of modules, dark ones 1, each line in whole octets between its margins (``qr_layout.columns``)."""

    size: int
    lines: bytes


def symbol(text: bytes) -> Symbol:
    """The symbol of a text.  Raises ``ValueError`` beyond 122 bytes."""
    version = next((version for version in BLOCKS if len(text) <= _room(version)), 0)
    if not version:
        raise ValueError(f"{len(text)} bytes do not fit in a QR symbol of {MOST_BYTES}")
    plan = _plan(version)
    alike = text[: text.rfind(b"/", 0, -1) + 1]
    bare = _begun(version, len(text), alike)
    for position, byte in enumerate(text[len(alike) :], len(alike)):
        bare ^= _share(version, position, byte)
    octets = bare.to_bytes(plan.block // 8, "little")
    masked = int.from_bytes(octets * 8, "little") ^ plan.veils
    points = _penalties(masked, plan)
    length = plan.size * plan.down // 8
    best = masked >> points.index(min(points)) * plan.block & (1 << 8 * length) - 1
    return Symbol(plan.size, best.to_bytes(length))


def _room(version: int) -> int:
    """Bytes that fit: mode and length take 12 bits."""
    blocks, data, _ = BLOCKS[version]
    return (blocks * data * 8 - 12) // 8


@cache
def _plan(version: int) -> Plan:
    size = size_of(version)
    bits = sum(BLOCKS[version][1:]) * BLOCKS[version][0] * 8
    cells = layout(version, bits)
    down = len(columns(size))
    block = (size + GAP) * down
    side_by_side = sum(veil << mask * block for mask, veil in enumerate(veils(version)))
    inside = int("".join("01"[0 <= column < size] for _ in range(size) for column in columns(size)), 2)
    every = sum(inside << mask * block for mask in range(8))
    return Plan(size, down, itemgetter(*cells), block, side_by_side, every)


@cache
def _frame(version: int, length: int) -> int:
    """The symbol without mask of a text of ``length`` zeros: the fixed modules, the length and the padding."""
    return _drawn(_data(bytes(length), _codewords(version)), version)


@lru_cache(maxsize=256)
def _begun(version: int, length: int, start: bytes) -> int:
    """The symbol so far of a text of ``length`` that begins with ``start``, as all addresses of one folder do."""
    begun = _frame(version, length)
    for position, byte in enumerate(start):
        begun ^= _share(version, position, byte)
    return begun


@cache
def _share(version: int, position: int, byte: int) -> int:
    """The modules that turn when this byte stands there instead of a zero, those of its correction too."""
    ones = (place for place in range(8) if byte >> 7 - place & 1)
    return reduce(xor, (_bit(version, 12 + 8 * position + place) for place in ones), 0)


@cache
def _bit(version: int, place: int) -> int:
    """The modules that turn with one bit of the data."""
    length = _codewords(version)
    return _drawn((1 << 8 * length - place - 1).to_bytes(length), version) ^ _drawn(bytes(length), version)


def _codewords(version: int) -> int:
    blocks, length, _ = BLOCKS[version]
    return blocks * length


def _drawn(data: bytes, version: int) -> int:
    return int("".join(_plan(version).place(_message(data, version) + "01")), 2)


def _message(data: bytes, version: int) -> str:
    """All codewords as bits, the blocks interleaved."""
    _, length, correction = BLOCKS[version]
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


def _penalties(dark: int, plan: Plan) -> list[int]:
    """How hard each symbol is to read, by the two heaviest rules of ISO/IEC 18004 §7.8.3.

    Squares of one colour cost 3, false finders 40. The rules on long runs and on balance rarely choose another mask
    (over 400 addresses the mean of all rules' points is 0.4 % above the least), and cost as much time again.
    """
    down = plan.down
    squares = _squares(dark, down) | _squares(dark ^ plan.inside, down)  # never in one place in both colours
    across, along = _false_finders(dark, 1), _false_finders(dark, down)
    rules = ((3, squares), (40, across | along), (40, across & along))
    counts = [[weight * count for count in _counts(found, plan)] for weight, found in rules if found]
    return [sum(points) for points in zip(*counts, strict=True)]


def _squares(modules: int, down: int) -> int:
    beside = modules & modules >> 1
    return beside & beside >> down


def _counts(found: int, plan: Plan) -> list[int]:
    """The ones in the part of each mask."""
    size = plan.block // 8
    octets = found.to_bytes(8 * size, "little")
    return [int.from_bytes(octets[start : start + size], "little").bit_count() for start in range(0, 8 * size, size)]


def _false_finders(dark: int, step: int) -> int:
    """Where dark 1, light 1, dark 3, light 1, dark 1 stands beside four light modules, as only finders should."""
    dark <<= 4 * step  # so that there is room for four before the first
    second = dark >> step
    three = dark & second & dark >> 2 * step
    four = dark | second
    four |= four >> 2 * step
    beside = four << 4 * step & four >> 7 * step
    return dark & three >> 2 * step & dark >> 6 * step & ~(second | dark >> 5 * step | beside)
