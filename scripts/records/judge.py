"""A record and a model → an instance, or every reason why not, each at its line and column.

Pydantic knows *what* is wrong in a program's words; who wrote the file needs *where*, *why* and *what now*.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from records.compose import PROBLEM_LIMIT
from records.problem import Problem, quoted
from records.reader import Record
from records.sentences import sentence
from records.shape import fields_at
from records.values import Path, Value

ModelT = TypeVar("ModelT", bound=BaseModel)


def judge(record: Record, model: type[ModelT], context: Any = None) -> tuple[ModelT | None, list[Problem]]:
    """An instance of ``model`` and no problem, or None and all problems, sorted.

    ``context`` reaches the model's validators as ``info.context``.  A record from which the reader refused
    something never makes an instance; what was refused is not reported again.
    """
    try:
        instance = model.model_validate(record.data, context=context)
    except ValidationError as error:
        found = (problem for one in error.errors(include_url=False) for problem in _problems(one, record, model))
        return None, sorted(set(islice(found, PROBLEM_LIMIT)))
    return (None if record.refused else instance), []


def _problems(error: ErrorDetails, record: Record, model: type[BaseModel]) -> Iterator[Problem]:
    path = _path(error, record.data)
    if _is_reported(error, path, record):
        return
    known = fields_at(model, path[:-1])
    rule, message, fix = sentence(error, _subject(path, error), known, _siblings(record.data, path))
    named = error["type"] == "extra_forbidden" or error["input"] is None
    line, column = record.key_place(path) if named else record.place(path)
    yield Problem(record.path, line, column, rule, message, fix)


def _path(error: ErrorDetails, data: Value) -> Path:
    """The place in the file: pydantic's, without the names it gives to the branches of a union."""
    wanted = (*error["loc"], *error.get("ctx", {}).get("at", ()))
    path: list[str | int] = []
    for index, step in enumerate(wanted):
        if _leads_on(data, step):
            data = data[step]  # type: ignore[index]
            path.append(step)
        elif index == len(wanted) - 1 and isinstance(data, dict) and isinstance(step, str):
            path.append(step)
    return tuple(path)


def _leads_on(data: Value, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def _is_reported(error: ErrorDetails, path: Path, record: Record) -> bool:
    """Whether the reader refused this value, or a nameless field that may have been the missing one."""
    above = (path[:length] for length in range(len(path) + 1))
    return any(part in record.refused for part in above) or (
        error["type"] == "missing" and (*path[:-1], "") in record.refused
    )


def _siblings(data: Value, path: Path) -> frozenset[str]:
    """The names of the fields written beside the one at ``path``."""
    for step in path[:-1]:
        data = data[step]  # type: ignore[index]
    return frozenset(data) if isinstance(data, dict) else frozenset()


def _subject(path: Path, error: ErrorDetails) -> str:
    """The beginning of the message: ``start is "24:00": `` · ``languages has "xx": `` · ``classes: ``."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return ""
    value = error["input"]
    if not isinstance(value, str) or error["type"] in ("missing", "extra_forbidden") or error.get("ctx", {}).get("at"):
        return f"{names[-1]}: "
    return f"{names[-1]} {'has' if isinstance(path[-1], int) else 'is'} {quoted(value)}: "
