"""The rules are the modules below rules/; adding one edits no code.

A module of a rule has

* a docstring: what it reports, what that does to a reader, then `Bad:` and `Good:` with an excerpt of a case each;
* `CODE`, such as "M101", and `LEVEL`, "error" or "warning";
* `check(item, project)`, a generator of findings;
* `GROUP = "house"` if it runs only where the project's configuration asks for that group.

Its name is the file's, and reads after "allow": `allow broken-link`.  Its folder says what it is given:

    markdown/   one page's Markdown       `MarkdownPage`
    sources/    all files of `docs_dir`   `Sources`
    data/       the project itself        `Project`
    html/       one built page            `HtmlPage`
    site/       all built files           `Site`
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from validator.finding import Finding

KINDS: Final = ("markdown", "sources", "data", "html", "site")
GENERAL: Final = "general"
Check = Callable[[Any, Any], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule; `level` is "error" or "warning", `group` "general" or the name that a configuration turns on."""

    name: str
    kind: str
    code: str
    level: str
    group: str
    documentation: str
    check: Check

    @property
    def summary(self) -> str:
        """The first sentence of its documentation."""
        return self.documentation.strip().partition("\n\n")[0].replace("\n", " ")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(sorted((rule for kind in KINDS for rule in _of(kind)), key=lambda rule: rule.code))


def rules_of(kind: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Those of `rules` that look at `kind`."""
    return tuple(rule for rule in rules if rule.kind == kind)


def _of(kind: str) -> Iterator[Rule]:
    folder = import_module(f"validator.rules.{kind}")
    for found in pkgutil.iter_modules(folder.__path__):
        module = import_module(f"validator.rules.{kind}.{found.name}")
        yield Rule(
            name=found.name.replace("_", "-"),
            kind=kind,
            code=module.CODE,
            level=module.LEVEL,
            group=getattr(module, "GROUP", GENERAL),
            documentation=module.__doc__ or "",
            check=module.check,
        )
