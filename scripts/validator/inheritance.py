"""mkdocs.yml and the files that it inherits from."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Final

import yaml
from records.problem import Problem
from records.source import Source, read_source

from validator.parse.mkdocs_yaml import Settings, read_settings

LIMIT: Final = 1024 * 1024


def settings_chain(root: Path, source: Source) -> list[Settings] | Problem:
    """The settings in `source` and in the files that it inherits from, the nearest first."""
    chain: list[Settings] = []
    while True:
        settings = _settings_of(source)
        if isinstance(settings, Problem):
            return settings
        chain.append(settings)
        if not settings.parent:
            return chain
        name = posixpath.normpath(posixpath.join(posixpath.dirname(settings.path), settings.parent))
        if name in [one.path for one in chain]:
            return _broken(settings.path, 1, 1, f"they inherit from themselves, through {name}")
        parent = read_source(root / name, Path(root.anchor) if name.startswith("../") else root, LIMIT)
        if isinstance(parent, Problem):
            return _broken(settings.path, 1, 1, f"INHERIT names {name}, and {parent.message}")
        source = Source(name, parent.text)


def _settings_of(source: Source) -> Settings | Problem:
    try:
        return read_settings(source.path, source.text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _broken(source.path, line, column, error.problem or "it is no YAML")
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        return _broken(source.path, 1, 1, str(error) or "it is nested too deeply")


def _broken(path: str, line: int, column: int, reason: str) -> Problem:
    message = f"these settings cannot be read: {reason}"
    return Problem(path, line, column, "unreadable-settings", message, "mend the YAML here", code="S001")
