"""Makes docs/data/world/outlines.tsv from Natural Earth; run by hand when the outlines should be taken over again.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz package/countries-50m.json
    PYTHONPATH=scripts python -m directory.outlines.extract package/countries-50m.json

The same source gives the same file. Coasts and borders lose points until the whole world is a few kilobytes; small
countries keep more of theirs, so that they can still be told by their shape.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

from babel.core import get_global
from records.codes import countries

from directory.outlines import COLUMNS, TABLE, Outline
from directory.outlines.projection import Point, to_map, unwrap
from directory.outlines.simplify import area, kept, roomiest
from directory.outlines.topology import Polygon, Topology

Pieces: TypeAlias = Mapping[str, Sequence[Polygon]]
"""The land of each country by its code; "" has what no code names."""

_FINEST, _COARSEST, _SHARE = 0.4, 1.6, 0.003
"""The smallest triangle a line keeps: this share of the smaller country beside it, within these square units."""
_SPECK: Final = 1.0
"""Islands and holes of fewer square units are not drawn."""

_CALLED: Final = {"Kosovo": "XK"}
_PARTS: Final = (
    ("BQ", "Netherlands", (-69.0, 12.0, -62.0, 18.0)),
    ("CC", "Indian Ocean Ter.", (96.0, -13.0, 98.0, -11.0)),
    ("CX", "Indian Ocean Ter.", (105.0, -11.0, 106.0, -10.0)),
    ("GF", "France", (-55.0, 2.0, -51.0, 6.0)),
    ("GP", "France", (-62.0, 15.5, -61.0, 17.0)),
    ("MQ", "France", (-61.5, 14.0, -60.5, 15.0)),
    ("RE", "France", (55.0, -22.0, 56.0, -20.0)),
    ("SJ", "Norway", (10.0, 74.0, 34.0, 81.0)),
    ("SJ", "Norway", (-10.0, 70.0, -7.0, 72.0)),
    ("TK", "New Zealand", (-173.0, -10.0, -171.0, -8.0)),
    ("YT", "France", (45.0, -13.5, 45.5, -12.5)),
    ("UA", "Russia", (32.0, 44.0, 37.0, 46.5)),
)
"""Land that the source gives to another country than ISO 3166 or, for Crimea, than the United Nations do (General
Assembly, resolution 68/262): code, name in the source, and the box it lies in (west, south, east, north)."""

_PLACES: Final = {
    "AQ": (0.0, -56.0),  # left out of the map; its dot would stand at the lower edge
    "BV": (3.4, -54.4),
    "GI": (-5.4, 36.1),
    "KI": (173.0, 1.4),  # Tarawa, where people live, and not the largest island
    "NU": (190.1, -19.1),  # beside Samoa, and not alone at the other edge
    "TV": (179.2, -8.5),
    "UM": (166.6, 19.3),
}
"""Where a country is, in degrees east and north, when its outline cannot say."""


def extract(data: Mapping[str, Any], codes: Iterable[str]) -> str:
    """The text of the table for the countries of these codes, from the content of world-atlas's `countries-50m.json`.

    ValueError for a country that has no land in the source and no place in this module.
    """
    topology = Topology.of(data)
    pieces = _pieces(topology)
    drawn = _simplified(topology, pieces)
    rows = (_outline(code, pieces.get(code, ()), topology, drawn) for code in sorted({"", *codes}))
    return "".join("\t".join(map(str, row)) + "\n" for row in (COLUMNS, *rows))


def _pieces(topology: Topology) -> Pieces:
    found: dict[str, list[Polygon]] = {}
    for piece in topology.polygons:
        found.setdefault(_code(piece, topology), []).append(piece)
    found.pop("AQ", None)
    return found


def _code(piece: Polygon, topology: Topology) -> str:
    for code, name, (west, south, east, north) in _PARTS:
        ring = topology.ring(piece.rings[0]) if name == piece.name else []
        if ring and all(west < x < east and south < y < north for x, y in ring):
            return code
    named = get_global("territory_aliases").get(piece.number) or [_CALLED.get(piece.name, "")]
    return str(named[0])


def _simplified(topology: Topology, pieces: Pieces) -> Topology:
    """The lines with fewer points; a border is as fine as the smaller of its countries needs."""
    smallest: dict[int, float] = {}
    for land in pieces.values():
        detail = _SHARE * sum(area(_on_map(topology.ring(piece.rings[0]))) for piece in land)
        for number in (number for piece in land for ring in piece.rings for number in ring):
            arc = max(number, ~number)
            smallest[arc] = min(smallest.get(arc, _COARSEST), max(detail, _FINEST))

    def simplify(number: int, arc: Sequence[Point]) -> Iterable[Point]:
        return (arc[at] for at in kept(_on_map(arc), smallest.get(number, _COARSEST)))

    return topology.simplified(simplify)


def _on_map(line: Iterable[Point]) -> list[Point]:
    return [to_map(place) for place in unwrap(line)]


def _outline(code: str, land: Sequence[Polygon], topology: Topology, drawn: Topology) -> Outline:
    shapes = [shape for piece in land if (shape := list(_rings(piece, drawn)))]
    shapes.sort(key=lambda shape: area(shape[0]), reverse=True)
    (x, y), room = roomiest(shapes[0]) if shapes and code not in _PLACES else (_place(code, land, topology), 0.0)
    path = "".join(_path(ring) for shape in shapes for ring in shape)
    return Outline(code, round(x), round(y), round(room, 1), path)


def _rings(piece: Polygon, drawn: Topology) -> Iterator[list[tuple[int, int]]]:
    """The rings that are large enough to be drawn, the outer one first, in whole units; none without the outer one."""
    for numbers in piece.rings:
        ring = [(round(x), round(y)) for x, y in _on_map(drawn.ring(numbers))]
        ring = [here for before, here in pairwise((ring[-1], *ring)) if here != before]
        if len(ring) > 2 and area(ring) >= _SPECK:
            yield ring
        elif numbers is piece.rings[0]:
            return


def _place(code: str, land: Sequence[Polygon], topology: Topology) -> Point:
    """The middle of the largest piece, or the place that stands above."""
    if code in _PLACES:
        return to_map(_PLACES[code])
    if not land:
        raise ValueError(f"{code} has no land in the source; write its place into _PLACES")
    xs, ys = zip(*max((_on_map(topology.ring(piece.rings[0])) for piece in land), key=area), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _path(ring: Sequence[tuple[int, int]]) -> str:
    steps = (str(b - a) for here, there in pairwise(ring) for a, b in zip(here, there, strict=True))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps).replace(' -', '-')}z"


if __name__ == "__main__":
    source = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(TABLE).write_text(extract(source, countries()), encoding="utf-8", newline="\n")
