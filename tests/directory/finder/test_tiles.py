"""Points in tiles: nobody is lost, tiles are small and apart, and one more point changes few of them."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import NamedTuple

from directory.outputs.finder.tiles import tiles
from hypothesis import given
from hypothesis import strategies as st


class Spot(NamedTuple):
    lat: int
    lon: int
    size: int
    number: int


SPOTS = st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-18000, 18000), st.integers(1, 9)), max_size=120).map(
    lambda all_: [Spot(*one, number) for number, one in enumerate(all_)]
)
FEW_PLACES = st.lists(st.tuples(st.sampled_from([0, 1, 100]), st.sampled_from([0, 1]), st.just(1)), max_size=60).map(
    lambda all_: [Spot(*one, number) for number, one in enumerate(all_)]
)


def box(tile: list[Spot]) -> tuple[int, int, int, int]:
    return (
        *(min(spot.lat for spot in tile), min(spot.lon for spot in tile)),
        *(max(spot.lat for spot in tile), max(spot.lon for spot in tile)),
    )


@given(SPOTS | FEW_PLACES, st.integers(5, 60))
def test_everyone_is_in_one_tile_in_the_order_of_the_list_and_tiles_are_small(spots: list[Spot], limit: int) -> None:
    found = list(tiles(spots, limit))
    assert sorted(spot for tile in found for spot in tile) == sorted(spots)
    for tile in found:
        assert [spot.number for spot in tile] == sorted(spot.number for spot in tile)
        assert sum(spot.size for spot in tile) <= limit or len(tile) == 1


@given(SPOTS, st.integers(20, 60))
def test_tiles_lie_beside_each_other(spots: list[Spot], limit: int) -> None:
    for one, other in combinations([box(tile) for tile in tiles(spots, limit)], 2):
        apart = any(one[axis] > other[axis + 2] or other[axis] > one[axis + 2] for axis in (0, 1))
        assert apart or one == other == (*one[:2], *one[:2])


def test_one_more_person_changes_few_of_a_hundred_tiles() -> None:
    random = Random(5)
    spots = [Spot(random.randint(-6000, 7000), random.randint(-18000, 18000), 1, n) for n in range(5000)]
    before = {tuple(tile) for tile in tiles(spots, 60)}
    after = {tuple(tile) for tile in tiles([*spots, Spot(5151, -13, 1, 5000)], 60)}
    assert len(before) > 80
    assert len(after - before) < 10
