"""QR codes: the symbol of the standard, read from paper as it is found on notice boards."""

from __future__ import annotations

import random
import re
import string
from itertools import pairwise
from math import cos, radians, sin

import pytest
import zxingcpp
from directory.outputs import qr_svg
from directory.outputs.qr_symbol import BLOCKS, symbol
from qrcodegen import QrCode, QrSegment

SITE = "https://infant-massage.example/instructors/"
PIXELS = 6
Image = list[bytearray]


def addresses(count: int) -> list[str]:
    chance = random.Random(7)
    ids = ["".join(chance.choices(string.ascii_lowercase + "-", k=chance.randint(3, 60))) for _ in range(count)]
    return [f"{SITE}{id_}/" for id_ in ids]


def drawn(svg: str) -> Image:
    """The picture, a byte a pixel, as a browser would paint it; knows only the marks that our codes are made of."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    rows = [bytearray(b"\xff" * side * PIXELS) for _ in range(side)]
    for x, y, dashes in re.findall(r"M(\d+) (\d+)\.5([hm \d]+)", svg.split('stroke="#000"')[1]):
        at = int(x)
        for pen, length in re.findall(r"([hm])(\d+)(?: 0)?", dashes):
            if pen == "h":
                rows[int(y)][at * PIXELS : (at + int(length)) * PIXELS] = b"\0" * int(length) * PIXELS
            at += int(length)
    return [bytearray(row) for row in rows for _ in range(PIXELS)]


def read(image: Image) -> str:
    pixels = memoryview(b"".join(image)).cast("B", shape=[len(image), len(image[0])])
    found = zxingcpp.read_barcodes(pixels)
    return found[0].text if found else ""


@pytest.mark.parametrize("length", range(1, 121))
def test_each_module_is_the_one_of_the_standard(length: int) -> None:
    """Against Nayuki's encoder, an independent one; the mask is a free choice of the encoder."""
    text = "".join(random.Random(length).choices(string.ascii_lowercase + string.digits + "/:.-", k=length))
    others = [_other_encoder(text, mask) for mask in range(8)]
    assert symbol(text.encode()) in others


def _other_encoder(text: str, mask: int) -> list[str]:
    code = QrCode.encode_segments([QrSegment.make_bytes(text.encode())], QrCode.Ecc.MEDIUM, 1, 40, mask, False)
    return ["".join("01"[code.get_module(x, y)] for x in range(code.get_size())) for y in range(code.get_size())]


def test_the_mask_is_one_that_makes_the_symbol_easy_to_read() -> None:
    for address in [*addresses(5), *(f"https://a.example/{number**9}" for number in range(60))]:
        chosen = _hard(symbol(address.encode()))
        assert chosen == min(_hard(_other_encoder(address, mask)) for mask in range(8))


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
    address = next(one for one in _all_lengths() if len(symbol(one.encode())) == 17 + 4 * version)
    assert read(drawn(qr_svg(address))) == address


def _all_lengths() -> list[str]:
    return [f"https://a.example/{'x' * more}"[: 8 + more] for more in range(113)]


def test_a_worn_poster_is_read_back() -> None:
    """Turned by five degrees, blurred, and a corner of the data torn off."""
    for address in addresses(8):
        if len(address) <= 120:
            assert read(turned(blurred(torn(drawn(qr_svg(address)))), 5)) == address


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


def test_a_code_is_black_on_white_with_its_quiet_zone_and_has_nothing_to_style() -> None:
    svg = qr_svg(f"{SITE}zoe/")
    side = len(symbol(f"{SITE}zoe/".encode())) + 8
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>' in svg
    assert set(re.findall(r" ([\w-]+)=", svg)) == {"xmlns", "viewBox", "shape-rendering", "fill", "stroke", "d"}
    image = drawn(svg)
    assert all(set(image[y]) == {255} for y in (*range(4 * PIXELS), *range(-4 * PIXELS, 0)))


def test_a_site_in_other_letters_has_a_code_of_its_plain_address() -> None:
    assert read(drawn(qr_svg("https://köln.example/臺"))) == "https://xn--kln-sna.example/%E8%87%BA"


def test_the_longest_address_is_read_back() -> None:
    address = f"{SITE}{'x' * 77}"
    assert len(address) == 120
    assert read(drawn(qr_svg(address))) == address


@pytest.mark.parametrize(
    "address",
    [f"{SITE}{'x' * 78}", f"https://a.example/{'臺' * 12}", "https://a.example/\n", "https://a.example/\0"],
    ids=["too long", "too long when written out", "line end", "control"],
)
def test_what_makes_no_good_code_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no QR code for this address"):
        qr_svg(address)
