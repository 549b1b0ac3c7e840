"""Everyone's files → one table or one JSON file, from which the same files can be made again.

The table has what stands in the files and not what the site makes of it: ``import`` of an ``export`` changes
nothing.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path as File

from records import Problem, judge, quoted
from records.nearest import nearest
from records.values import Path, Value

from directory import guard
from directory.exchange.cells import SEPARATOR
from directory.exchange.fields import EACH, ID, LEAVES, Leaf, column_name
from directory.exchange.merging import value_at
from directory.exchange.people import Person, everyone
from directory.model import Entry

MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""


def good_people(root: File, today: date) -> tuple[list[Person], list[Problem]]:
    """Everyone whose own file is good, and the problems of the others, who cannot be exported."""
    good: list[Person] = []
    problems: list[Problem] = []
    for person in everyone(root):
        found = list(person.problems)
        entry, more = judge(person.record, Entry, {"today": today}) if person.record else (None, [])
        problems += found + more
        good += [person] if entry and not found else []
    return good, sorted(problems)


def chosen(names: str) -> tuple[Sequence[Leaf], str]:
    """The leaves of ``name,contact,classes.start``, in the order of the house; or why a name is none."""
    wanted = [name.strip() for name in names.split(",") if name.strip() and name.strip() != ID[0]]
    known = {_plain(leaf.path[:length]) for leaf in LEAVES for length in range(1, len(leaf.path) + 1)}
    for name in wanted:
        if name not in known:
            meant = nearest(name, known)
            return (), f"{quoted(name)} is not a field" + (f"; write {meant}" if meant else "")
    return [leaf for leaf in LEAVES if not wanted or any(_is_in(leaf, name) for name in wanted)], ""


def _plain(path: Sequence[str]) -> str:
    return ".".join(step for step in path if step != EACH)


def _is_in(leaf: Leaf, name: str) -> bool:
    return f"{_plain(leaf.path)}.".startswith(f"{name}.")


def csv_text(people: Sequence[Person], leaves: Sequence[Leaf], delimiter: str = ",") -> str:
    """The table, with the mark that Excel needs; no cell of it is a formula."""
    paths = list(_paths(people, leaves))
    headers = ["id", *(column_name(path) for path in paths)]
    rows = ([person.id, *(cell_text(value_at(person.data, path)) for path in paths)] for person in people)
    return MARK + table_text([headers, *rows], delimiter)


def table_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Rows of texts as CSV; every cell is guarded, also against the semicolons of other countries."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guard.write(cell) for cell in row] for row in rows)
    return file.getvalue()


def cell_text(value: Value) -> str:
    """A text, or the words of a list with ``|`` between them."""
    if isinstance(value, list):
        return SEPARATOR.join(str(word) for word in value)
    return value if isinstance(value, str) else ""


def _paths(people: Sequence[Person], leaves: Sequence[Leaf]) -> Iterator[Path]:
    """One column a leaf; those of classes as often as anyone has classes, at least once, class by class."""
    yield from (leaf.at(0) for leaf in leaves if not leaf.is_repeated and not _is_after_items(leaf))
    repeated = [leaf for leaf in leaves if leaf.is_repeated]
    for index in range(_most_items(people)):
        yield from (leaf.at(index) for leaf in repeated)
    yield from (leaf.at(0) for leaf in leaves if not leaf.is_repeated and _is_after_items(leaf))


def _is_after_items(leaf: Leaf) -> bool:
    order = [one.is_repeated for one in LEAVES]
    return LEAVES.index(leaf) > order.index(True)


def _most_items(people: Sequence[Person]) -> int:
    lists = (person.data.get("classes") for person in people)
    return max([1, *(len(items) for items in lists if isinstance(items, list))])


def json_text(people: Sequence[Person], leaves: Sequence[Leaf]) -> str:
    """``{"people": [{"id": …, "name": …}]}``, every value the text that stands in the file."""
    kept = {leaf.path for leaf in leaves}
    records = [{ID[0]: person.id, **_only(person.data, kept, ())} for person in people]
    return json.dumps({"people": records}, ensure_ascii=False, indent=2) + "\n"


def _only(data: Mapping[str, Value], kept: set[tuple[str, ...]], above: tuple[str, ...]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in data.items():
        inner = _kept(value, kept, (*above, name))
        if inner:
            found[name] = inner
    return found


def _kept(value: Value, kept: set[tuple[str, ...]], path: tuple[str, ...]) -> Value:
    if isinstance(value, dict):
        return dict(_only(value, kept, path))
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return [_kept(one, kept, (*path, EACH)) for one in value]
    return value if path in kept else None
