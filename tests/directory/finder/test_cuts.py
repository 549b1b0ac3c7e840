"""Rows in pieces: nothing is lost, every key leads to its piece, and pieces are small."""

from __future__ import annotations

from bisect import bisect_right

from directory.outputs.finder.cuts import Cut, cuts
from hypothesis import given
from hypothesis import strategies as st

KEYS = st.lists(st.text("abc ", max_size=5), max_size=200).map(sorted)


def test_rows_that_fit_are_one_piece() -> None:
    assert cuts(["aachen", "bonn"], [10, 10], 20) == [Cut("", 0, 2)]


def test_a_cut_is_the_shortest_beginning_that_tells_two_rows_apart() -> None:
    assert cuts(["bath", "bern", "bonn", "brno"], [10] * 4, 25) == [Cut("", 0, 2), Cut("bo", 2, 4)]


def test_a_cut_is_made_where_an_early_letter_changes_though_the_middle_is_elsewhere() -> None:
    keys = ["bern", "bonn", "caen", "cali", "cardiff", "cork", "crewe"]
    assert [one.start for one in cuts(keys, [10] * 7, 50)] == ["", "c"]


def test_rows_with_one_key_stay_together_even_when_they_are_too_many() -> None:
    assert cuts(["a", "b", "b", "b", "c"], [10] * 5, 20) == [Cut("", 0, 1), Cut("b", 1, 4), Cut("c", 4, 5)]


def test_no_rows_have_no_piece() -> None:
    assert cuts([], [], 10) == []


@given(KEYS, st.integers(1, 60))
def test_every_key_leads_to_its_piece_and_pieces_are_small(keys: list[str], limit: int) -> None:
    sizes = [len(key) + 1 for key in keys]
    pieces = cuts(keys, sizes, limit)
    starts = [piece.start for piece in pieces]
    assert [number for piece in pieces for number in range(piece.low, piece.high)] == list(range(len(keys)))
    for number, piece in enumerate(pieces):
        own = keys[piece.low : piece.high]
        assert {bisect_right(starts, key) - 1 for key in own} == {number}
        assert sum(sizes[piece.low : piece.high]) <= limit or len(set(own)) == 1
