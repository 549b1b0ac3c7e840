"""Everyone for the finder: rows in tiles by place, and what an index must know so that most tiles are never fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from operator import attrgetter, or_
from typing import Any, Final, NamedTuple

from directory.choices import Access, ClassStatus, Format, Special
from directory.course import WEEK, Course
from directory.directory import Directory
from directory.model import Instructor
from directory.outputs.finder.pieces import FOLDER, Files, named, piece_text
from directory.outputs.finder.tiles import tiles
from directory.outputs.meetings import is_over
from directory.status import marked_after

PATH: Final = f"{FOLDER}/people/"
COLUMNS: Final = ("id", "name", "town", "country", "lat", "lon", "languages", "features", "good_until", "classes")
LIMIT: Final = 84_000
"""Bytes of a tile: at most 24 KB when compressed, so that two of them and a piece of towns are less than 60."""
SIGNS: Final = 64
SIGNS_OF_A_CLASS: Final = 42
"""Bytes of a row besides its words, about: this size is a guess that keeps tiles alike."""
EVENING_HOUR: Final = 17
SATURDAY: Final = 5
TO_MINUTES: Final = len("2027-01-20T10:00")
EVENING, WEEKEND, ONLINE, FULL = 1, 2, 4, 8
"""Bits of a class."""
TIMES: Final = EVENING | WEEKEND
_BITS: Final[Mapping[str, int]] = {name: 1 << number for number, name in enumerate((*Format, *Special, *Access))}
FEATURES: Final = (*map(str, _BITS), "evening", "weekend")
"""What one can ask for; the number of a feature is its bit."""


class Listed(NamedTuple):
    """A person's row in a tile, and what the index tells of it. `lat` and `lon` are hundredths of a degree."""

    row: tuple[Any, ...]
    size: int
    country: str
    is_placed: bool
    lat: int
    lon: int
    features: int
    languages: tuple[str, ...]


def people_files(directory: Directory) -> Files:
    """Tiles of everyone with a place, and tiles of the others by country."""
    everyone = [listed(one, directory.today) for one in directory.people]
    placed = list(tiles([one for one in everyone if one.is_placed], LIMIT))
    others = sorted((one for one in everyone if not one.is_placed), key=attrgetter("country"))
    unplaced = list(tiles(others, LIMIT))
    texts = named(piece_text(COLUMNS, (one.row for one in tile)) for tile in (*placed, *unplaced))
    names = list(texts)
    languages = _languages(everyone)
    index = {
        "path": PATH,
        "count": len(everyone),
        "features": list(FEATURES),
        "languages": languages,
        "tiles": {"hashes": "".join(names[: len(placed)]), **_boxes(placed), **_marks(placed, languages)},
        "unplaced": {
            "hashes": "".join(names[len(placed) :]),
            "countries": [sorted({one.country for one in tile}) for tile in unplaced],
            **_marks(unplaced, languages),
        },
    }
    return Files({f"{PATH}{name}.json": text for name, text in texts.items()}, index)


def listed(person: Instructor, today: date) -> Listed:
    """What the finder shows of a person; of their classes those that are neither over nor cancelled on `today`."""
    courses = (one for one in person.classes if one.status is not ClassStatus.CANCELLED and not is_over(one, today))
    classes = sorted(map(_class, courses)) if person.classes else []
    features = sum(map(_BITS.__getitem__, (*person.formats, *person.special, *person.access)))
    for _, _, bits in classes:
        features |= (bits & TIMES) << len(_BITS)
    spot, languages = person.coordinates, " ".join(person.languages)
    lat, lon = (round(spot.lat * 100), round(spot.lon * 100)) if spot else (0, 0)
    place = (lat / 100, lon / 100) if spot else (None, None)
    until = _good_until(Dates(person.valid_until, person.verified_on))
    row = (person.id, person.name, person.town, person.country, *place, languages, features, until, classes)
    size = len(f"{person.id}{person.name}{person.town}".encode()) + SIGNS + SIGNS_OF_A_CLASS * len(classes)
    return Listed(row, size, person.country, spot is not None, lat, lon, features, person.languages)


class Dates(NamedTuple):
    """What decides how long an entry is good."""

    valid_until: date | None
    verified_on: date


@lru_cache(maxsize=4096)
def _good_until(dates: Dates) -> str:
    """The last day on which an entry needs no word of doubt; many entries share their dates."""
    confirmed = marked_after(dates)
    return (min(dates.valid_until, confirmed) if dates.valid_until else confirmed).isoformat()


def _class(course: Course) -> tuple[str, str, int]:
    """When the first meeting begins and the last one ends, on the clock of the place, and the bits of the class."""
    start, end = course.start, course.end
    bits = EVENING if start.hour >= EVENING_HOUR else 0
    bits |= WEEKEND if start.weekday() >= SATURDAY else 0
    bits |= ONLINE if course.online else 0
    bits |= FULL if course.status is ClassStatus.FULL else 0
    last = end + (course.weeks - 1) * WEEK if course.weeks > 1 else end
    return start.isoformat()[:TO_MINUTES], last.isoformat()[:TO_MINUTES], bits


# The index ------------------------------------------------------------------------------------------------------------


def _languages(everyone: Iterable[Listed]) -> list[str]:
    """All tags, the most frequent first: their numbers are bits of every tile, and few digits are short."""
    counts = Counter(tag for one in everyone for tag in one.languages)
    return sorted(counts, key=lambda tag: (-counts[tag], tag))


def _boxes(found: Sequence[Sequence[Listed]]) -> dict[str, list[float]]:
    """Where each tile lies, in degrees."""
    return {
        "south": [min(one.lat for one in tile) / 100 for tile in found],
        "west": [min(one.lon for one in tile) / 100 for tile in found],
        "north": [max(one.lat for one in tile) / 100 for tile in found],
        "east": [max(one.lon for one in tile) / 100 for tile in found],
    }


def _marks(found: Sequence[Sequence[Listed]], languages: Sequence[str]) -> dict[str, list[Any]]:
    """What anybody in each tile has, and which of it those have who speak a language: a question for a language and
    something else seldom leads to a tile in vain. Bits, those of languages in hexadecimal digits.
    """
    numbers = {tag: number for number, tag in enumerate(languages)}
    spoken = [_features_by_language(tile, numbers) for tile in found]
    return {
        "features": [reduce(or_, by_language.values()) for by_language in spoken],
        "languages": [f"{sum(1 << number for number in by_language):x}" for by_language in spoken],
        "spoken": [[by_language[number] for number in sorted(by_language)] for by_language in spoken],
    }


def _features_by_language(tile: Sequence[Listed], numbers: Mapping[str, int]) -> dict[int, int]:
    """By the number of a language the features of those who speak it."""
    features: dict[int, int] = {}
    for own, tags in {(one.features, one.languages) for one in tile}:
        for tag in tags:
            features[numbers[tag]] = features.get(numbers[tag], 0) | own
    return features
