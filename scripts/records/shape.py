"""Which fields a model has at a place, for naming the one that a person meant."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel, RootModel


def fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The names, as written in files, of the fields that can stand at ``path``; empty without a model."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and current is not None:
            current = _model_in(_annotation(current, step))
    return tuple(info.alias or name for name, info in current.model_fields.items()) if current else ()


def _annotation(model: type[BaseModel], written: str) -> Any:
    if issubclass(model, RootModel):  # a table whose names are free
        return model.model_fields["root"].annotation
    for name, info in model.model_fields.items():
        if written in (name, info.alias):
            return info.annotation
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside ``tuple[Model, ...]``, ``Model | None``, ``Annotated[Model, …]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
