"""What is allowed and why: comments in pages, `<!-- allow broken-link: the page comes in May -->`, in templates also
`{# allow broken-link: the same #}`, and `allow` in pyproject.toml.

A comment speaks for its own line when something else stands there, otherwise for the block that follows.  One without
a reason silences nothing; rules/allowances/ reports it, and those that silence nothing any more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import groupby
from typing import Final

from records.problem import Problem
from records.source import Source
from turbohtml import Comment, parse_fragment

from validator.finding import Place
from validator.parse.markdown import MarkdownPage
from validator.rule import Rule, named, nearest_name
from validator.settings import NAME, Settings

_COMMENT: Final = re.compile(r"<!--(?P<blank>\s*)allow\s+(?P<name>[\w-]+)(?P<rest>.*?)-->", re.DOTALL)
_JINJA_COMMENT: Final = re.compile(
    _COMMENT.pattern.replace("<!--", "(?:<!--|{#)").replace("-->", "(?:-->|#})"), re.DOTALL
)
_NUMBERED: Final = re.compile(r"^validator-allows-(\d+)$")
_FENCE: Final = re.compile(r"^ {0,3}(`{3,}|~{3,})")


@dataclass
class Allowance:
    """One of them: at `place` of `path`, for the rule `name` in files that fit `files`, in `lines` only if given.

    `silenced` counts problems; `was_heard` tells whether every rule of that name has looked at everything.
    """

    path: str
    place: Place
    name: str
    reason: str
    files: str
    lines: range | None = None
    silenced: int = 0
    was_heard: bool = False

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of that name; none when there is no such name."""
        return named(self.name)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of these rules."""
        return frozenset(rule.code for rule in self.rules)

    @property
    def speaks(self) -> bool:
        """Whether it silences anything: it must say why."""
        return bool(self.reason)

    def fits(self, problem: Problem) -> bool:
        """Whether one of the settings silences `problem`."""
        paths = (problem.path, problem.page)
        return problem.code in self.codes and any(fnmatchcase(path, self.files) for path in paths if path)


def silence(problems: Iterable[Problem], allowances: Iterable[Allowance]) -> Iterator[Problem]:
    """The problems that nothing allows; counts in each allowance those that it silences."""
    comments: dict[tuple[str, str], list[Allowance]] = {}
    patterns = []
    for one in (one for one in allowances if one.speaks):
        if one.lines is None:
            patterns.append(one)
        for code in one.codes if one.lines is not None else ():
            comments.setdefault((one.path, code), []).append(one)
    groups = groupby(sorted(problems, key=_file_and_rule), _file_and_rule)
    for key, group in groups:
        yield from _left(sorted(group), comments.get(key, []), patterns)


def _file_and_rule(problem: Problem) -> tuple[str, str]:
    return problem.path, problem.code


def _left(group: list[Problem], comments: list[Allowance], patterns: list[Allowance]) -> Iterator[Problem]:
    """What neither comments nor settings silence, of one rule's problems in one file, in the order of their lines.

    Thousands of comments beside thousands of problems cost no more than sorting them.
    """
    lines, begun = [problem.line for problem in group], Counter[int]()
    for one in comments:
        start, end = (bisect_left(lines, line) for line in (one.lines.start, one.lines.stop)) if one.lines else (0, 0)
        one.silenced += end - start
        begun[start] += 1
        begun[end] -= 1
    depth = 0
    for at, problem in enumerate(group):
        depth += begun[at]
        fitting = [one for one in patterns if one.fits(problem)]
        for one in fitting:
            one.silenced += 1
        if not depth and not fitting:
            yield problem


def in_settings(settings: Settings) -> Iterator[Allowance]:
    """Those of pyproject.toml."""
    for allow, place in settings.allowed:
        yield Allowance(NAME, place, allow.rule, allow.reason.strip(), allow.path)


def in_page(page: MarkdownPage) -> Iterator[Allowance]:
    """Those of a page, in order; a comment in code is none, and neither is one that only begins with the word."""
    written = [found for found in _COMMENT.finditer(page.body) if _is_meant(found["name"], found["rest"])]
    if not written:
        return
    real, lines = _real(page, written), page.body.split("\n")
    for found in (found for number, found in enumerate(written) if number in real):
        yield _allowance(found, page.path, lines)


def in_markup(text: Source) -> Iterator[Allowance]:
    """Those of a template, or of a page that is HTML itself."""
    lines = text.text.split("\n")
    for found in _JINJA_COMMENT.finditer(text.text):
        if _is_meant(found["name"], found["rest"]):
            yield _allowance(found, text.path, lines)


def _allowance(found: re.Match[str], path: str, lines: list[str]) -> Allowance:
    text, start = found.string, found.start()
    covered = _covered(lines, text.count("\n", 0, start), text.count("\n", 0, found.end()))
    place = Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return Allowance(path, place, found["name"], _reason(found["rest"]), path, covered)


def _is_meant(name: str, rest: str) -> bool:
    """Whether a comment names a rule or tries to: `allow` is also a plain English word."""
    if named(name):
        return True
    return rest.lstrip().startswith(":") and ("-" in name or "_" in name or nearest_name(name) is not None)


def _reason(rest: str) -> str:
    return " ".join(rest.lstrip().removeprefix(":").split()) if rest.lstrip().startswith(":") else ""


def _real(page: MarkdownPage, written: list[re.Match[str]]) -> set[int]:
    """The numbers of the comments that Python-Markdown takes for comments, and not for code."""
    ends = [0, *(found.end() for found in written)]
    pieces = [
        f"{page.body[ends[number] : found.start()]}<!--validator-allows-{number}-->"
        for number, found in enumerate(written)
    ]
    html = page.reader.render("".join(pieces) + page.body[ends[-1] :])
    comments = (node.data for node in parse_fragment(html).descendants if isinstance(node, Comment))
    return {int(found[1]) for comment in comments if (found := _NUMBERED.match(comment))}


def _covered(lines: list[str], first: int, last: int) -> range:
    """The lines, counted from 1, that a comment in lines `first` to `last`, counted from 0, speaks for."""
    beside = _JINJA_COMMENT.sub("", "\n".join(lines[first : last + 1]))
    if beside.strip():
        return range(first + 1, last + 2)
    start = next((at for at in range(last + 1, len(lines)) if lines[at].strip()), len(lines))
    fence = _FENCE.match(lines[start]) if start < len(lines) else None
    is_end = (lambda line: line.strip() == fence[1]) if fence else (lambda line: not line.strip())
    end = next((at for at in range(start + 1, len(lines)) if is_end(lines[at])), len(lines))
    return range(start + 1, end + (2 if fence else 1))


def hear(allowances: Iterable[Allowance], asked: Collection[Rule]) -> None:
    """Notes which of `allowances` can be judged: those for which every rule of that name was `asked`."""
    for one in allowances:
        one.was_heard = bool(one.rules) and all(rule in asked for rule in one.rules)
