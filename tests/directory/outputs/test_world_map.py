"""The map of the world: every country can be shown, nobody is lost, and the page stays light."""

from __future__ import annotations

import gzip
import re
from itertools import accumulate
from typing import Any

import pytest
from conftest import ROOT
from directory.outlines import HEIGHT, TABLE, WIDTH, Outline, read_outlines
from directory.outlines.extract import extract
from directory.outlines.projection import Point, to_map, unwrap
from directory.outlines.simplify import area, clearance, kept, roomiest
from directory.outputs.wording import Wording
from directory.outputs.world_map import MapCountry, WorldMap, world_map
from pages.components import Components
from pages.words import load_words
from records.codes import countries

OUTLINES = read_outlines(ROOT / TABLE)
BY_CODE = {row.country: row for row in OUTLINES}
WORDS, _ = load_words(ROOT / "docs/en/_shared/directory.yml", ROOT)
WORDING = Wording(WORDS, "en_GB")
SUBPATH = re.compile(r"M(\d+ \d+)l(-?\d+(?:[ -]\d+)*)z")
LIGHT = 20 * 1024


def rings(path: str) -> list[list[Point]]:
    """The points of an outline."""
    return [list(accumulate(_pairs(found[1]) + _pairs(found[2]), _step)) for found in SUBPATH.finditer(path)]


def _pairs(text: str) -> list[Point]:
    figures = [int(figure) for figure in re.findall(r"-?\d+", text)]
    return list(zip(figures[::2], figures[1::2], strict=True))


def _step(here: Point, step: Point) -> Point:
    return here[0] + step[0], here[1] + step[1]


def drawn(shown: WorldMap) -> str:
    return Components(ROOT / "overrides", "en", words=WORDS).draw("world-map", map=shown, root="../")


# The outlines of the world ---------------------------------------------------------------------------------------------


def test_every_country_has_a_place_on_the_map() -> None:
    assert [row.country for row in OUTLINES] == sorted({"", *countries()})


@pytest.mark.parametrize("row", OUTLINES, ids=lambda row: row.country or "no code")
def test_an_outline_lies_on_the_map_and_is_written_in_whole_units(row: Outline) -> None:
    assert SUBPATH.sub("", row.path) == ""
    points = [(row.x, row.y), *(point for ring in rings(row.path) for point in ring)]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert row.path or row.room == 0


@pytest.mark.parametrize(
    ("country", "inland", "east", "north"),
    [
        ("GB", "Birmingham", -1.9, 52.5),
        ("FR", "Bourges", 2.4, 47.1),
        ("DE", "Kassel", 9.5, 51.3),
        ("US", "Denver", -105.0, 39.7),
        ("US", "Fairbanks", -147.7, 64.8),
        ("CA", "Winnipeg", -97.1, 49.9),
        ("BR", "Brasília", -47.9, -15.8),
        ("AU", "Alice Springs", 133.9, -23.7),
        ("RU", "Novosibirsk", 82.9, 55.0),
        ("RU", "Anadyr's hinterland, east of 180°", -178.0, 67.0),
        ("CN", "Xi'an", 108.9, 34.3),
        ("IN", "Nagpur", 79.1, 21.1),
        ("ZA", "Bloemfontein", 26.2, -29.1),
        ("LS", "the middle of Lesotho", 28.2, -29.5),
        ("TW", "the middle of Taiwan", 121.0, 23.8),
        ("XK", "the middle of Kosovo", 20.9, 42.6),
        ("UA", "Simferopol", 34.1, 45.1),
        ("EH", "Tifariti", -10.6, 26.1),
        ("GF", "the middle of French Guiana", -53.1, 3.9),
        ("SJ", "the middle of Spitsbergen", 18.0, 79.0),
        ("", "Hargeisa's hinterland", 45.0, 9.3),
    ],
)
def test_a_place_lies_in_the_outline_of_its_country_and_of_no_other(
    country: str, inland: str, east: float, north: float
) -> None:
    place = to_map(unwrap([(east, north)])[0])
    assert [row.country for row in OUTLINES if row.path and clearance(place, rings(row.path)) > 0] == [country], inland


@pytest.mark.parametrize(
    ("country", "east", "north"),
    [
        ("SG", 103.8, 1.4),
        ("MT", 14.4, 35.9),
        ("HK", 114.2, 22.3),
        ("BH", 50.6, 26.1),
        ("LU", 6.1, 49.6),
        ("GP", -61.5, 16.2),
        ("BQ", -68.3, 12.2),
        ("GI", -5.4, 36.1),
        ("WS", -172.1, -13.8),
        ("TV", 179.2, -8.5),
    ],
)
def test_a_small_country_is_a_dot_where_it_is(country: str, east: float, north: float) -> None:
    x, y = to_map(unwrap([(east, north)])[0])
    (found,) = world_map({country: 1}, WORDING, OUTLINES).countries
    assert found.has_dot
    assert (found.x, found.y) == (pytest.approx(x, abs=3), pytest.approx(y, abs=3))


# From people to a map --------------------------------------------------------------------------------------------------

LAND = Outline("", 0, 0, 1.0, "M0 0l1 0 0 1z")
SAND = Outline("DZ", 5, 5, 19.0, "M5 5l9 0 0 9z")
ISLES = Outline("MT", 40, 50, 0.0, "")
FIELDS = Outline("FR", 30, 30, 9.1, "M20 20l20 0 0 20z")


def test_a_map_has_a_link_for_each_country_with_people_and_one_outline_for_the_others() -> None:
    assert world_map({"FR": 1200, "MT": 1}, WORDING, [LAND, SAND, FIELDS, ISLES]) == WorldMap(
        width=WIDTH,
        height=HEIGHT,
        land="M0 0l1 0 0 1zM5 5l9 0 0 9z",
        countries=(
            MapCountry(
                name="France",
                path="instructors/fr/",
                label="France: 1,200 instructors",
                people="1,200",
                shade=4,
                x=30,
                y=30,
                outline="M20 20l20 0 0 20z",
                has_dot=False,
                shows_count=False,
            ),
            MapCountry(
                name="Malta",
                path="instructors/mt/",
                label="Malta: 1 instructor",
                people="1",
                shade=1,
                x=40,
                y=50,
                outline="",
                has_dot=True,
                shows_count=False,
            ),
        ),
    )


def test_a_map_is_drawn_as_links_with_names_after_a_link_that_leads_past_them() -> None:
    assert drawn(world_map({"FR": 12, "MT": 1}, WORDING, [LAND, FIELDS, ISLES])).splitlines() == [
        '<figure class="world-map">',
        '<a class="skip-link world-map__skip" href="#map-end">Skip the map</a>',
        f'<svg class="world-map__drawing" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="World map of countries with instructors">',
        '<path class="world-map__land" d="M0 0l1 0 0 1z"/>',
        '<a class="world-map__country world-map__country--4" href="../instructors/fr/"><title>France: 12 instructors</title><path d="M20 20l20 0 0 20z"/><text class="world-map__count" x="30" y="30">12</text></a>',
        '<a class="world-map__country world-map__country--1" href="../instructors/mt/"><title>Malta: 1 instructor</title><circle class="world-map__dot" cx="40" cy="50" r="6"/></a>',
        "</svg>",
        '<figcaption class="world-map__caption" id="map-end">The stronger the colour, the more instructors. The list of countries has the same links.</figcaption>',
        "</figure>",
    ]


def test_countries_stand_by_name_and_dots_after_all_outlines() -> None:
    found = world_map(dict.fromkeys(("SG", "GB", "DE", "MT"), 1), WORDING, OUTLINES).countries
    assert [one.name for one in found] == ["Germany", "United Kingdom", "Malta", "Singapore"]


@pytest.mark.parametrize(
    ("most", "shades"),
    [
        (1, {1: 1}),
        (2, {1: 1, 2: 4}),
        (7, {1: 1, 2: 2, 3: 3, 4: 3, 7: 4}),
        (1000, {1: 1, 3: 1, 4: 2, 31: 2, 32: 3, 316: 3, 317: 4, 1000: 4}),
    ],
)
def test_the_shade_grows_with_the_number_of_people_by_equal_factors(most: int, shades: dict[int, int]) -> None:
    found = {few: world_map({"FR": few, "DE": most}, WORDING, OUTLINES).countries[0].shade for few in shades}
    assert found == shades


@pytest.mark.parametrize(
    ("country", "people", "shown"),
    [("FR", 9, True), ("FR", 99, True), ("FR", 1000, False), ("RU", 10_000, True), ("JP", 1, True), ("AT", 1, False)],
)
def test_the_number_stands_on_a_country_that_has_room_for_it(country: str, people: int, shown: bool) -> None:
    assert world_map({country: people}, WORDING, OUTLINES).countries[0].shows_count is shown


def test_nobody_is_lost_and_the_map_stays_light_with_people_in_every_country() -> None:
    people = {code: number for number, code in enumerate(countries(), start=1)}
    shown = world_map(people, WORDING, OUTLINES)
    assert {one.path: one.people for one in shown.countries} == {
        f"instructors/{code.lower()}/": str(number) for code, number in people.items()
    }
    assert shown.land == BY_CODE[""].path
    assert len(gzip.compress(drawn(shown).encode(), 9)) <= LIGHT


# From Natural Earth to outlines ----------------------------------------------------------------------------------------


def square(west: int, south: int) -> list[list[int]]:
    """The steps of a closed arc around ten degrees."""
    return [[west, south], [10, 0], [0, 10], [-10, 0], [0, -10]]


def geometry(name: str, number: str | None, *rings: list[int]) -> dict[str, Any]:
    found = {"type": "Polygon", "properties": {"name": name}, "arcs": list(rings)}
    return found | ({"id": number} if number else {})


WORLD = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[0, 10], [0, -5], [0, -5]],  # France and Germany share this line, whose middle is not needed
        [[0, 0], [-10, 0], [0, 10], [10, 0]],
        [[0, 10], [10, 0], [0, -10], [-10, 0]],
        square(30, 0),
        square(33, 43),  # too large to be Crimea
        [[33, 45], [2, 0], [0, 1], [-2, 0], [0, -1]],
        [[179, -18], [-358, 0], [0, 4], [358, 0], [0, -4]],  # on both sides of 180°
    ],
    "objects": {
        "countries": {
            "geometries": [
                geometry("France", "250", [0, 1]),
                geometry("Germany", "276", [~0, 2]),
                geometry("Somaliland", None, [3]),
                geometry("Russia", "643", [4]),
                geometry("Russia", "643", [5]),
                geometry("Fiji", "242", [6]),
                geometry("Antarctica", "010", [3]),
            ]
        }
    },
}


def test_outlines_are_made_from_topojson_with_one_line_for_two_neighbours() -> None:
    assert extract(WORLD, ["DE", "FJ", "FR", "KI", "RU", "UA"]).splitlines() == [
        "country\tx\ty\troom\toutline",
        "\t552\t241\t14.5\tM538 259l29 0 0-33-29 0z",
        "DE\t467\t240\t14.0\tM453 259l0-33 28 0 0 33z",
        "FJ\t960\t312\t2.4\tM956 318l5 0 3-13-5 0z",
        "FR\t439\t240\t14.0\tM453 226l0 33-28 0 0-33z",
        "KI\t946\t254\t0.0\t",
        "RU\t552\t104\t12.5\tM541 117l26 0-5-33-24 0z",
        "UA\t542\t108\t1.5\tM540 110l5 0 0-3-5 0z",
    ]


def test_a_country_without_land_needs_a_place() -> None:
    with pytest.raises(ValueError, match=r"^MT has no land in the source; write its place into _PLACES$"):
        extract(WORLD, ["MT"])


@pytest.mark.parametrize(
    ("line", "smallest", "left"),
    [
        ([(0, 0), (1, 0), (2, 0)], 0.1, [0, 2]),
        ([(0, 0), (1, 1), (2, 0)], 0.9, [0, 1, 2]),
        ([(0, 0), (1, 1), (2, 0)], 1.1, [0, 2]),
        ([(0, 0), (1, 0.1), (2, 3), (3, 0.1), (4, 0)], 2, [0, 2, 4]),
        ([(0, 0), (4, 4)], 99, [0, 1]),
    ],
)
def test_a_line_loses_its_smallest_corners_and_keeps_its_ends(
    line: list[Point], smallest: float, left: list[int]
) -> None:
    assert kept(line, smallest) == left


def test_the_roomiest_place_of_a_square_is_its_middle_and_of_one_with_a_hole_beside_it() -> None:
    outer, hole = [(0, 0), (30, 0), (30, 30), (0, 30)], [(0, 0), (30, 0), (30, 20), (0, 20)]
    assert area(outer) == 900
    assert roomiest([outer]) == ((15, 15), 15)
    (_, y), room = roomiest([outer, hole])
    assert (y, room) == (pytest.approx(25, abs=0.1), pytest.approx(5, abs=0.1))
