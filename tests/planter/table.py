"""The measures of a run as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planter.judging import Judged, Verdict

HEAD = f"{'kind':48} {'plants':>7} {'found':>6} {'file':>6} {'line':>6} {'mapped':>9} {'mend':>9} {'--fix':>9}"


def total(runs: Iterable[Judged]) -> Judged:
    """All batches as one."""
    whole = Judged()
    for run in runs:
        whole.verdicts += run.verdicts
        whole.false += run.false
        whole.refused += run.refused
    return whole


def share(marks: Iterable[bool | None]) -> float:
    """How many of those that were measured are right; 1 when none was."""
    known = [mark for mark in marks if mark is not None]
    return sum(known) / len(known) if known else 1.0


def table(judged: Judged) -> str:
    """A line for each kind, then the totals and each report that belongs to no fault."""
    kinds: dict[str, list[Verdict]] = {}
    for verdict in judged.verdicts:
        kinds.setdefault(verdict.kind, []).append(verdict)
    lines = [HEAD, *(_line(name, kinds[name]) for name in sorted(kinds)), _line("all", judged.verdicts)]
    lines += ["", f"kinds: {len(kinds)}, plants: {len(judged.verdicts)}, false alarms: {len(judged.false)}"]
    return (
        "\n".join([*lines, *_totals(judged), *(f"false alarm: {one}" for one in judged.false), *judged.refused]) + "\n"
    )


def _totals(judged: Judged) -> Iterator[str]:
    built = [one for one in judged.verdicts if one.mapped is not None]
    yield f"found: {share(one.found for one in judged.verdicts):.1%}"
    yield f"file right: {share(one.file for one in judged.verdicts):.1%}"
    yield f"line right: {share(one.line for one in judged.verdicts):.1%}"
    yield f"line right by the rules of built pages alone: {share(one.mapped for one in built):.1%} of {len(built)}"
    mends = [one.fix for one in judged.verdicts if one.fix is not None]
    yield f"mend names what stood there: {share(mends):.1%} of {len(mends)}"
    fixed = [one.mended for one in judged.verdicts if one.mended is not None]
    yield f"--fix makes the file what it was: {share(fixed):.1%} of {len(fixed)}"


def _line(name: str, verdicts: list[Verdict]) -> str:
    counts = [sum(marks) for marks in zip(*((one.found, one.file, one.line) for one in verdicts), strict=True)]
    mapped = _part([one.mapped for one in verdicts])
    mend = _part([one.fix for one in verdicts])
    return f"{name:48} {len(verdicts):7} {counts[0]:6} {counts[1]:6} {counts[2]:6} {mapped:>9} {mend:>9} {_part([one.mended for one in verdicts]):>9}"


def _part(marks: list[bool | None]) -> str:
    known = [mark for mark in marks if mark is not None]
    return f"{sum(known)}/{len(known)}" if known else "-"


def missed(judged: Judged) -> Iterator[str]:
    """What each fault that was not reported at its line was taken for."""
    for one in judged.verdicts:
        if not one.line or one.mapped is False or one.fix is False:
            yield f"{one.kind}: {one.place}\n    said {one.said or 'nothing'}\n    built {one.said_alone or '-'}"
