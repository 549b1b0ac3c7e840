"""Which rules run: all general ones and the groups that the project turns on, or those that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from records.door import CouldNotRun
from records.problem import quoted

from validator.rule import EXTERNAL, GENERAL, Rule, all_rules, named, nearest_name
from validator.settings import Settings


def chosen(
    settings: Settings, only: Iterable[str] = (), skip: Iterable[str] = (), *, external: bool = False
) -> tuple[Rule, ...]:
    """The rules of a run.  `only` and `skip` hold names or codes; those that say what is unread run in any case, and
    those on other sites only where these are asked (`external`)."""
    wanted, unwanted = set(by_names(only)), set(by_names(skip)) | set(_known(settings.skip))
    groups = {GENERAL, *settings.groups}
    asked = [rule for rule in all_rules() if (rule in wanted if wanted else rule.group in groups)]
    asked = [rule for rule in asked if external or rule.kind != EXTERNAL]
    unread = [rule for rule in all_rules() if rule.always]
    return tuple(rule for rule in all_rules() if rule in unread or (rule in asked and rule not in unwanted))


def by_names(names: Iterable[str]) -> Iterator[Rule]:
    """The rules of these names or codes; raises `CouldNotRun` with the nearest name for one that there is not."""
    for name in names:
        found = named(name)
        if not found:
            like = nearest_name(name)
            fix = f"write {like}" if like else "see the names in `validate.py --list`"
            raise CouldNotRun(f"there is no rule {quoted(name)}", fix)
        yield from found


def _known(names: Iterable[str]) -> Iterator[Rule]:
    return (rule for name in names for rule in named(name))
