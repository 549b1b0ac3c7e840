"""`[tool.validate]` of pyproject.toml: which rules run, and what is allowed and why.

[tool.validate]
groups = ["house"]                                     rules beside the general ones
skip = ["bare-address"]                                rules that do not run
hosts = ["maps.example"]                               hosts that pages may fetch parts from
allow = [{ rule = "orphan-page", path = "site/offline/index.html", reason = "the service worker leads to it" }]
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError
from records.nearest import nearest
from records.problem import Problem, quoted
from records.source import read_source

from validator.finding import Place
from validator.parse.toml_places import TomlPlaces

NAME: Final = "pyproject.toml"
LIMIT: Final = 1024 * 1024
_STRICT: Final = ConfigDict(extra="forbid", frozen=True)
_AT: Final = re.compile(r"^(?P<why>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.S)
_SENTENCES: Final = {
    "extra_forbidden": "there is no such setting",
    "missing": "this setting is missing",
    "string_type": "a text in quotes belongs here",
    "tuple_type": 'a list such as ["bare-address"] belongs here',
    "model_type": "a table belongs here",
    "model_attributes_type": "a table in braces belongs here",
}


class Allow(BaseModel):
    """Problems that are accepted: of one rule, in files whose path fits a pattern such as `docs/en/old/*`."""

    model_config = _STRICT
    rule: str
    path: str
    reason: str = ""


class Settings(BaseModel):
    """The whole table; everything may be missing."""

    model_config = _STRICT
    groups: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    allow: tuple[Allow, ...] = ()
    hosts: tuple[str, ...] = ()
    """Hosts that pages may fetch parts from, beside the site's own."""
    _places: tuple[Place, ...] = PrivateAttr(())

    @property
    def allowed(self) -> list[tuple[Allow, Place]]:
        """Each entry of `allow`, and where it stands."""
        return list(zip(self.allow, self._places, strict=True))


Read: TypeAlias = tuple[Settings, list[Problem]]


def read_settings(root: Path) -> Read:
    """The settings of the project at `root`, or the default ones and why those there are not accepted."""
    if not (root / NAME).is_file():
        return Settings(), []
    source = read_source(root / NAME, root, LIMIT)
    if isinstance(source, Problem):
        return Settings(), [source]
    places = TomlPlaces(source.text, "tool.validate")
    try:
        table = tomllib.loads(source.text).get("tool", {}).get("validate", {})
        settings = Settings.model_validate(table)
    except tomllib.TOMLDecodeError as error:
        return Settings(), [_no_toml(str(error), source.text)]
    except RecursionError:
        return Settings(), [_problem(Place(), "its lists and tables are nested too deeply", "take the nesting out")]
    except ValidationError as error:
        return Settings(), [_not_accepted(one["loc"], one["type"], one["msg"], places) for one in error.errors()]
    settings._places = tuple(places.of(("allow", at)) for at in range(len(settings.allow)))
    return settings, []


def wrong_names(root: Path, settings: Settings, rules: frozenset[str], groups: frozenset[str]) -> list[Problem]:
    """A problem for each name in `skip` and `groups` that there is not; `rules` holds names and codes."""
    if not settings.skip and not settings.groups:
        return []
    places = TomlPlaces((root / NAME).read_text(encoding="utf-8"), "tool.validate")
    wrong = [("skip", "rule", one, rules) for one in settings.skip if one not in rules]
    wrong += [("groups", "group", one, groups) for one in settings.groups if one not in groups]
    return [_no_such(places.of((key, one)), kind, one, known) for key, kind, one, known in wrong]


def _no_such(place: Place, kind: str, name: str, known: frozenset[str]) -> Problem:
    like = nearest(name, known)
    return _problem(place, f"there is no {kind} {quoted(name)}", f"write {like}" if like else "take the name out")


def _no_toml(error: str, text: str) -> Problem:
    found = _AT.match(error)
    why = found["why"] if found else error
    last = text.count("\n") + 1
    place = Place(int(found["line"]), int(found["column"])) if found and found["line"] else Place(last)
    return _problem(place, f"this is no TOML: {why[0].lower()}{why[1:]}", "mend the line")


def _not_accepted(at: tuple[int | str, ...], kind: str, message: str, places: TomlPlaces) -> Problem:
    names = tuple(Settings.model_fields if len(at) == 1 else Allow.model_fields)
    shown = ".".join(str(part) for part in at if isinstance(part, str))
    why = _SENTENCES.get(kind, f"{message[:1].lower()}{message[1:]}")
    like = nearest(str(at[-1]), names) if kind == "extra_forbidden" and at else ""
    fix = f"write {like}" if like else "see the examples at the top of scripts/validator/settings.py"
    if kind == "missing":
        fix = f'add {at[-1]} = "…"'
    return _problem(places.of(at), f"tool.validate.{shown}: {why}" if shown else f"tool.validate: {why}", fix)


def _problem(place: Place, message: str, fix: str) -> Problem:
    return Problem(NAME, place.line, place.column, "unreadable-settings", message, fix)
