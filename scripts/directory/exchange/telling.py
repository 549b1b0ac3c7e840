"""How a run ends: problems, their number, and the exit code that follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from records.door import CLEAN, PROBLEMS

from directory.exchange.spots import AnyProblem, is_error

MOST_SHOWN: Final = 200
"""Problems printed one by one; a wrong column makes one in each of ten thousand rows."""


def tell(problems: Sequence[AnyProblem]) -> None:
    """Prints problems; beyond a sane number only how many there are of each rule."""
    for problem in problems[:MOST_SHOWN]:
        print(problem)
    if rest := problems[MOST_SHOWN:]:
        rules = ", ".join(f"{number} {rule}" for rule, number in Counter(one.rule for one in rest).most_common())
        print(f"and {len(rest)} more: {rules}")


def end(problems: Iterable[AnyProblem], where: str, code: int = CLEAN) -> int:
    """Prints problems and their number; the exit code that follows from them."""
    found = list(problems)
    tell(found)
    errors = sum(is_error(problem) for problem in found)
    warnings = len(found) - errors
    counts = ", ".join([count(errors, "error")] + ([count(warnings, "warning")] if warnings else []))
    print(f"{counts}{where if where.startswith(';') else f' {where}'}")
    return PROBLEMS if errors else code


def count(number: int, one: str, many: str = "") -> str:
    """``1 row``, ``2 rows``."""
    return f"{number} {one if number == 1 else many or one + 's'}"
