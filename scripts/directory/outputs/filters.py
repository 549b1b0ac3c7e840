"""What a parent can ask the list for, as the choices of the finder's form: only what somebody offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final

from directory.choices import Access, Format, Special
from directory.outputs.wording import Wording

_GROUPS: Final = {
    "when": ("when", ("evening", "weekend")),
    "format": ("formats", tuple(Format)),
    "special": ("special", tuple(Special)),
    "access": ("access", tuple(Access)),
}
"""The beginning of the names of the choices' words; the word for the group, and what one can choose."""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True)
class Group:
    name: str
    label: str
    choices: list[Choice]


def filters(people: Mapping[str, Any], wording: Wording) -> list[Group]:
    """The groups of choices; `people` is that part of the finder's index, which knows what somebody offers."""
    bits = reduce(or_, people["tiles"]["features"] + people["unplaced"]["features"], 0)
    offered = {name for number, name in enumerate(people["features"]) if bits >> number & 1}
    groups = (
        Group(name, wording.words[label], [_choice(name, one, wording) for one in choices if one in offered])
        for name, (label, choices) in _GROUPS.items()
    )
    return [group for group in groups if group.choices]


def _choice(group: str, value: str, wording: Wording) -> Choice:
    return Choice(value, wording.words[f"{group}_{value}"])


def languages(tags: Iterable[str], wording: Wording) -> list[Choice]:
    """The languages of these tags without their regions and scripts, by name: a class in `pt-BR` is in Portuguese."""
    plain = {tag.split("-")[0] for tag in tags}
    return sorted((Choice(tag, wording.language(tag)) for tag in plain), key=lambda one: one.label)
