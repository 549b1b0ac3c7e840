"""A person's values → YAML as the house writes it: one field a line, lists in brackets, the words at the end.

Whether a text needs quotes is not derived from rules but tried: the plainest way that reads back as exactly
the text is taken.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import yaml
from records.values import Path, Value

from directory.exchange.fields import order_at

SCHEMA_COMMENT: Final = "# yaml-language-server: $schema=../../schemas/instructor.json\n"
"""Tells editors where the names of the fields are, so that they complete them."""

_LINE: Final = 118
_FOLDED: Final[Path] = ("about",)
"""Words in a paragraph, which stand below the name of their field even when they are few."""
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Written(NamedTuple):
    """What follows ``field:``, on its line and, with a line break before each line, below it."""

    head: str
    body: str = ""

    def after(self, name: str) -> str:
        """``name: head`` and the body."""
        return f"{name}: {self.head}{self.body}" if self.head else f"{name}:{self.body}"


def person_yaml(data: Mapping[str, Value]) -> str:
    """The text of a new file."""
    fields = (field(name, data[name], ()) for name in ordered(data, ()))
    return SCHEMA_COMMENT + "".join(f"{text}\n" for text in fields)


def ordered(data: Mapping[str, Value], path: Path) -> list[str]:
    """The names in ``data`` in the order of the house, names that it does not know last."""
    known = [name for name in order_at(path) if name in data]
    return known + [name for name in data if name not in known]


def field(name: str, value: Value, above: Path, indent: int = 0) -> str:
    """``name: value`` as it stands in a mapping at ``above`` in column ``indent``, first line not indented."""
    return written(value, (*above, name), indent).after(name)


def written(value: Value, path: Path, indent: int) -> Written:
    """A value that belongs to a field whose name stands in column ``indent``."""
    if isinstance(value, dict):
        names = ordered(value, path)
        lines = (field(name, value[name], path, indent + 2) for name in names)
        return Written("", "".join(f"\n{' ' * (indent + 2)}{line}" for line in lines)) if names else Written("{}")
    if isinstance(value, list):
        return _list(value, path, indent)
    return Written("") if value is None else _text(value, path, indent)


def _list(items: Sequence[Value], path: Path, indent: int) -> Written:
    if all(isinstance(one, str) for one in items):
        line = f"[{', '.join(inline(str(one), in_brackets=True) for one in items)}]"
        if len(line) + indent + len(str(path[-1])) < _LINE or not items:
            return Written(line)
    return Written("", "".join(f"\n{item(one, path, indent + 2)}" for one in items))


def item(value: Value, path: Path, column: int) -> str:
    """One item of the list at ``path``, with the dash in ``column``."""
    dash = " " * column + "- "
    if isinstance(value, dict) and value:
        at = (*path, 0)
        lines = (field(name, value[name], at, column + 2) for name in ordered(value, at))
        return dash + f"\n{' ' * (column + 2)}".join(lines)
    one = written(value, (*path, 0), column)
    return dash + one.head + one.body


def _text(text: str, path: Path, indent: int) -> Written:
    if "\n" in text or path == _FOLDED:
        return next((way for way in _blocks(text, indent + 2) if _reads_as(way, text)), Written(_escaped(text)))
    return Written(inline(text))


def inline(text: str, in_brackets: bool = False) -> str:
    """``text`` on one line: as it is, in single quotes, or in double quotes with codes."""
    if re.fullmatch("[A-Za-z0-9]+", text):
        return text
    ways = (text, "'" + text.replace("'", "''") + "'")
    return next((way for way in ways if "\n" not in way and _is_read_as(way, text, in_brackets)), _escaped(text))


def _is_read_as(way: str, text: str, in_brackets: bool) -> bool:
    return _reads_as(Written(f"[{way}, x]"), text, "x") if in_brackets else _reads_as(Written(way), text)


def _blocks(text: str, indent: int) -> Iterator[Written]:
    """``>-`` with its lines filled, ``|-`` and ``|`` with the lines of the text."""
    blank = f"\n{' ' * indent}"
    if "\n" not in text:
        filled = textwrap.wrap(text, _LINE - indent, break_long_words=False, break_on_hyphens=False)
        yield Written(">-", "".join(blank + line for line in filled))
        yield Written(">-", blank + text)
    for head in ("|-", "|", "|+"):
        lines = text.removesuffix("\n").split("\n")
        yield Written(head, "".join(blank + line if line else "\n" for line in lines))


def _escaped(text: str) -> str:
    """In double quotes, one line, everything that cannot be seen as a code."""
    codes = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", codes)


def _reads_as(way: Written, *texts: str) -> bool:
    """Whether YAML makes exactly these texts of ``way``, and nothing more of it."""
    try:
        events = list(yaml.parse(f"x: {way.head}{way.body}\ny: z\n", Loader=_LOADER))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    plain = all(event.anchor is None and event.tag is None for event in scalars)
    aliases = any(isinstance(event, yaml.AliasEvent) for event in events)
    return plain and not aliases and [event.value for event in scalars] == ["x", *texts, "y", "z"]
