"""Makes any number of sample people who could be anywhere, always the same ones.

    .venv/bin/python tests/benchmarks/people.py 10000 /tmp/people

writes /tmp/people/<country>/<id>.yml. The first thousand of ten thousand are the thousand of a list of one thousand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.cultures import load_countries, load_cultures
from benchmarks.draw import Draw
from benchmarks.person import Case, person
from benchmarks.towns import Spot, Towns
from directory.exchange.ids import plain
from directory.exchange.yaml_writer import person_yaml
from directory.load import load_organisations

ROOT: Final = Path(__file__).resolve().parents[2]
_LONGEST: Final = 54
"""Characters of an id, so that a hyphen and a number still fit."""


class Maker:
    """Makes one person after the other from one seed."""

    def __init__(self, seed: int) -> None:
        self._draw = Draw(seed)
        self._countries, self._cultures, self._towns = load_countries(), load_cultures(), Towns(ROOT)
        self._shares = {code: country.share for code, country in self._countries.items()}
        self._organisations = {one.country: one.id for one in load_organisations(ROOT)[0]}
        self._taken: dict[str, int] = {}

    def next(self) -> Case:
        """Who the next person is; the rest of their fields is drawn with ``fields``."""
        code = self._draw.shared(self._shares)
        country = self._countries[code]
        language = self._draw.shared(country.names)
        culture = self._cultures[language]
        (given, given_latin), (family, family_latin) = (
            self._draw.one(names) for names in (culture.given, culture.family)
        )
        spot = self._towns.spot(self._draw, code, self._cultures[next(iter(country.names))].village)
        name = self._id(f"{given_latin} {family_latin}", spot, code)
        organisation = self._organisations.get(code) or self._organisations[None]
        sentences = culture.about + (self._cultures["en"].about if "en" in country.also else ())
        whole = culture.whole(given, family)
        return Case(name, whole, code, country, language, culture, spot, organisation, sentences)

    def text(self, case: Case) -> str:
        """The file of a person."""
        return person_yaml(person(self._draw, case))

    def _id(self, name: str, spot: Spot, country: str) -> str:
        """``aoi-abe-osaka``, ``aoi-abe-osaka-2`` for the second one."""
        wanted = f"{plain(name, country)}-{plain(spot.latin, country)}"[:_LONGEST].strip("-")
        number = self._taken[wanted] = self._taken.get(wanted, 0) + 1
        numbered = wanted if number == 1 else f"{wanted}-{number}"
        return numbered if number == 1 or numbered not in self._taken else self._id(name, spot, country)


def people(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """``("gb/alice-abbott-leeds.yml", its text)`` of each, in the order in which they are made."""
    maker = Maker(seed)
    for _ in range(count):
        case = maker.next()
        yield f"{case.code.lower()}/{case.id}.yml", maker.text(case)


def write_people(folder: Path, count: int, seed: int = 7) -> None:
    """Writes ``count`` files below ``folder``, the same for the same ``seed``."""
    for name, text in people(count, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def main() -> None:
    parser = argparse.ArgumentParser(description="Write sample people.")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    write_people(asked.folder, asked.count, asked.seed)


if __name__ == "__main__":
    main()
