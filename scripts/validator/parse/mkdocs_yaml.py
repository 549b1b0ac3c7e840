"""The YAML of mkdocs.yml → plain values, with places.

MkDocs's own loader runs what a file asks for (`!!python/name`); a validator of strange projects must not.  So names are
resolved only in packages that are made for MkDocs, and every other tag becomes the text it stands before.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

import yaml

from validator.finding import Place

TRUSTED: Final = frozenset({"pymdownx", "markdown", "material", "materialx"})
MAKERS: Final = ("pymdownx.slugs.", "pymdownx.emoji.", "material.extensions.")
"""Whose functions may be called while the settings are read; `markdown.markdownFromFile` would write files."""


class _Loader(yaml.SafeLoader):
    """Every tag it does not know becomes plain values."""


def _name(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    """`!!python/name:pymdownx.slugs.slugify`; what is not trusted becomes its name."""
    module, _, attribute = suffix.rpartition(".")
    if module.partition(".")[0] not in TRUSTED:
        return suffix
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError):
        return suffix


def _applied(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    """`!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`."""
    made = _name(loader, suffix, node) if suffix.startswith(MAKERS) else None
    given = loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else {}
    try:
        return made(*given.get("args", ()), **given.get("kwds", {})) if callable(made) else suffix
    except TypeError:
        return suffix


def _environment(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    """`!ENV [NAME, default]`."""
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value]
    values = [os.environ[name] for name in names if isinstance(name, str) and name in os.environ]
    return yaml.safe_load(values[0]) if values else (names[-1] if len(names) > 1 else None)


def _plain(loader: _Loader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return loader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else node.value


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _name)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _applied)
_Loader.add_multi_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", _plain)


@dataclass(frozen=True)
class Settings:
    """What one file says: plain values, and its node for places.  `parent` is the file that it inherits from."""

    path: str
    values: Mapping[str, Any]
    node: yaml.Node | None
    parent: str = ""


def read_settings(path: str, text: str) -> Settings:
    """What the file `path` says; raises `yaml.YAMLError` (with a mark) or `ValueError` when `text` is none."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        given = loader.construct_document(node) if node else {}
    finally:
        loader.dispose()
    if not isinstance(given, dict):
        raise ValueError("the settings are written as `name: value` lines")
    return Settings(path, given, node, str(given.pop("INHERIT", "") or ""))


def value_of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands at `key` of a mapping."""
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def places_of(node: yaml.Node | None) -> dict[str, Place]:
    """The place of each top-level name."""
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(name.value): place_of(name) for name, _ in pairs}


def place_of(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
