"""Retry-After, whatever a server writes there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validator.external.outcome import LONGEST, retry_after

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)

CASES = [
    ("0", 0.0),
    ("120", 120.0),
    (" 120 ", 120.0),
    ("86400", 86400.0),
    ("9" * 5000, LONGEST),
    ("-1", None),
    ("1.5", None),
    ("١٢", None),
    ("", None),
    ("soon", None),
    ("Wed, 25 Nov 2026 12:01:00 GMT", 60.0),
    ("Wednesday, 25-Nov-26 12:01:00 GMT", 60.0),
    ("Wed Nov 25 12:01:00 2026", 60.0),
    ("Wed, 25 Nov 2026 11:00:00 GMT", 0.0),
    ("Wed, 25 Nov 1826 11:00:00 GMT", 0.0),
    ("Wed, 25 Nov 9999 11:00:00 GMT", LONGEST),
    ("Wed, 25 Nov 2026 99:99:99 GMT", None),
    ("Wed, 99 Nov 2026 12:00:00 GMT", None),
    ("Wed, 25 Nov 2026 12:01:00 +9999999", None),
]


@pytest.mark.parametrize(("written", "seconds"), CASES)
def test_it_asks_to_wait_so_long(written: str, seconds: float | None) -> None:
    assert retry_after(written, NOW) == seconds


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_whatever_it_holds_the_wait_is_between_nothing_and_a_year(written: str) -> None:
    found = retry_after(written, NOW)
    assert found is None or 0 <= found <= LONGEST


@given(st.integers(0, 10**12))
def test_seconds_are_what_they_are_up_to_a_year(seconds: int) -> None:
    assert retry_after(str(seconds), NOW) == min(seconds, LONGEST)


@given(st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 30)))
def test_a_date_is_as_far_away_as_it_is(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    away = (moment - NOW) / timedelta(seconds=1)
    assert retry_after(format_datetime(moment, usegmt=True), NOW) == min(max(away, 0), LONGEST)
