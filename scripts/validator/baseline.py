"""The known faults of an old site, in a JSON file: they are accepted, and new ones are not.

    {"known": [
      {"rule": "broken-link", "path": "docs/en/old.md", "text": "gone.md", "count": 2}
    ]}

A fault is known by its rule, its file and what is written there, or its message where nothing is quoted; not by its
line, which changes with every edit.  Of equal ones `count` are accepted.  One stands on a line, sorted, so that a
change is a short diff.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

from records.door import CouldNotRun
from records.problem import Problem, quoted

Key: TypeAlias = tuple[str, str, str]
"""Path, rule and text."""
LIMIT: Final = 64 * 1024 * 1024
_NUMBER: Final = re.compile(r" \(on \d+ pages\)$|(?<=in line )\d+")
_ANEW: Final = "write it anew with --baseline FILE --write-baseline"


def key_of(problem: Problem) -> Key:
    """What is the same for a fault however often other lines change."""
    return problem.path, problem.rule, problem.written or _NUMBER.sub("", problem.message)


def read_baseline(path: Path) -> Counter[Key]:
    """How many of each fault are known.  Raises `CouldNotRun` for a file that is none."""
    try:
        if path.stat().st_size > LIMIT:
            raise CouldNotRun(f"{path} is too large to be a list of known faults", _ANEW)
        known = json.loads(path.read_text(encoding="utf-8"))["known"]
        return Counter({_key(one): _count(one) for one in known})
    except FileNotFoundError:
        raise CouldNotRun(f"there is no file {path}", f"{_ANEW}, or check the name") from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise CouldNotRun(f"{path} is no list of known faults", _ANEW) from None


def _key(one: Any) -> Key:
    path, rule, text = one["path"], one["rule"], one["text"]
    if not all(isinstance(value, str) for value in (path, rule, text)):
        raise TypeError
    return path, rule, text


def _count(one: Any) -> int:
    if type(one["count"]) is not int or one["count"] < 1:
        raise ValueError
    return int(one["count"])


def write_baseline(path: Path, problems: Iterable[Problem]) -> int:
    """Writes the file anew, in one step; the number of faults in it."""
    known = Counter(map(key_of, problems))
    lines = ",\n".join(f"  {_line(key, count)}" for key, count in sorted(known.items()))
    text = f'{{"known": [\n{lines}\n]}}\n' if lines else '{"known": []}\n'
    try:
        number, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        raise CouldNotRun(f"{path} cannot be written: {(error.strerror or '').lower()}", "name another file") from None
    return known.total()


def _line(key: Key, count: int) -> str:
    path, rule, text = key
    return json.dumps({"rule": rule, "path": path, "text": text, "count": count}, ensure_ascii=True)


def unknown(problems: Iterable[Problem], known: Counter[Key]) -> Iterator[Problem]:
    """The problems that are not known; of more equal ones than are known, the last."""
    left = known.copy()
    for problem in problems:
        key = key_of(problem)
        if left[key] > 0:
            left[key] -= 1
        else:
            yield problem


def outdated(path: Path, problems: Iterable[Problem], known: Counter[Key], heard: Collection[str]) -> Iterator[Problem]:
    """A warning for each entry that stands for more faults than there are; only for rules that were `heard`."""
    found = Counter(map(key_of, problems))
    lines = path.read_text(encoding="utf-8").split("\n")
    for key, count in sorted(known.items()):
        gone = count - found[key]
        if gone > 0 and key[1] in heard:
            yield _outdated(path, key, gone, count, lines)


def _outdated(path: Path, key: Key, gone: int, count: int, lines: list[str]) -> Problem:
    where, rule, text = key
    line = next((number for number, one in enumerate(lines, 1) if _line(key, count) in one), 1)
    what = f"{rule} {quoted(text)} in {where}"
    verb = "is" if gone == 1 else "are"
    message = f"of {count} times {what}, {gone} {verb} mended, and this entry would hide new ones"
    if gone == count:
        message = f"{what} is mended, and this entry would hide the next one"
    fix = "take the line out" if gone == count else f"write {count - gone} as its count"
    return Problem(path.as_posix(), line, 1, "outdated-baseline", message, fix, "warning")
