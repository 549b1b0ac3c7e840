"""A file → a record → an instance of its model: the one way in which every data file of the project is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from records.judge import judge
from records.problem import Problem
from records.reader import Record, parse
from records.source import SIZE_LIMIT, read_source

ModelT = TypeVar("ModelT", bound=BaseModel)


def load_record(path: Path, root: Path, limit: int = SIZE_LIMIT) -> tuple[Record | None, list[Problem]]:
    """The record of a file below ``root``, of at most ``limit`` bytes, and everything that was refused in it."""
    source = read_source(path, root, limit)
    return (None, [source]) if isinstance(source, Problem) else parse(source)


def load_model(
    path: Path, root: Path, model: type[ModelT], context: Any = None, limit: int = SIZE_LIMIT
) -> tuple[ModelT | None, Record | None, list[Problem]]:
    """The instance and the record of a file, or every reason why not, sorted; ``context`` goes to the model."""
    record, problems = load_record(path, root, limit)
    if record is None:
        return None, None, problems
    value, more = judge(record, model, context)
    return value, record, sorted(problems + more)
