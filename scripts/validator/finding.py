"""What a rule says: a place and a fact.  The engine adds which rule it was and makes a `Problem` of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from records.problem import Problem


class Place(NamedTuple):
    """Where something stands in a file; both count from 1, in characters."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Finding:
    """A fault, at `place` of the file the rule looks at, or of `path` where that is another one.

    `message` states a fact and why it matters where that is not plain; `fix` is one thing to do; `written` is the text
    or the address as it stands in the file.  `page` names the built page when the file is a source of it.  `level` is
    given only where a fault weighs less than the rule's own level.  `mend` is the text that belongs in the place of
    `written`, given only where nothing else can be meant.
    """

    place: Place
    message: str
    fix: str = ""
    written: str = ""
    path: str = ""
    page: str = ""
    level: str = ""
    mend: str = ""


def as_finding(problem: Problem) -> Finding:
    """What another reader of the project's files reports, for a rule to hand on."""
    place = Place(problem.line, problem.column)
    return Finding(
        place, problem.message, problem.fix, problem.written, problem.path, problem.page, problem.level, problem.mend
    )
