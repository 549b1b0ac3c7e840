"""What a person's file says, with the cells of one row put in.

Only fields that the table has a column for change; an empty cell means that nothing is written there, so the
field goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
from typing import TypeAlias

from records.values import Path, Value

Data: TypeAlias = dict[str, Value]


def merged(old: Mapping[str, Value], cells: Mapping[Path, Value]) -> tuple[Data, dict[Path, Path]]:
    """The new values, and where the cell of each came from when empty items before it have gone.

    The second part maps paths in the new values to paths of columns: ``("classes", 0)`` → ``("classes", 1)``.
    """
    new = deepcopy(dict(old))
    for path, value in cells.items():
        if not value:
            _drop(new, path)
    for path, value in cells.items():
        if value:
            put(new, path, value)
    moved: dict[Path, Path] = {}
    for name in {str(path[0]) for path in cells if len(path) > 1}:
        moved |= _pruned(new, name, old)
    return new, moved


def value_at(data: Value, path: Path) -> Value:
    """The text or the list of texts at ``path``; None when there is none, or fields of its own."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, str) or _is_words(data) else None


def all_paths(value: Value, above: Path = ()) -> list[Path]:
    """The paths of everything inside a value, each before what is inside it."""
    steps: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    return [path for step, inner in steps for path in [(*above, step), *all_paths(inner, (*above, step))]]


def _is_words(data: Value) -> bool:
    return isinstance(data, list) and all(isinstance(one, str) for one in data)


def _drop(data: Data, path: Path) -> None:
    if not value_at(data, path):
        return
    holder: Value = data
    for step in path[:-1]:
        holder = holder[step]  # type: ignore[index]
    del holder[path[-1]]  # type: ignore[union-attr,arg-type]


def put(data: Data, path: Path, value: Value) -> None:
    """Writes ``value`` at ``path``; fields and items on the way are made where there are none of that kind."""
    holder: Value = data
    for step, after in pairwise(path):
        wanted: type = list if isinstance(after, int) else dict
        if isinstance(holder, list) and isinstance(step, int):
            holder += [{} for _ in range(len(holder), step + 1)]
            holder = holder[step]
        elif isinstance(holder, dict) and isinstance(step, str):
            if not isinstance(holder.get(step), wanted):
                holder[step] = wanted()
            holder = holder[step]
    if isinstance(holder, dict):
        holder[str(path[-1])] = value


def _pruned(data: Data, name: str, old: Mapping[str, Value]) -> dict[Path, Path]:
    """Takes away what has become empty; what was empty before stays as it was written."""
    value = data.get(name)
    moved: dict[Path, Path] = {}
    if isinstance(value, list) and value:
        kept = [index for index, one in enumerate(value) if one]
        moved = {(name, new): (name, index) for new, index in enumerate(kept)}
        data[name] = [value[index] for index in kept]
    if not data.get(name) and name in data:
        del data[name]
        if name in old and not old[name]:
            data[name] = old[name]
    return moved
