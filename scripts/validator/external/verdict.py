"""What was said now, and what is remembered of other days → a verdict.  No network, no clock, no files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from validator.external.outcome import Outcome, Said
from validator.parse.urls import split_fragment


class Kind(StrEnum):
    """What is to be thought of an address."""

    OK = "ok"
    MOVED = "moved"
    """It is well, and has a new address for good."""
    SUSPECT = "suspect"
    """It was gone for the first time."""
    DEAD = "dead"
    """It was gone on two days."""
    UNSURE = "unsure"
    """Nobody can tell; a reader may well get it."""
    PRIVATE = "private"
    """Only some network of its own knows the machine that is written there."""
    SKIPPED = "skipped"
    """It is no address of the web, or one that is kept for examples."""


@dataclass(frozen=True)
class Verdict:
    """Of one `address`, as it was given.  `reason` is a sentence without its beginning, "" where all is well.

    `new` is where it has moved for good.  `is_insecure` tells that a redirect left https for http.  `checked` is when
    it was asked for; `missed` the first day on which it was gone, kept until it is there again.  `is_remembered` tells
    that it was not asked for in this run.
    """

    address: str
    kind: Kind
    reason: str = ""
    status: int = 0
    new: str = ""
    is_insecure: bool = False
    checked: datetime | None = None
    missed: date | None = None
    is_remembered: bool = False


def judged(address: str, outcome: Outcome, before: Verdict | None, now: datetime) -> Verdict:
    """The verdict on what a site said at `now` (UTC); `before` is the one remembered.

    A day in the future, which a clock that ran ahead has left behind, counts as today.
    """
    missed = min(before.missed, now.date()) if before and before.missed else None
    said = {"reason": outcome.reason, "status": outcome.status, "checked": now}
    if outcome.said is Said.UNSURE:
        return Verdict(address, Kind.UNSURE, missed=missed, **said)  # type: ignore[arg-type]
    if outcome.said is Said.GONE:
        kind = Kind.DEAD if missed and missed < now.date() else Kind.SUSPECT
        return Verdict(address, kind, missed=missed or now.date(), **said)  # type: ignore[arg-type]
    return _there(address, outcome, now)


def _there(address: str, outcome: Outcome, now: datetime) -> Verdict:
    if (place := place_of(address)) in outcome.lacking:
        reason = f'its page, as it is sent, has no place called "{place}"'
        return Verdict(address, Kind.UNSURE, reason, outcome.status, is_insecure=outcome.is_insecure, checked=now)
    fragment = address.partition("#")[2]
    new = outcome.new + (f"#{fragment}" if outcome.new and fragment and "#" not in outcome.new else "")
    kind = Kind.MOVED if new else Kind.OK
    return Verdict(address, kind, "", outcome.status, new, outcome.is_insecure, now)


def place_of(address: str) -> str:
    """The place in a page that an address names, "" if it names none that could be looked for.

    What begins with `/` or `!` is for a script to read.
    """
    place = split_fragment(address)[1] or ""
    return "" if place.startswith(("/", "!")) else place


def is_fresh(verdict: Verdict, now: datetime, good_for: timedelta, unsure_for: timedelta) -> bool:
    """Whether a remembered verdict still holds.  What was gone is asked for again on the next day.

    A verdict from the future does not hold.
    """
    if verdict.checked is None or verdict.checked > now:
        return False
    if verdict.kind in (Kind.SUSPECT, Kind.DEAD):
        return verdict.checked.date() == now.date()
    return now - verdict.checked < (unsure_for if verdict.kind is Kind.UNSURE else good_for)
