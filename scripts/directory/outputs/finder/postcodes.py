"""Post code areas for the finder: those of the table, and those that listed people name."""

from __future__ import annotations

from collections import Counter
from typing import Final

from directory.directory import Directory
from directory.outputs.escape import json_text
from directory.outputs.finder.cuts import cuts
from directory.outputs.finder.pieces import FOLDER, Files, hashed
from directory.postcodes import PATTERNS, compact

COLUMNS: Final = ("area", "country", "town", "lat", "lon")
LIMIT: Final = 21_500
"""Characters of a piece: at most 10 KB when compressed."""


def postcode_files(directory: Directory, text: str) -> Files:
    """The pieces, and `{"path", "cuts"}`. `text` is that of postcodes.tsv; its places go before those of people."""
    rows = _table(text)
    _add_named(rows, directory)
    order = sorted(rows)
    pieces = cuts([name.partition(" ")[0] for name in order], [len(rows[name]) for name in order], LIMIT)
    head = json_text({"columns": COLUMNS, "countries": _countries(directory), "patterns": PATTERNS, "rows": []})[:-2]
    texts = [f"{head}{','.join([rows[name] for name in order[one.low : one.high]])}]}}\n" for one in pieces]
    path = f"{FOLDER}/postcodes-{hashed(*texts)}/"
    named = {f"{path}{number}.json": text for number, text in enumerate(texts)}
    return Files(named, {"path": path, "cuts": [one.start for one in pieces]})


def _countries(directory: Directory) -> str:
    """The countries where most people are first; by powers of two, so that a new person seldom changes all pieces."""
    counts = Counter(one.country for one in directory.people)
    return " ".join(sorted(counts, key=lambda code: (-counts[code].bit_length(), code)))


def _table(text: str) -> dict[str, str]:
    """`{"803 DE": '["803","DE",…]'}` of the table."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = (line.split("\t") for line in quoted.split("\n")[1:-1])
    return {
        f"{area} {country}": f'["{area}","{country}","{town}",{lat},{lon}]' for country, area, lat, lon, town in lines
    }


def _add_named(rows: dict[str, str], directory: Directory) -> None:
    """Adds the areas that people name and the table lacks, with the town and place of the first of them."""
    for one in directory.people:
        if one.postcode_area and one.coordinates:
            area = compact(one.postcode_area)
            if area and f"{area} {one.country}" not in rows:
                place = round(one.coordinates.lat, 2), round(one.coordinates.lon, 2)
                rows[f"{area} {one.country}"] = json_text([area, one.country, one.town, *place])
