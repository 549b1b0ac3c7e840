"""What tells towns of one name apart: the region, or a bigger town near by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from directory.gazetteer import plain
from directory.gazetteer.measure import kilometres

COARSE: Final = frozenset({"GB"})
"""Countries whose first regions are as big as countries: "Newport, England" tells a parent nothing."""

KILOMETRES: Final = 150
TIMES: Final = 2


class Place(NamedTuple):
    """A town as far as its namesakes matter; degrees, inhabitants, English name of its region."""

    country: str
    name: str
    lat: float
    lon: float
    people: int
    region: str


def told_apart(places: Iterable[Place]) -> Mapping[Place, str]:
    """What to write beside each town that shares its plain name with another of its country."""
    countries: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        countries[place.country].append(place)
    return {place: near for towns in countries.values() for place, near in _in_country(towns)}


def _in_country(towns: list[Place]) -> Iterator[tuple[Place, str]]:
    namesakes: dict[str, list[Place]] = defaultdict(list)
    for town in towns:
        namesakes[plain(town.name)].append(town)
    for alike in namesakes.values():
        if len(alike) > 1:
            yield from _beside(alike, towns)


def _beside(alike: list[Place], towns: list[Place]) -> Iterator[tuple[Place, str]]:
    """The first that is each one's own: the region, the bigger town that people know, the nearest bigger town."""
    regions = ["" if town.country in COARSE else town.region for town in alike]
    around = [_around(town, towns) for town in alike]
    known = [max(((other.people / far**2, other.name) for far, other in near), default=(0, ""))[1] for near in around]
    nearest = [min(((far, other.name) for far, other in near), default=(0, ""))[1] for near in around]
    for number, town in enumerate(alike):
        choices = [names for names in (regions, known, nearest) if names[number]]
        own = (names[number] for names in choices if names.count(names[number]) == 1)
        yield town, next(own, choices[0][number] if choices else "")


def _around(town: Place, towns: list[Place]) -> list[tuple[float, Place]]:
    """(kilometres, town) of all bigger ones."""
    bigger = (other for other in towns if other.people >= TIMES * town.people and plain(other.name) != plain(town.name))
    measured = ((max(kilometres(town, other), 1), other) for other in bigger)
    return [(far, other) for far, other in measured if far < KILOMETRES]


def region(name: str) -> str:
    """A region's name without the word for what it is, where the rest says enough: "Canton of Bern" → "Bern"."""
    short = _KINDS.sub("", name)
    return name if re.fullmatch(_COMPASS, short) else short


_KINDS: Final = re.compile(
    r"^(?:(?:Autonomous |Special )?Region|Canton|Department|Estado|Free and Hanseatic City|National Capital Territory"
    r"|(?:Free |Free and Sovereign )?State|Province) (?:of |de )?(?:the )?"
    r"|(?: Autonomous)? (?:Region|Province|Governorate|Department|District|Prefecture|County|Municipality|City)$"
)
_COMPASS: Final = r"(?:North|South|East|West|Central|Upper|Lower|Capital|National|Federal|[A-Z]?\w*ern|Cent\w+|-| )*"
