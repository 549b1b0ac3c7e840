"""TopoJSON as far as world-atlas uses it: neighbours share the arc between them, so it stays one line when simplified.

https://github.com/topojson/topojson-specification
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, TypeAlias

from directory.outlines.projection import Point

ArcNumbers: TypeAlias = tuple[int, ...]
"""The arcs of a ring, in order; `~n` is arc n from its end to its beginning."""


@dataclass(frozen=True)
class Polygon:
    """A piece of land; `number` is ISO 3166's of its country or "", and the rings after the first are holes."""

    name: str
    number: str
    rings: tuple[ArcNumbers, ...]


@dataclass(frozen=True)
class Topology:
    """The pieces of land of a world and the lines they share, in degrees."""

    arcs: tuple[tuple[Point, ...], ...]
    polygons: tuple[Polygon, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Topology:
        """From the content of world-atlas's `countries-50m.json`."""
        scale, origin = data["transform"]["scale"], data["transform"]["translate"]
        arcs = tuple(tuple(_degrees(arc, scale, origin)) for arc in data["arcs"])
        return cls(arcs, tuple(_polygons(data["objects"]["countries"]["geometries"])))

    def ring(self, numbers: ArcNumbers) -> list[Point]:
        """The points of a ring; the first is not repeated at the end."""
        arcs = (self.arcs[number] if number >= 0 else self.arcs[~number][::-1] for number in numbers)
        return [point for arc in arcs for point in arc[:-1]]

    def simplified(self, simplify: Callable[[int, Sequence[Point]], Iterable[Point]]) -> Topology:
        """The same land with each arc redrawn by `simplify(number, points)`, which keeps both ends."""
        return replace(self, arcs=tuple(tuple(simplify(number, arc)) for number, arc in enumerate(self.arcs)))


def _degrees(arc: list[list[int]], scale: list[float], origin: list[float]) -> Iterator[Point]:
    steps = accumulate(arc, lambda here, step: [here[0] + step[0], here[1] + step[1]])
    for x, y in steps:
        yield x * scale[0] + origin[0], y * scale[1] + origin[1]


def _polygons(geometries: list[dict[str, Any]]) -> Iterator[Polygon]:
    for one in geometries:
        pieces = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        for rings in pieces:
            yield Polygon(one["properties"]["name"], one.get("id", ""), tuple(tuple(ring) for ring in rings))
