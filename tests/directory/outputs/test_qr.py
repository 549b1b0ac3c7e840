"""QR codes: the symbol of the standard, read from paper as it is found on notice boards."""

from __future__ import annotations

import random
import re
import string
from base64 import b64decode
from itertools import pairwise
from math import cos, radians, sin

import pytest
import zxingcpp
from directory.outputs import qr_code
from directory.outputs.qr_layout import BEFORE, columns
from directory.outputs.qr_symbol import BLOCKS, symbol
from pixels import lines_of
from qrcodegen import QrCode, QrSegment

SITE = "https://infant-massage.example/instructors/"
PIXELS = 6
Image = list[bytearray]


def addresses(count: int) -> list[str]:
    chance = random.Random(7)
    ids = ["".join(chance.choices(string.ascii_lowercase + "-", k=chance.randint(3, 60))) for _ in range(count)]
    return [f"{SITE}{id_}/" for id_ in ids]


def rows_of(text: str) -> list[str]:
    """The modules of a symbol, dark ones 1, without their margins, which must be light."""
    size, lines = symbol(text.encode())
    bits, long = f"{int.from_bytes(lines):0{8 * len(lines)}b}", len(columns(size))
    whole = [bits[at : at + long] for at in range(0, len(bits), long)]
    assert len(whole) == size
    assert {line[:BEFORE] + line[BEFORE + size :] for line in whole} == {"0" * (long - size)}
    return [line[BEFORE : BEFORE + size] for line in whole]


def drawn(address: str) -> Image:
    """The picture of an address, a byte a pixel, enlarged as on a page."""
    lines = [b"".join(b"\xff" * PIXELS if bit == "1" else bytes(PIXELS) for bit in line) for line in _lines(address)]
    return [bytearray(line) for line in lines for _ in range(PIXELS)]


def _lines(address: str) -> list[str]:
    return lines_of(qr_code(address).png)


def read(image: Image) -> str:
    pixels = memoryview(b"".join(image)).cast("B", shape=[len(image), len(image[0])])
    found = zxingcpp.read_barcodes(pixels)
    return found[0].text if found else ""


@pytest.mark.parametrize("length", range(1, 121))
def test_each_module_is_the_one_of_the_standard(length: int) -> None:
    """Against Nayuki's encoder, an independent one; the mask is a free choice of the encoder."""
    text = "".join(random.Random(length).choices(string.ascii_lowercase + string.digits + "/:.-", k=length))
    others = [_other_encoder(text, mask) for mask in range(8)]
    assert rows_of(text) in others


def _other_encoder(text: str, mask: int) -> list[str]:
    code = QrCode.encode_segments([QrSegment.make_bytes(text.encode())], QrCode.Ecc.MEDIUM, 1, 40, mask, False)
    return ["".join("01"[code.get_module(x, y)] for x in range(code.get_size())) for y in range(code.get_size())]


def test_the_mask_is_one_that_makes_the_symbol_easy_to_read() -> None:
    """Two rules of the standard choose it; by all four it is the best one or nearly."""
    ratios = []
    for address in [*addresses(5), *(f"https://a.example/{number**9}" for number in range(60))]:
        least = min(_hard(_other_encoder(address, mask)) for mask in range(8))
        ratios.append(_hard(rows_of(address)) / least)
    assert max(ratios) <= 1.12


def _hard(rows: list[str]) -> int:
    """The points of §7.8.3, counted slowly; beyond the edge it is light."""
    lines = rows + ["".join(column) for column in zip(*rows, strict=True)]
    points = sum(len(run) - 2 for line in lines for run in re.findall("0{5,}|1{5,}", line))
    points += sum(
        3 * (one[x : x + 2] == other[x : x + 2] and one[x] == one[x + 1])
        for one, other in pairwise(rows)
        for x in range(len(rows) - 1)
    )
    padded = [f"0000{line}0000" for line in lines]
    finder = "(?<=0000)(?=1011101)|(?=10111010000)"  # light before it or behind it, counted once where both are
    points += 40 * sum(len(re.findall(finder, line)) for line in padded)
    dark = sum(row.count("1") for row in rows)
    return points + 10 * int(abs(20 * dark / len(rows) ** 2 - 10))


@pytest.mark.parametrize("version", BLOCKS)
def test_each_version_is_read_back(version: int) -> None:
    address = next(one for one in _all_lengths() if symbol(one.encode()).size == 17 + 4 * version)
    assert read(drawn(address)) == address


def _all_lengths() -> list[str]:
    return [f"https://a.example/{'x' * more}"[: 8 + more] for more in range(113)]


def test_a_worn_poster_is_read_back() -> None:
    """Turned by five degrees, blurred, and a corner of the data torn off."""
    for address in addresses(8):
        if len(address) <= 120:
            assert read(turned(blurred(torn(drawn(address))), 5)) == address


def torn(image: Image) -> Image:
    """Without a twentieth of the symbol, at the corner that has no finder."""
    side = len(image)
    gap = int((side - 8 * PIXELS) * 0.05**0.5)
    edge = side - 4 * PIXELS
    return [
        row[: edge - gap] + b"\xff" * gap + row[edge:] if edge - gap <= y < edge else row for y, row in enumerate(image)
    ]


def blurred(image: Image) -> Image:
    """Each pixel the mean of nine, three pixels apart from edge to edge."""
    across = [
        bytearray(sum(row[max(x - 1, 0) : x + 2]) // len(row[max(x - 1, 0) : x + 2]) for x in range(len(row)))
        for row in image
    ]
    columns = [bytearray(column) for column in zip(*across, strict=True)]
    down = [
        bytearray(sum(row[max(x - 1, 0) : x + 2]) // len(row[max(x - 1, 0) : x + 2]) for x in range(len(row)))
        for row in columns
    ]
    return [bytearray(row) for row in zip(*down, strict=True)]


def turned(image: Image, degrees: float) -> Image:
    side, c, s = len(image), cos(radians(degrees)), sin(radians(degrees))
    half = side / 2

    def pixel(x: int, y: int) -> int:
        column, row = round(half + c * (x - half) + s * (y - half)), round(half - s * (x - half) + c * (y - half))
        return image[row][column] if 0 <= row < side and 0 <= column < side else 255

    return [bytearray(pixel(x, y) for x in range(side)) for y in range(side)]


def test_a_code_is_black_on_white_with_its_quiet_zone_and_one_pixel_a_module() -> None:
    address = f"{SITE}zoe/"
    code, rows = qr_code(address), rows_of(address)
    assert code.side == len(rows) + 8
    light, dark_is_0 = "1" * code.side, [row.translate(str.maketrans("01", "10")) for row in rows]
    assert lines_of(code.png) == [light] * 4 + [f"1111{row}1111" for row in dark_is_0] + [light] * 4


def test_a_code_is_the_address_of_an_image() -> None:
    code = qr_code(f"{SITE}zoe/")
    head, _, body = code.address.partition(",")
    assert (head, b64decode(body, validate=True)) == ("data:image/png;base64", code.png)


def test_a_site_in_other_letters_has_a_code_of_its_plain_address() -> None:
    assert read(drawn("https://köln.example/臺")) == "https://xn--kln-sna.example/%E8%87%BA"


def test_the_longest_address_is_read_back() -> None:
    address = f"{SITE}{'x' * 77}"
    assert len(address) == 120
    assert read(drawn(address)) == address


@pytest.mark.parametrize(
    "address",
    [f"{SITE}{'x' * 78}", f"https://a.example/{'臺' * 12}", "https://a.example/\n", "https://a.example/\0"],
    ids=["too long", "too long when written out", "line end", "control"],
)
def test_what_makes_no_good_code_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no QR code for this address"):
        qr_code(address)
