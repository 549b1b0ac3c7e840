"""JSON with the place of every text in it, for web manifests and feeds."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from validator.finding import Place

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]', re.S)


class JsonError(Exception):
    """Why a text is no JSON, and where."""

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(reason)
        self.place = place


class Leaf(NamedTuple):
    """One text; `path` names the way to it: keys, and "[]" for an item of a list."""

    path: tuple[str, ...]
    value: str
    place: Place


def json_texts(text: str) -> Iterator[Leaf]:
    """Every text that is a value, in order; raises `JsonError`."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise JsonError(error.msg[0].lower() + error.msg[1:], Place(error.lineno, error.colno)) from None
    except RecursionError:
        raise JsonError("its brackets are nested too deeply", Place()) from None
    return _leaves(text)


def _leaves(text: str) -> Iterator[Leaf]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    path: list[str] = []
    key: tuple[str, int] | None = None
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign[0] == '"':
            key = (sign, token.start())
        elif sign == ":" and key:
            path[-1], key = json.loads(key[0]), None
        else:
            if key:
                yield _leaf(path, key, starts)
                key = None
            if sign in "[{":
                path.append("[]" if sign == "[" else "")
            elif sign in "]}":
                path.pop()
    if key:
        yield _leaf(path, key, starts)


def _leaf(path: list[str], written: tuple[str, int], starts: list[int]) -> Leaf:
    line = bisect_right(starts, written[1])
    return Leaf(tuple(path), json.loads(written[0]), Place(line, written[1] - starts[line - 1] + 1))
