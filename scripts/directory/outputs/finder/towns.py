"""The towns of the gazetteer for the finder: a row for each spelling, in small pieces by what people type."""

from __future__ import annotations

from collections.abc import Sequence

from directory.outputs.escape import json_text
from directory.outputs.finder.pieces import FOLDER, Files, hashed
from directory.outputs.finder.town_order import Part, order_of, read_order
from directory.outputs.finder.town_rows import COLUMNS, towns


def town_files(text: str, order_text: str = "") -> Files:
    """The pieces, and `{"path", "cuts"}`: the first key of each piece by the beginning of names.

    `text` is that of towns.tsv, and `order_text` that of the order kept beside it. Where that is missing or belongs to
    another table, it is worked out in a second. The folder is named by its content, so it changes with the table alone.
    """
    order = read_order(order_text, text) or order_of(text)
    rows = [row.json for town in towns(text) for row in town]
    others = {"ends": _starts(order.ends), "middles": _starts(order.middles)}
    pieces = {
        **_pieces("", order.cuts, rows, others),
        **_pieces("end-", order.ends, rows, {}),
        **_pieces("middle-", order.middles, rows, {}),
    }
    path = f"{FOLDER}/towns-{hashed(*pieces.values())}/"
    return Files({path + name: piece for name, piece in pieces.items()}, {"path": path, "cuts": _starts(order.cuts)})


def _starts(parts: Sequence[Part]) -> list[str]:
    return [part.start for part in parts]


def _pieces(name: str, parts: Sequence[Part], rows: Sequence[str], others: dict[str, list[str]]) -> dict[str, str]:
    """The pieces of one order. `others` stand in each, so that whoever finds nothing in it knows where else to look."""
    head = json_text({"columns": COLUMNS, **others, "rows": []})[: -len("]}")]
    texts = (f"{head}{','.join([rows[number] for number in part.numbers])}]}}\n" for part in parts)
    return {f"{name}{number}.json": text for number, text in enumerate(texts)}
