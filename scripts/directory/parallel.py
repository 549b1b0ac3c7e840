"""The same work on parts of a long list, in as many processes as there are cores; or one thing while others go on.

Only for work of some size: a process costs some hundredths of a second. Where the system cannot copy a running
process (Windows) or should not (macOS), the work is done here, with the same result.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeAlias, TypeVar

R = TypeVar("R")
_Answer: TypeAlias = "Connection[Any, Any]"
_Started: TypeAlias = tuple[BaseProcess, _Answer]

FEW: Final = 1500
"""Items that are not worth a second process."""


def in_parts(
    work: Callable[..., R], *lists: Sequence[Any], at_most: int | None = None, few: int | None = None
) -> list[R]:
    """What `work` makes of each part of `lists`, in order; it takes a slice of each, which follow each other.

    There are `at_most` so many processes, as a rule one a core, and none for each `few` items that there are not.
    What `work` makes must be picklable. Raises what `work` raises, whichever process it was in.
    """
    parts = _parts(lists, _processes(max(map(len, lists)), at_most, few))
    others = [_started(work, part) for part in parts[1:]]
    first = work(*parts[0])
    return [first, *map(_finished, others)]


def meanwhile(work: Callable[..., R], *given: Any) -> Callable[[], R]:
    """Begins `work` beside what goes on here; call the answer for what it made, or to hear what it raised.

    Where there is no second process, it is done when it is first asked for. What it makes must be picklable.
    """
    if _processes(FEW) == 1:
        return cache(lambda: work(*given))
    started = _started(work, given)
    return cache(lambda: _finished(started))


def cores() -> int:
    """How many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _processes(count: int, at_most: int | None = None, few: int | None = None) -> int:
    can_fork = sys.platform == "linux" and threading.active_count() == 1  # a copy of a process has one thread only
    return min(at_most or cores(), count // (few or FEW) + 1) if can_fork else 1


def _parts(lists: Sequence[Sequence[Any]], count: int) -> list[list[Sequence[Any]]]:
    return [
        [items[len(items) * number // count : len(items) * (number + 1) // count] for items in lists]
        for number in range(count)
    ]


def _started(work: Callable[..., R], part: Sequence[Any]) -> _Started:
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(work, part, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(work: Callable[..., R], part: Sequence[Any], answer: _Answer) -> None:
    try:
        answer.send((work(*part), None))
    except Exception as error:
        answer.send((None, error))


def _finished(started: _Started) -> Any:
    process, answer = started
    try:
        result, error = answer.recv()
    except EOFError:
        raise RuntimeError("a part of the work stopped without an answer; is there enough memory?") from None
    finally:
        process.join()
    if error:
        raise error
    return result
