"""The documentation of the rules → a list, an explanation, and docs/en/editors/rules.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from validator.rule import EXTERNAL, GENERAL, Rule

WIDTH: Final = 100
TITLES: Final = {
    "markdown": "In a page's Markdown",
    "sources": "Among all sources",
    "data": "In the project and its data",
    "html": "In a built page",
    "site": "Among all built files",
    "external": "In other sites",
    "allowances": "In what is allowed",
}
"""What each folder of rules is called for readers, in the order of the page."""


def listed(rules: Iterable[Rule]) -> str:
    """One line a rule: code, name, level, what it reports."""
    shown = list(rules)
    wide = max((len(rule.name) for rule in shown), default=0)
    return "".join(f"{rule.code}  {rule.name:{wide}}  {rule.level:7}  {rule.summary}{_group(rule)}\n" for rule in shown)


def explained(rule: Rule) -> str:
    """Everything that is written of a rule."""
    head = (
        f"{rule.code} {rule.name} ({rule.level}, {TITLES[rule.kind][0].lower()}{TITLES[rule.kind][1:]}){_group(rule)}"
    )
    prose = [textwrap.fill(paragraph, WIDTH, break_long_words=False) for paragraph in rule.paragraphs]
    examples = [f"{word}:\n{textwrap.indent(code, '    ')}" for word, code in (("Bad", rule.bad), ("Good", rule.good))]
    allow = f"To allow it: <!-- allow {rule.name}: why --> in the page, or `allow` in pyproject.toml."
    return "\n\n".join([head, *prose, *examples, *([] if rule.kind == "allowances" else [allow])]) + "\n"


def _group(rule: Rule) -> str:
    if rule.kind == EXTERNAL:
        return " [only with --external]"
    return "" if rule.group == GENERAL else f" [only where the group {rule.group} is turned on]"


def rules_page(rules: Iterable[Rule], head: str) -> str:
    """The page for editors: `head`, then the rules of each folder, and where to go next."""
    shown = list(rules)
    parts = [head.strip(), *(_section(kind, shown) for kind in TITLES), _NEXT]
    return "\n\n".join(parts) + "\n"


def _section(kind: str, rules: Iterable[Rule]) -> str:
    own = [rule for rule in rules if rule.kind == kind]
    return "\n\n".join([f"## {TITLES[kind]} {{ #{kind} }}", *("\n\n".join(_entry(rule)) for rule in own)])


def _entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name} {{ #{rule.code.lower()} }}"
    level = "An error." if rule.level == "error" else "A warning."
    yield f"{level} {_escaped(rule.summary)}"
    yield from map(_escaped, rule.paragraphs[1:])
    if rule.kind == EXTERNAL:
        yield "It runs only with `--external`."
    if rule.group != GENERAL:
        yield f"It runs only where the group `{rule.group}` is turned on."
    for word, code in (("Reported", rule.bad), ("Not reported", rule.good)):
        yield f"{word}:"
        yield f"````\n{code}\n````"


def _escaped(paragraph: str) -> str:
    """A paragraph of a docstring as Markdown; what is in backquotes stays code, and nothing else is markup."""
    parts = paragraph.split("`")
    for number in range(0, len(parts), 2):
        parts[number] = "".join(f"\\{one}" if one in "\\*_[]#" else _ENTITIES.get(one, one) for one in parts[number])
    return "`".join(parts)


_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_NEXT: Final = """## Next step { #next-step }

- Read [how to change a page](index.md#reports), with what a report looks like and how to allow one."""
