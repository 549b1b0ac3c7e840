"""The lines about a page at its top, as MkDocs takes them off: YAML between dashes, or plain `name: value` lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from validator.finding import Place

_YAML: Final = re.compile(r"\A-{3}[ \t]*\n(.*?\n)??(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE: Final = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE: Final = re.compile(r"(?: {4}|\t)\s*\S")
_TOP: Final = Place()


@dataclass(frozen=True)
class FrontMatter:
    """`length` is in characters; `values` what the YAML says, of any type; `error` why it says nothing.

    `fields` and `repeated` are the places of the names, `repeated` of those that stand there a second time.  `is_plain`
    for lines without dashes, whose values are all texts.
    """

    length: int
    values: Any = None
    fields: dict[str, Place] = field(default_factory=dict)
    repeated: dict[str, Place] = field(default_factory=dict)
    error: str = ""
    error_place: Place = _TOP
    is_plain: bool = False


def front_matter_of(text: str) -> FrontMatter | None:
    """The front matter of a page, or None."""
    if found := _YAML.match(text):
        return _read(found[1] or "", found.end())
    return _plain(text)


def _read(text: str, length: int) -> FrontMatter:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        values = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 2, mark.column + 1) if mark else Place(2, 1)
        return FrontMatter(length, error=error.problem or "it is no YAML", error_place=place)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return FrontMatter(length, error=str(error).partition("\n")[0] or "it is no YAML", error_place=Place(2, 1))
    fields, repeated = _fields(node)
    return FrontMatter(length, values, fields, repeated)


def _fields(node: yaml.Node | None) -> tuple[dict[str, Place], dict[str, Place]]:
    fields: dict[str, Place] = {}
    repeated: dict[str, Place] = {}
    for name, _ in node.value if isinstance(node, yaml.MappingNode) else []:
        place = Place(name.start_mark.line + 2, name.start_mark.column + 1)
        (repeated if str(name.value) in fields else fields).setdefault(str(name.value), place)
    return fields, repeated


def _plain(text: str) -> FrontMatter | None:
    """MultiMarkdown's lines at the very top, up to an empty line or one that is none of them."""
    values: dict[str, str] = {}
    fields: dict[str, Place] = {}
    length, name = 0, ""
    for number, line in enumerate(re.findall(r"[^\n]*\n|[^\n]+\Z", text), 1):
        if found := _LINE.match(line):
            name = found[1].lower()
            values[name] = found[2].strip()
            fields.setdefault(name, Place(number, found.start(1) + 1))
        elif not (name and _MORE.match(line)):
            break
        length += len(line)
    return FrontMatter(length, values, fields, is_plain=True) if length else None
