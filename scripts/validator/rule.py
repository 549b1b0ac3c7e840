"""The rules are the modules below rules/; adding one edits no code.

A module of a rule has

* a docstring: what it reports, what that does to a reader, then `Bad:` and `Good:` with an excerpt of a case each;
* `CODE`, such as "M101", and `LEVEL`, "error" or "warning";
* `check(item, project)`, a generator of findings;
* `GROUP = "house"` if it runs only where the project's configuration asks for that group;
* `ALWAYS = True` if it says what could not be looked at: it runs in any case, and last.

Its name is the file's, and reads after "allow": `allow broken-link`.  Its folder says what it is given:

    markdown/   one page's Markdown       `MarkdownPage`
    sources/    all files of `docs_dir`   `Sources`
    data/       the project itself        `Project`
    html/       one built page            `HtmlPage`
    site/       all built files           `Site`
    external/   what other sites said     `Answers`, where they were asked
    allowances/ each `allow` there is     `Allowance`, when everything else has been said
"""

from __future__ import annotations

import pkgutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from records.nearest import nearest

from validator.finding import Finding

KINDS: Final = ("markdown", "sources", "data", "html", "site", "external", "allowances")
GENERAL: Final = "general"
EXTERNAL: Final = "external"
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
    always: bool = False

    @property
    def summary(self) -> str:
        """The first sentence of its documentation."""
        return self.paragraphs[0]

    @property
    def paragraphs(self) -> list[str]:
        """Its documentation without the examples, each paragraph on one line."""
        prose = self.documentation.partition("\nBad:\n")[0].strip()
        return [" ".join(paragraph.split()) for paragraph in prose.split("\n\n")]

    @property
    def bad(self) -> str:
        """An example that it reports."""
        return _dedented(self.documentation.partition("\nBad:\n")[2].partition("\nGood:\n")[0])

    @property
    def good(self) -> str:
        """An example that it does not report."""
        return _dedented(self.documentation.partition("\nGood:\n")[2])


def _dedented(example: str) -> str:
    return textwrap.dedent(example).strip("\n").rstrip()


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
            always=getattr(module, "ALWAYS", False),
        )


def named(name: str) -> tuple[Rule, ...]:
    """The rules of that name or code, as people write them: `broken-link`, `broken_link`, `M101`; often none or two."""
    wanted = name.strip().lower().replace("_", "-")
    return tuple(rule for rule in all_rules() if wanted in (rule.name, rule.code.lower()))


def nearest_name(name: str) -> str | None:
    """The name of a rule that is most like `name`."""
    return nearest(name, (rule.name for rule in all_rules()))
