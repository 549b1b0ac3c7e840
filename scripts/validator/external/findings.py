"""Verdicts → problems at the lines where the addresses stand.

What is dead is an error; what is gone for the first time, has moved for good or leaves https is a warning, which fails
a run only with `--strict`.  What nobody can tell is no problem: it is told among what was not looked at, and fails no
run, not even a strict one, since a site that is slow tonight must not turn a check red.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ada_url import URL
from records.characters import show
from records.problem import Problem, quoted

from validator.external.verdict import Kind, Verdict


class Use(NamedTuple):
    """One place where an address stands; `written` is how, if otherwise than it was checked."""

    path: str
    line: int
    column: int
    page: str = ""
    written: str = ""


class ExternalRule(NamedTuple):
    """What a problem says of its rule; the modules in rules/external/ explain it."""

    name: str
    code: str
    level: str


_DEAD: Final = ExternalRule("dead-address", "E101", "error")
_SUSPECT: Final = ExternalRule("suspect-address", "E102", "warning")
_MOVED: Final = ExternalRule("moved-address", "E103", "warning")
_INSECURE: Final = ExternalRule("insecure-redirect", "E501", "warning")
_PRIVATE: Final = ExternalRule("private-address", "E502", "warning")
EXTERNAL_RULES: Final = (_DEAD, _SUSPECT, _MOVED, _INSECURE, _PRIVATE)


class _Fault(NamedTuple):
    rule: ExternalRule
    message: str
    fix: str = ""
    mend: str = ""


def problems(verdicts: Iterable[Verdict], uses: Mapping[str, Sequence[Use]]) -> Iterator[Problem]:
    """The problems at every place where an address stands, verdict by verdict; sort them when all are there.

    The `fix` of a moved address is "write <new address>" exactly where the new one can be put in its place unseen.
    """
    for verdict in verdicts:
        for fault in _faults(verdict):
            yield from (_problem(fault, use, verdict) for use in uses.get(verdict.address, ()))


def unchecked(verdicts: Iterable[Verdict], uses: Mapping[str, Sequence[Use]]) -> Iterator[str]:
    """A sentence on each address that nobody can tell about, with the first place where it stands."""
    for verdict in verdicts:
        if verdict.kind is Kind.UNSURE:
            first = min(uses.get(verdict.address, ()), default=None)
            where = f" ({first.path}:{first.line})" if first else ""
            yield f"{quoted(verdict.address)}{where} could not be checked: {show(verdict.reason)}"


def _faults(verdict: Verdict) -> Iterator[_Fault]:
    shown = quoted(verdict.address)
    if verdict.kind is Kind.DEAD:
        message = f"{shown} is dead: {verdict.reason}, and was gone on {verdict.missed} too"
        yield _Fault(_DEAD, message, "link to another page, or take the link out")
    elif verdict.kind is Kind.SUSPECT:
        fix = "look whether it is still there; it counts as dead if it is gone on another day too"
        yield _Fault(_SUSPECT, f"{shown} seems to be gone: {verdict.reason}", fix)
    elif verdict.kind is Kind.MOVED:
        yield _moved(verdict)
    elif verdict.kind is Kind.PRIVATE:
        message = f"{shown} leads nowhere for readers: {verdict.reason}, and was not contacted"
        yield _Fault(_PRIVATE, message, "write the address that everyone can reach")
    if verdict.is_insecure:
        message = f"{shown} is redirected from https to http, where others can read and change what is sent"
        yield _Fault(_INSECURE, message, "link to a page that stays with https")


def _moved(verdict: Verdict) -> _Fault:
    old, new = URL(verdict.address), URL(verdict.new)
    message = f"{quoted(verdict.address)} has moved for good to {quoted(verdict.new)}"
    if new.pathname == "/" and not new.search and old.pathname != "/":
        return _Fault(_MOVED, f"{message}, the start page", "look there for what the link was about")
    if (old.protocol, new.protocol) == ("https:", "http:"):
        return _Fault(_MOVED, f"{message}, which is not secure", "link to a page that stays with https")
    return _Fault(_MOVED, message, f"write {verdict.new}", verdict.new)


def _problem(fault: _Fault, use: Use, verdict: Verdict) -> Problem:
    return Problem(
        path=use.path,
        line=use.line,
        column=use.column,
        rule=fault.rule.name,
        message=fault.message,
        fix=fault.fix,
        level=fault.rule.level,
        code=fault.rule.code,
        written=use.written or verdict.address,
        page=use.page,
        mend=fault.mend,
    )
