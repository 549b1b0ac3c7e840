"""What is mended in which file.  Everything is mended in memory first and looked at again: a mend that does not end
its problem, or makes another one, is dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from records.problem import Problem
from records.source import Source, instead, read_source

from validator.choosing import chosen
from validator.engine import check
from validator.links import Links
from validator.mending.placing import apart, span_of
from validator.mending.text import Span, Text
from validator.opening import open_project
from validator.project import Project
from validator.rule import Rule

SOURCES: Final = ("markdown", "sources", "data")
"""The kinds of rules that can look again before anything is written; built pages would have to be built."""
_LETTERS: Final = frozenset("MSD")
_LIMIT: Final = 16 * 1024 * 1024
_Key: TypeAlias = tuple[str, str, str]


class Mended(NamedTuple):
    """A file before and after, and the problems that this ends."""

    path: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Plan:
    """`files` in order; `left` are the problems that remain, at the places where they will be."""

    files: tuple[Mended, ...]
    left: tuple[Problem, ...]


@dataclass(frozen=True)
class _Mend:
    problem: Problem
    span: Span


def planned(project: Project, problems: Iterable[Problem]) -> Plan:
    """What can be mended of `problems`, which are those of `project`."""
    found = list(problems)
    texts = dict(_texts(project, {problem.path for problem in found if problem.mend}))
    mends = list(_placed(found, texts))
    kept, ended = _judged(mends, texts, project) if mends else ([], frozenset())
    return Plan(tuple(_files(kept, texts)), tuple(_left(found, kept, ended)))


def _texts(project: Project, paths: Iterable[str]) -> Iterator[tuple[str, Text]]:
    """The files that a person edits; built ones are made anew from these."""
    site = project.shown_in_site("") if project.site and project.sources else None
    for path in sorted(paths):
        is_built = project.sources is None or (site and path.startswith(f"{site.rstrip('/')}/"))
        if not is_built and isinstance(read_source(project.root / path, project.root, _LIMIT), Source):
            yield path, Text((project.root / path).read_bytes())


def _placed(problems: Iterable[Problem], texts: dict[str, Text]) -> Iterator[_Mend]:
    found: dict[str, list[_Mend]] = {}
    for problem in problems:
        if problem.path in texts and (span := span_of(problem, texts[problem.path])):
            found.setdefault(problem.path, []).append(_Mend(problem, span))
    for own in found.values():
        free = set(apart(mend.span for mend in own))
        yield from (mend for mend in own if mend.span in free)


def _judged(mends: list[_Mend], texts: dict[str, Text], project: Project) -> tuple[list[_Mend], frozenset[_Key]]:
    """Those that end their problem and make no other, and all that they end, such as that no page led to another."""
    rules = tuple(rule for rule in chosen(project.settings) if rule.kind in SOURCES)
    before = Counter(map(_key, _looked_again(project, rules, {})))
    while mends:
        after = _looked_again(project, rules, _changed(project.root, mends, texts))
        bad = _unsound(mends, before, after)
        if not bad:
            return mends, frozenset(before) - frozenset(map(_key, after))
        dropped = frozenset(bad)
        mends = [mend for mend in mends if mend not in dropped]
    return [], frozenset()


def _unsound(mends: list[_Mend], before: Counter[_Key], after: list[Problem]) -> list[_Mend]:
    """The mends to drop: those whose problem is still there, and those that share a line, else a file, with a new one;
    all of them when nothing tells which it was."""
    counted = Counter(map(_key, after))
    wanted = Counter(_key(mend.problem) for mend in mends)
    idle = [mend for mend in mends if _is_idle(_key(mend.problem), before, counted, wanted)]
    new = [problem for problem in after if counted[_key(problem)] > before[_key(problem)]]
    if idle or not new:
        return idle
    lines, paths = {(one.path, one.line) for one in new}, {one.path for one in new}
    at_lines = [mend for mend in mends if (mend.problem.path, mend.span.line) in lines]
    return at_lines or [mend for mend in mends if mend.problem.path in paths] or mends


def _is_idle(key: _Key, before: Counter[_Key], after: Counter[_Key], wanted: Counter[_Key]) -> bool:
    return key[1][:1] in _LETTERS and after[key] > before[key] - wanted[key]


def _key(problem: Problem) -> _Key:
    return problem.path, problem.code, problem.written or problem.message


def _looked_again(project: Project, rules: tuple[Rule, ...], files: dict[Path, bytes]) -> list[Problem]:
    """What `rules` say of the sources, were these the bytes of their files."""
    with instead(files):
        again = open_project(project.root, project.today, with_site=False)
        if again.sources:
            again.links = Links(again.sources, project.site)
        return check(again, rules)


def _changed(root: Path, mends: Iterable[_Mend], texts: dict[str, Text]) -> dict[Path, bytes]:
    spans: dict[str, set[Span]] = {}
    for mend in mends:
        spans.setdefault(mend.problem.path, set()).add(mend.span)
    return {root / path: texts[path].replaced(own) for path, own in spans.items()}


def _files(kept: list[_Mend], texts: dict[str, Text]) -> Iterator[Mended]:
    by_path: dict[str, list[_Mend]] = {}
    for mend in kept:
        by_path.setdefault(mend.problem.path, []).append(mend)
    for path, own in sorted(by_path.items()):
        after = texts[path].replaced({mend.span for mend in own})
        yield Mended(path, texts[path].data, after, tuple(mend.problem for mend in own))


def _left(problems: list[Problem], kept: list[_Mend], ended: frozenset[_Key]) -> Iterator[Problem]:
    mended = {mend.problem for mend in kept}
    spans: dict[tuple[str, int], set[Span]] = {}
    for mend in kept:
        spans.setdefault((mend.problem.path, mend.span.line), set()).add(mend.span)
    for problem in problems:
        if problem not in mended and _key(problem) not in ended:
            yield _moved(problem, spans.get((problem.path, problem.line), set()))


def _moved(problem: Problem, spans: set[Span]) -> Problem:
    """A problem that stands in a line behind something that became longer or shorter."""
    by = sum(len(span.new) - (span.end - span.start) for span in spans if span.end < problem.column)
    return replace(problem, column=problem.column + by) if by else problem
