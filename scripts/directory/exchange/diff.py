"""What an import would change, for someone to read before they agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from records.values import Path, Value

from directory.exchange.aligning import aligned
from directory.exchange.change import Change
from directory.exchange.fields import column_name
from directory.exchange.ids import NAMELESS
from directory.exchange.importing import Plan
from directory.exchange.terminal import visible
from directory.exchange.yaml_writer import ordered

_LONGEST: Final = 72
_BEFORE: Final = 20
"""Characters shown before the first difference of two long texts."""


def lines(plan: Plan) -> Iterator[str]:
    """The whole difference: new, changed field by field, unchanged, not in the table."""
    new = [change for change in plan.to_write if change.old is None]
    changed = [change for change in plan.to_write if change.old]
    yield f"new: {len(new)}"
    yield from (f"  {_whose(change)}{_proposal(change, plan)}" for change in new)
    gone = sum(not after for change in changed for _, _, after in differences(change.before, change.data))
    yield f"changed: {len(changed)}" + (f" (values that go: {gone})" if gone else "")
    for change in changed:
        yield from _of_change(change)
    yield f"unchanged: {len(plan.changes) - len(plan.to_write)}"
    yield f"not in the table, and left as they are: {len(plan.absent)}"
    yield from (f"  {visible(person.id)} ({visible(person.who)})" for person in plan.absent)


def _whose(change: Change) -> str:
    names = [str(change.data[field]) for field in ("name", "town", "country") if change.data.get(field)]
    return f"{visible(change.id)} ({visible(', '.join(names))})"


def _proposal(change: Change, plan: Plan) -> str:
    if change.row.number not in plan.proposed:
        return ""
    unsure = "; ask the person how they write their name in a to z" if change.id.startswith(NAMELESS) else ""
    return f", row {change.row.number}: this id is a proposal{unsure}"


def _of_change(change: Change) -> Iterator[str]:
    assert change.old
    yield f"  {visible(change.id)} ({visible(change.old.who)})"
    for name, before, after in differences(change.before, change.data):
        was, now = _excerpts(before, after)
        yield from (f"    {visible(name)}", f"      was {was}", f"      now {now}{_lost_zero(before, after)}")
    if change.target != change.old.source:
        yield f"    the file moves to {change.target}; its address stays the same"


def differences(before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[tuple[str, str, str]]:
    """``("contact.phone", "+44 1", "+44 2")`` for each value that differs; empty where nothing is written."""
    yield from _of_fields(before, after, ())


def _of_fields(before: Mapping[str, Value], after: Mapping[str, Value], path: Path) -> Iterator[tuple[str, str, str]]:
    for name in ordered({**before, **after}, path):
        yield from _of_value(before.get(name), after.get(name), (*path, name))


def _of_value(before: Value, after: Value, path: Path) -> Iterator[tuple[str, str, str]]:
    was, now = (None if isinstance(one, dict) else one for one in (before, after))
    if _is_items(was) or _is_items(now):
        yield from _of_items(was, now, path)
    elif was != now:
        yield column_name(path), _text(was), _text(now)
    yield from _of_fields(_fields(before), _fields(after), path)


def _fields(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _is_items(value: Value) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _of_items(before: Value, after: Value, path: Path) -> Iterator[tuple[str, str, str]]:
    """Items that stay are compared inside; of others the whole is told in one line."""
    old, new = (one if isinstance(one, list) else [] for one in (before, after))
    for first, second in aligned(old, new):
        if first is not None and second is not None:
            yield from _of_value(old[first], new[second], (*path, second))
        elif first is not None:
            yield column_name((*path, first)), _summary(old[first]), ""
        elif second is not None:
            yield column_name((*path, second)), "", _summary(new[second])


def _summary(value: Value) -> str:
    return ", ".join(_text(one) for one in value.values()) if isinstance(value, dict) else _text(value)


def _text(value: Value) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "|".join(_text(one) for one in value)
    return str(value or "")


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts in quotes, long ones from shortly before their first difference on."""
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    same = min(len(before), len(after)) if same is None else same
    start = max(0, same - _BEFORE) if max(len(before), len(after)) > _LONGEST else 0
    return _excerpt(before, start), _excerpt(after, start)


def _excerpt(text: str, start: int) -> str:
    if not text:
        return "nothing"
    end = start + _LONGEST
    return f'"{"…" if start else ""}{visible(text[start:end])}{"…" if len(text) > end else ""}"'


def _lost_zero(before: str, after: str) -> str:
    lost = before != after and before.isdigit() and after.isdigit() and before.lstrip("0") == after
    return "   (has a spreadsheet dropped the zero?)" if lost else ""
