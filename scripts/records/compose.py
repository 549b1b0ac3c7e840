"""PyYAML's events → one value with places, refusing every mark that makes YAML mean more than it shows.

Only the event stream is used: it comes piece by piece, so depth and size are checked before anything is
built, and ``python/object`` tags, anchors and merges are names in an event, never instructions.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, TypeAlias

import yaml
from yaml import events as event

from records.characters import escaped, spoofs
from records.problem import Problem, quoted
from records.source import Source
from records.syntax import MISSING_SPACE, glued_field
from records.values import Path, Place, Value

DEPTH_LIMIT: Final = 10
PROBLEM_LIMIT: Final = 100
"""Problems of one file, after which it is not read on."""
HIDDEN_LIMIT: Final = 20
"""Hidden characters of one value that are told one by one."""
NAMELESS: Final = ""
"""Stands in a path for a field that was refused and so has no name."""

Refusal: TypeAlias = tuple[str, str, str]
"""Rule, message and fix of a problem."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StopReading(Exception):  # noqa: N818 - an end, not an error
    """Reading on would cost too much or tell nothing; the reason is among the problems."""


def hidden(path: str, place: Place, character: str, what: str) -> Problem:
    """The problem of a character that cannot be seen or moves text; ``what`` comes from ``spoofs``."""
    rule = "control-character" if what == "a control character" else "hidden-character"
    fix = "type the lost letter again" if character == "\ufffd" else "delete it; typing the text by hand helps"
    return Problem(path, *place, rule, f"{what} ({escaped(character)}) stands here", fix)


class Composer:
    """One pass over one file.  The methods take the path at which the value that comes next belongs."""

    def __init__(self, source: Source, first_line: int, value_limit: int, problems: list[Problem]) -> None:
        self.source = source
        self.first_line = first_line
        self.left = value_limit
        self.problems = problems
        self.places: dict[Path, Place] = {(): Place(first_line, 1)}
        self.keys: dict[Path, Place] = {}
        self.refused: set[Path] = set()
        self.events: Iterator[Any] = yaml.parse(source.text, Loader=_LOADER)

    def document(self) -> Value:
        """The value of the whole file; raises StopReading, or MarkedYAMLError where the syntax is broken."""
        next(self.events)
        start = next(self.events)
        if not isinstance(start, event.DocumentStartEvent):
            return {}
        if start.version or start.tags:
            message = 'a line that begins with "%" changes how YAML is read'
            self.refuse(start, ("directive", message, "delete the line"))
        value = self.value(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if isinstance(after, event.DocumentStartEvent):
            message = 'a second record begins here with "---", and a file holds one'
            self.refuse(after, ("second-document", message, "put it in a file of its own"))
        return {} if value is None else self.with_fields(value)

    def with_fields(self, value: Value) -> Value:
        """A file that is one text and has no field at all is most often a missing space."""
        if not isinstance(value, str):
            return value
        rule, message, fix = (
            "not-a-field",
            f"{quoted(value)} is not of the form field: value",
            "write field: value",
        )
        if glued := glued_field(value):
            rule, message, fix = ("missing-space", MISSING_SPACE, f"write {glued[2]}: {glued[3]}")
        self.problems.append(Problem(self.source.path, *self.places[()], rule, message, fix))
        raise StopReading

    def value(self, node: Any, path: Path) -> Value:
        self.count(node)
        self.places[path] = self.at(node)
        if refusal := decoration(node):
            self.refused.add(path)
            self.refuse(node, refusal)
        if isinstance(node, event.ScalarEvent):
            return self.text(node, path)
        if isinstance(node, event.AliasEvent):
            return None
        if len(path) >= DEPTH_LIMIT:
            message = f"fields stand inside fields more than {DEPTH_LIMIT} times over"
            self.stop(node, ("too-deep", message, "write a flatter record"))
        return self.mapping(path) if isinstance(node, event.MappingStartEvent) else self.sequence(path)

    def text(self, node: Any, path: Path) -> str | None:
        """None only where nothing at all is written; the place is then the name of the field."""
        if not node.value and not node.style:
            self.places[path] = self.keys.get(path, self.places[path])
            return None
        text = str(node.value)
        if not (text.isascii() and text.isprintable()):
            self.check_visible(node, text, path)
        return text

    def check_visible(self, node: Any, text: str, path: Path) -> None:
        r"""Reports what hides in a value, ``"\u202e"`` too, unless it was reported in the file's text."""
        for offset, what in islice(spoofs(text.replace("\n", " ").replace("\t", " ")), HIDDEN_LIMIT):
            self.refused.add(path)
            problem = hidden(self.source.path, self.spot(node, text[offset]), text[offset], what)
            if not self.is_told(problem, node):
                self.problems.append(problem)

    def is_told(self, problem: Problem, node: Any) -> bool:
        """Whether the same words were said already about a place in this scalar."""
        start, end = self.at(node), (self.first_line + node.end_mark.line, node.end_mark.column + 1)
        same = (one for one in self.problems if one.message == problem.message)
        return any(start <= (one.line, one.column) <= end for one in same)

    def spot(self, node: Any, character: str) -> Place:
        """Where ``character`` stands in the file; where its scalar begins when it is written as an escape."""
        start, end = node.start_mark.index, node.end_mark.index
        index = self.source.text.find(character, start, end)
        if index < 0:
            return self.at(node)
        before = self.source.text[start:index]
        column = node.start_mark.column + index - start if "\n" not in before else len(before.rsplit("\n", 1)[1])
        return Place(self.first_line + node.start_mark.line + before.count("\n"), column + 1)

    def mapping(self, path: Path) -> dict[str, Value]:
        data: dict[str, Value] = {}
        while not isinstance(node := next(self.events), event.MappingEndEvent):
            name = self.name(node, path, data)
            value = self.value(next(self.events), (*path, name))
            if name != NAMELESS:
                data[name] = value
        return data

    def name(self, node: Any, path: Path, data: dict[str, Value]) -> str:
        """The name of the next field; when it is refused its value is still read, and dropped."""
        refusal = self.bad_name(node, path, data)
        if refusal is None:
            self.count(node)
            self.keys[(*path, node.value)] = self.at(node)
            return str(node.value)
        self.refused.add((*path, NAMELESS))
        self.refuse(node, refusal)
        if isinstance(node, event.CollectionStartEvent):
            self.value(node, (*path, NAMELESS))
        return NAMELESS

    def bad_name(self, node: Any, path: Path, data: dict[str, Value]) -> Refusal | None:
        if refusal := decoration(node):
            return refusal
        if not isinstance(node, event.ScalarEvent) or not node.value:
            return "complex-key", "the name of a field is one word before a colon", "write name: value"
        if node.value == "<<":
            message = '"<<" copies fields from elsewhere, where nobody sees them'
            return "merge-key", message, "write the fields out here"
        if node.value in data:
            line = self.keys[(*path, node.value)].line
            message = f"{quoted(node.value)} is written twice, here and on line {line}; one would be lost"
            return "duplicate-key", message, f"delete this line or line {line}"
        return None

    def sequence(self, path: Path) -> list[Value]:
        data: list[Value] = []
        while not isinstance(node := next(self.events), event.SequenceEndEvent):
            data.append(self.value(node, (*path, len(data))))
        return data

    def count(self, node: Any) -> None:
        self.left -= 1
        if self.left < 0:
            message = "this file holds more values than any record"
            self.stop(node, ("too-many-values", message, "split it into several files"))

    def at(self, node: Any) -> Place:
        return Place(self.first_line + node.start_mark.line, node.start_mark.column + 1)

    def refuse(self, node: Any, refusal: Refusal) -> None:
        self.problems.append(Problem(self.source.path, *self.at(node), *refusal))
        if len(self.problems) >= PROBLEM_LIMIT:
            message = f"{PROBLEM_LIMIT} problems stand above this line; the rest of the file was not read"
            self.stop(node, ("too-many-problems", message, "mend those, then look again"))

    def stop(self, node: Any, refusal: Refusal) -> None:
        self.problems.append(Problem(self.source.path, *self.at(node), *refusal))
        raise StopReading


def decoration(node: Any) -> Refusal | None:
    """Why a node is more than its text: an alias, an anchor or a tag."""
    anchor, tag = getattr(node, "anchor", None), getattr(node, "tag", None)
    if isinstance(node, event.AliasEvent):
        message = f'"*{anchor}" repeats a value from elsewhere; text that begins with "*" needs quotes'
        return "alias", message, f"write the value out, or '*{anchor}' if it is text"
    if anchor:
        message = f'"&{anchor}" names a value to repeat it; text that begins with "&" needs quotes'
        return "anchor", message, f"delete &{anchor}, or put quotes round the value"
    if tag:
        message = f'"{tag}" tells YAML to make something other than text of this value'
        return "tag", message, "delete the word that begins with !, or put quotes round the value"
    return None
