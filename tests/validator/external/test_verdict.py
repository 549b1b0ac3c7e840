"""What several days make of what a site says: data in, verdicts out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validator.external.outcome import Outcome, Said
from validator.external.verdict import Kind, Verdict, is_fresh, judged

GONE, THERE, UNSURE = Outcome(Said.GONE, "404"), Outcome(Said.THERE), Outcome(Said.UNSURE, "403")

DAYS = [
    ("gone once", "25 gone", "suspect since 25"),
    ("gone twice on a day", "25 gone, 25 gone", "suspect since 25"),
    ("gone on two days", "25 gone, 26 gone", "dead since 25"),
    ("gone on three days", "25 gone, 26 gone, 27 gone", "dead since 25"),
    ("gone with a week between", "20 gone, 27 gone", "dead since 20"),
    ("unsure between says nothing", "25 gone, 26 unsure, 27 gone", "dead since 25"),
    ("there between begins anew", "25 gone, 26 there, 27 gone", "suspect since 27"),
    ("back again", "25 gone, 26 gone, 27 there", "ok"),
    ("unsure for ever", "25 unsure, 26 unsure, 27 unsure", "unsure"),
    ("unsure after dead", "25 gone, 26 gone, 27 unsure", "unsure since 25"),
    ("a clock that ran ahead proves nothing", "28 gone, 25 gone", "suspect since 25"),
    ("a clock that ran ahead, a day later", "28 gone, 25 gone, 26 gone", "dead since 25"),
]
OUTCOMES = {"gone": GONE, "there": THERE, "unsure": UNSURE}


@pytest.mark.parametrize(("name", "days", "expected"), DAYS, ids=[row[0] for row in DAYS])
def test_several_days_make_a_verdict(name: str, days: str, expected: str) -> None:
    verdict = None
    for visit in days.split(", "):
        day, said = visit.split(" ")
        verdict = judged("https://a.zoo/", OUTCOMES[said], verdict, datetime(2026, 11, int(day), 12, tzinfo=UTC))
    assert verdict is not None
    since = f" since {verdict.missed.day}" if verdict.missed else ""
    assert f"{verdict.kind}{since}" == expected


@given(st.lists(st.tuples(st.integers(1, 28), st.sampled_from([THERE, UNSURE])), max_size=8))
def test_what_was_never_gone_is_never_dead(days: list[tuple[int, Outcome]]) -> None:
    verdict = None
    for day, outcome in days:
        verdict = judged("https://a.zoo/", outcome, verdict, datetime(2026, 11, day, tzinfo=UTC))
        assert verdict.kind in (Kind.OK, Kind.UNSURE)


@given(st.lists(st.sampled_from([GONE, THERE, UNSURE]), min_size=1, max_size=8), st.integers(0, 23))
def test_one_day_makes_nothing_dead(outcomes: list[Outcome], hour: int) -> None:
    verdict = None
    for minute, outcome in enumerate(outcomes):
        verdict = judged("https://a.zoo/", outcome, verdict, datetime(2026, 11, 25, hour, minute, tzinfo=UTC))
        assert verdict.kind is not Kind.DEAD


NEW = [
    ("https://a.zoo/", "https://b.zoo/x", "https://b.zoo/x"),
    ("https://a.zoo/#part", "https://b.zoo/x", "https://b.zoo/x#part"),
    ("https://a.zoo/#part", "https://b.zoo/x#other", "https://b.zoo/x#other"),
    ("https://a.zoo/#:~:text=word", "https://b.zoo/x", "https://b.zoo/x#:~:text=word"),
    ("https://a.zoo/#", "https://b.zoo/x", "https://b.zoo/x"),
]


@pytest.mark.parametrize(("address", "new", "expected"), NEW)
def test_a_new_address_keeps_the_place_in_the_page(address: str, new: str, expected: str) -> None:
    found = judged(address, Outcome(Said.THERE, new=new), None, datetime(2026, 11, 25, tzinfo=UTC))
    assert (found.kind, found.new) == (Kind.MOVED, expected)


HOURS = [
    (Kind.OK, 0, True),
    (Kind.OK, 6 * 24, True),
    (Kind.OK, 8 * 24, False),
    (Kind.MOVED, 6 * 24, True),
    (Kind.MOVED, 8 * 24, False),
    (Kind.UNSURE, 5, True),
    (Kind.UNSURE, 7, False),
    (Kind.SUSPECT, 11, True),
    (Kind.SUSPECT, 13, False),
    (Kind.DEAD, 11, True),
    (Kind.DEAD, 13, False),
    (Kind.OK, -1, False),
    (Kind.SUSPECT, -1, False),
]


@pytest.mark.parametrize(("kind", "hours", "expected"), HOURS)
def test_a_verdict_of_noon_holds_so_many_hours(kind: Kind, hours: int, expected: bool) -> None:
    noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    verdict = Verdict("https://a.zoo/", kind, checked=noon, missed=date(2026, 11, 25))
    assert is_fresh(verdict, noon + timedelta(hours=hours), timedelta(days=7), timedelta(hours=6)) is expected
