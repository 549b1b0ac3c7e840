"""Which faults are planted together, and what one batch of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Final

from records.problem import Problem

from planter.ground import Ground, looks_at_built
from planter.judging import Judged, Plant, judge, new_ones
from planter.kinds import BUILT, DATA, SOURCES, UNBUILT, Kind

AT_ONCE: Final = 100
SHARES: Final = {"built page": 6, "person": 3, "page": 2}
"""How often kinds that have many files are planted; the others once."""
TEMPLATES_AT_ONCE: Final = 6
"""Each is seen in most pages, so many of them hide one another."""


class Field:
    """A ground with what is found in it before anything is planted."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.looks: dict[str, Callable[[], list[Problem]]] = {
            SOURCES: ground.whole,
            UNBUILT: ground.unbuilt,
            DATA: ground.unbuilt,
            BUILT: ground.built,
        }
        self.baseline = {mode: look() for mode, look in self.looks.items()}
        self.alone = ground.whole(looks_at_built)
        self.built_of = {uri: built for built, uri in _published(ground)}

    def sow(self, kinds: Iterable[Kind], rng: Random) -> Iterator[Judged]:
        """Plants each of `kinds` once, as many at once as may be; what each batch shows."""
        waiting = {mode: [kind for kind in kinds if kind.mode == mode] for mode in self.looks}
        for mode, left in waiting.items():
            while left:
                plants, left = self._plant(left, rng)
                if not plants:
                    raise RuntimeError(f"there is no place for {left[0].name}")
                yield self._look(mode, plants)
                self.ground.restore()
            if mode == SOURCES:
                self.ground.build()

    def _plant(self, kinds: list[Kind], rng: Random) -> tuple[list[Plant], list[Kind]]:
        """What could be planted at once, and the kinds that have to wait."""
        plants: list[Plant] = []
        for number, kind in enumerate(kinds):
            if len(plants) == AT_ONCE or (plants and plants[0].kind.mode == DATA):
                return plants, self._left(kinds[:number], plants) + kinds[number:]
            if not _fits(kind, plants):
                continue
            plant = self._planted(kind, {one.path for one in plants}, rng)
            plants += [plant] if plant else []
        return plants, self._left(kinds, plants)

    def _left(self, kinds: list[Kind], plants: list[Plant]) -> list[Kind]:
        left = list(kinds)
        for plant in plants:
            left.remove(plant.kind)
        return left

    def _planted(self, kind: Kind, taken: set[str], rng: Random) -> Plant | None:
        free = [path for path in self.ground.files(kind.where) if path not in taken]
        for path in rng.sample(free, len(free)):
            planted = kind.plant(self.ground.text(path), rng)
            if planted is not None:
                self.ground.write(path, planted.text)
                return Plant(kind, planted.path or path, planted, self.built_of.get(path, ""))
        return None

    def _look(self, mode: str, plants: list[Plant]) -> Judged:
        reason = self.ground.build() if mode == SOURCES else ""
        if reason:
            names = ", ".join(plant.kind.name for plant in plants)
            return Judged(refused=[f"with these faults the site cannot be built: {names}\n{reason}"])
        problems = new_ones(self.looks[mode](), self.baseline[mode])
        judged = Judged([judge(plant, problems) for plant in plants])
        judged.false = [one for one in problems if not any(plant.owns(one) for plant in plants)]
        if mode == SOURCES:
            self._mend(judged, plants, problems)
            self._look_again(judged, plants)
        return judged

    def _mend(self, judged: Judged, plants: list[Plant], problems: list[Problem]) -> None:
        """What `--fix` makes of the files; one that it spoils is told with what the build refuses."""
        made = self.ground.mended(problems)
        for verdict, plant in zip(judged.verdicts, plants, strict=True):
            text = made.pop(plant.path, None)
            if text is not None and plant.planted.original:
                verdict.mended = text == self.ground.before[plant.path]
        judged.refused += [f"--fix changed {path}, in which there is no fault" for path in sorted(made)]

    def _look_again(self, judged: Judged, plants: list[Plant]) -> None:
        """With the rules of built pages alone, so that each place is one that was mapped."""
        problems = new_ones(self.ground.whole(looks_at_built), self.alone)
        for verdict, plant in zip(judged.verdicts, plants, strict=True):
            alone = judge(plant, problems)
            verdict.mapped, verdict.said_alone = (alone.line if alone.found else None), alone.said


def _fits(kind: Kind, plants: list[Plant]) -> bool:
    same = sum(plant.kind.where == "template" for plant in plants)
    return kind.where != "template" or same < TEMPLATES_AT_ONCE


def _published(ground: Ground) -> Iterator[tuple[str, str]]:
    """Each page of the built site and the file of the sources that is made into it."""
    for path in ground.files("page"):
        stem = path.removeprefix("docs/en/").removesuffix(".md")
        yield (f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"), path
    for path in ground.files("person"):
        yield f"instructors/{path.rpartition('/')[2].removesuffix('.yml')}/index.html", path
    for path in ground.files("built page"):
        yield path.removeprefix("site/"), path


def chosen_kinds(kinds: tuple[Kind, ...], number: int, rng: Random) -> list[Kind]:
    """`number` faults by chance in order: each kind once, then those of many files, which go into one batch."""
    many = [kind for at in range(6) for kind in kinds if at < SHARES.get(kind.where, 0)] or list(kinds)
    more = [many[at % len(many)] for at in range(number - len(kinds))]
    return rng.sample([*kinds, *more], len(kinds) + len(more))
