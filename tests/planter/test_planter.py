"""Of faults planted at random, one of every kind, the validator finds nearly all, at the line that made them."""

from __future__ import annotations

from random import Random

import pytest
from records.day import today

from planter.ground import lay_out
from planter.judging import Judged
from planter.kinds import all_kinds
from planter.sowing import Field
from planter.table import share, table, total

SEED = 7


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """One fault of each kind."""
    field = Field(lay_out(tmp_path_factory.mktemp("ground").resolve(), today()))
    return total(field.sow(list(all_kinds()), Random(SEED)))


def test_there_are_many_kinds_and_each_was_planted(judged: Judged) -> None:
    planted = sorted(verdict.kind for verdict in judged.verdicts)
    assert planted == sorted({kind.name for kind in all_kinds()})
    assert len(planted) >= 60
    assert judged.refused == []


def test_nearly_all_are_found_in_their_file(judged: Judged) -> None:
    assert share(verdict.found for verdict in judged.verdicts) >= 0.95, table(judged)
    assert share(verdict.file for verdict in judged.verdicts) >= 0.95, table(judged)


def test_nearly_all_are_reported_at_their_line(judged: Judged) -> None:
    assert share(verdict.line for verdict in judged.verdicts) >= 0.95, table(judged)


def test_rules_of_built_pages_alone_name_the_line_that_made_the_fault(judged: Judged) -> None:
    assert share(verdict.mapped for verdict in judged.verdicts) >= 0.95, table(judged)


def test_most_mends_name_what_stood_there(judged: Judged) -> None:
    assert share(verdict.fix for verdict in judged.verdicts) >= 0.8, table(judged)


def test_what_is_mended_is_as_it_was(judged: Judged) -> None:
    assert share(verdict.mended for verdict in judged.verdicts) == 1, table(judged)


def test_nothing_else_is_reported(judged: Judged) -> None:
    assert judged.false == [], table(judged)
