"""Files as they would be, judged by the loader itself in a place of their own before one is written.

What one file cannot show (an organisation that does not exist, a town that nobody knows) is found there, and
so is every difference between what this package writes and what the site reads.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from records import Problem, Source, parse

from directory.gazetteer import TABLE
from directory.load import INSTRUCTORS, ORGANISATIONS, load


def connection_problems(files: Mapping[str, bytes], root: Path, today: date) -> Iterator[tuple[Problem, str]]:
    """What ``load`` says about ``{"docs/data/instructors/gb/jane.yml": …}``, each with the field it is about.

    The judge has seen each file already and accepted it, but for fields that the model does not know.
    """
    for problem in _load(files, root, today):
        if problem.rule != "unknown-field":
            yield problem, _field_at(problem, files.get(problem.path, b""))


def _load(files: Mapping[str, bytes], root: Path, today: date) -> list[Problem]:
    """The loader's problems with these files and nobody else's."""
    with TemporaryDirectory(prefix="instructors-") as folder:
        stage = Path(folder)
        (stage / INSTRUCTORS).mkdir(parents=True)
        for shared in (ORGANISATIONS, TABLE):
            _copy(root / shared, stage / shared)
        for path, data in files.items():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(data)
        return load(stage, today)[1]


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _field_at(problem: Problem, data: bytes) -> str:
    """The name of the field whose value stands where the problem is; empty for none."""
    record, _ = parse(Source(problem.path, data.decode("utf-8-sig").replace("\r\n", "\n")))
    places = record.places.items() if record else ()
    return next((str(path[0]) for path, place in places if path and place == (problem.line, problem.column)), "")
