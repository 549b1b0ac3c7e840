"""Who has to do something before families are misled: certificates that end, entries that nobody confirms.

The deadlines are those by which the site marks, sinks and leaves out entries (``directory.status``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from directory.directory import Directory
from directory.model import Instructor
from directory.status import LEAVES_AFTER_MONTHS, SINKS_AFTER_MONTHS, has_left, marked_after, months_after, sinks

HEADERS = ("when", "in days", "what", "why", "id", "who")
"""Names stand last, so that a script from right to left turns round nothing else."""


@dataclass(frozen=True, order=True)
class Due:
    """One thing that one person has to do; ``when`` can lie in the past."""

    when: date
    what: str
    why: str
    id: str
    who: str

    def cells(self, today: date) -> Sequence[str]:
        """In the order of ``HEADERS``."""
        days = (self.when - today).days
        return self.when.isoformat(), str(days), self.what, self.why, self.id, self.who


def due(directory: Directory, days: int) -> list[Due]:
    """What is due up to ``days`` from the directory's day on, the most urgent first."""
    people = (*directory.people, *directory.left_out)
    until = directory.today + timedelta(days=days)
    return sorted(one for person in people for one in _of(person, directory.today) if one.when <= until)


def _of(person: Instructor, today: date) -> Iterator[Due]:
    who = f"{person.name}, {person.town}"
    if person.valid_until:
        why = "the certificate ends" if person.valid_until >= today else "the certificate has ended: no badge"
        yield Due(person.valid_until, "renew", why, person.id, who)
    yield Due(marked_after(person), "confirm", _unconfirmed(person, today), person.id, who)


def _unconfirmed(person: Instructor, today: date) -> str:
    """What the site does with the entry now, or will do next."""
    last = f"last confirmed {person.verified_on.isoformat()}"
    if has_left(person, today):
        return f"{last}: no longer listed"
    if sinks(person, today):
        return f"{last}: leaves the list after {months_after(person.verified_on, LEAVES_AFTER_MONTHS).isoformat()}"
    if today > marked_after(person):
        return f"{last}: sinks below others after {months_after(person.verified_on, SINKS_AFTER_MONTHS).isoformat()}"
    return f"{last}: marked as unconfirmed after this day"
