"""What made-up people are called, where they are and what is usual there, from the two tables beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Culture:
    """One language; a name is ``(as written, in Latin letters)``."""

    given: tuple[tuple[str, str], ...]
    family: tuple[tuple[str, str], ...]
    village: str
    titles: tuple[str, ...]
    places: tuple[str, ...]
    about: tuple[str, ...]
    family_first: bool = False
    join: str = " "

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Culture:
        given, family = ([_name(one) for one in row[part].split("|")] for part in ("given", "family"))
        titles, places, about = (tuple(row[part].split("|")) for part in ("class", "place", "about"))
        first, join = row.get("order") == "family", row.get("join", " ")
        return cls(tuple(given), tuple(family), row["village"], titles, places, about, first, join)

    def whole(self, given: str, family: str) -> str:
        """Both names in the order of the language."""
        return self.join.join((family, given) if self.family_first else (given, family))


def _name(text: str) -> tuple[str, str]:
    written, _, latin = text.partition("=")
    return written, latin or written


@dataclass(frozen=True)
class Country:
    """One country; ``names`` maps languages to their parts, ``zones`` are ``(up to this longitude, zone)``."""

    share: int
    names: Mapping[str, int]
    zones: tuple[tuple[float, str], ...]
    money: tuple[str, int, int]
    area: str = ""
    also: tuple[str, ...] = ()
    titles: tuple[str, ...] = field(default=("CIMI",))

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Country:
        zone, money = row["zone"], tuple(row["money"])
        zones = ((180, zone),) if isinstance(zone, str) else tuple((east, name) for east, name in zone)
        more = {name: tuple(row[name]) for name in ("also", "titles") if name in row}
        return cls(row["share"], row["names"], zones, money, row.get("area", ""), **more)

    def zone(self, lon: float) -> str:
        """The time zone at a longitude, in degrees."""
        return next(name for east, name in self.zones if lon <= east)


def load_cultures() -> dict[str, Culture]:
    """By the code of the language."""
    return {code: Culture.of(row) for code, row in _table("cultures.yml").items()}


def load_countries() -> dict[str, Country]:
    """By the code of the country."""
    return {code: Country.of(row) for code, row in _table("countries.yml").items()}


def _table(name: str) -> dict[str, Any]:
    return dict(yaml.load((HERE / name).read_text("utf-8"), Loader=yaml.CSafeLoader))
