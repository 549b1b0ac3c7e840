"""How fresh an entry is, and what follows from it.  All the deadlines of the directory stand here.

Stale lists are what families complain about most: a name that no longer teaches costs a hopeful call.  So an
entry that nobody confirms is first marked, then sinks below the others, then leaves.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, Protocol

SOON_DAYS: Final = 60
"""Days before the end of a certificate from which it "expires soon"."""
MARKED_AFTER_MONTHS: Final = 12
"""Months since the last confirmation after which an entry is marked as unconfirmed."""
SINKS_AFTER_MONTHS: Final = 18
"""Months since the last confirmation after which an entry stands below all others."""
LEAVES_AFTER_MONTHS: Final = 24
"""Months since the last confirmation after which an entry is left out."""


class Status(StrEnum):
    """What a page says about an entry; only ``current`` and ``expires-soon`` carry the badge."""

    CURRENT = "current"
    EXPIRES_SOON = "expires-soon"
    EXPIRED = "expired"
    UNCONFIRMED = "unconfirmed"


class Dated(Protocol):
    """The two dates that decide."""

    @property
    def valid_until(self) -> date | None: ...

    @property
    def verified_on(self) -> date: ...


def status(person: Dated, today: date) -> Status:
    """The one thing to say first; the end of a certificate weighs more than a missing confirmation.

    A certificate is good until the end of its last day.  One without an end never expires.
    """
    if person.valid_until and today > person.valid_until:
        return Status.EXPIRED
    if today > marked_after(person):
        return Status.UNCONFIRMED
    if person.valid_until and today >= person.valid_until - timedelta(days=SOON_DAYS):
        return Status.EXPIRES_SOON
    return Status.CURRENT


def has_badge(person: Dated, today: date) -> bool:
    """Whether the certificate may be shown as good."""
    return status(person, today) in (Status.CURRENT, Status.EXPIRES_SOON)


def sinks(person: Dated, today: date) -> bool:
    """Whether the entry stands below all others."""
    return today > months_after(person.verified_on, SINKS_AFTER_MONTHS)


def has_left(person: Dated, today: date) -> bool:
    """Whether the entry is left out of everything."""
    return today > months_after(person.verified_on, LEAVES_AFTER_MONTHS)


def marked_after(person: Dated) -> date:
    """The last day on which the entry still counts as confirmed; a page can compare it with the day it is read."""
    return months_after(person.verified_on, MARKED_AFTER_MONTHS)


@lru_cache(maxsize=8192)
def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month: 31 August + 18 months is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
