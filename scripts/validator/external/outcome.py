"""What a site said of an address, and the two ways in which it may say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final

LONGEST: Final = 366 * 24 * 3600.0
"""Seconds; nobody has to be waited for any longer."""


class UnknownHost(Exception):  # noqa: N818 - an answer, not an error
    """There is no host of this name."""


class NoAnswer(Exception):  # noqa: N818 - an outcome, not an error
    """Nothing can be told, and why, as a sentence without its beginning: "it closed the connection".

    `is_silence` is True where no connection stood or no answer came in time: the host itself seems not to be well.
    `is_odd` is True where a connection stood, so that another way of asking may be answered.  `is_ours` is True where
    it is this machine that cannot tell, having no network perhaps, so that nothing is worth remembering.
    """

    def __init__(self, reason: str, *, is_silence: bool = False, is_odd: bool = False, is_ours: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_silence = is_silence
        self.is_odd = is_odd
        self.is_ours = is_ours


class Said(StrEnum):
    """What can be told from one visit."""

    THERE = "there"
    GONE = "gone"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Outcome:
    """One visit.  `new` is where the page has moved for good, "" if it has not.

    `is_insecure` tells that a redirect left https for http.  `lacking` holds the places (behind `#`) that were looked
    for and are not in the whole page as it was sent.  `is_ours` is as in `NoAnswer`.
    """

    said: Said
    reason: str = ""
    status: int = 0
    new: str = ""
    is_insecure: bool = False
    lacking: frozenset[str] = frozenset()
    is_ours: bool = False


def retry_after(value: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks to wait, from 0 to a year; None where it says nothing readable.

    It holds seconds or a date (RFC 9110, 10.2.3).
    """
    text = value.strip()
    if re.fullmatch("[0-9]+", text, re.ASCII):
        return LONGEST if len(text) > 9 else min(float(text), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return min(max((moment - now).total_seconds(), 0.0), LONGEST)
    except OverflowError:
        return None
