"""Pydantic's error types → sentences for people.  Its own wording is never shown.

Types that a project's field types raise themselves (``records.fault``) bring their own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from records.nearest import nearest
from records.problem import quoted


class Sentence(NamedTuple):
    """The rule's name, the fact with its reason, and one thing to do."""

    rule: str
    message: str
    fix: str


def sentence(error: ErrorDetails, subject: str, known: Collection[str], siblings: Collection[str]) -> Sentence:
    """``subject`` opens the message; ``known`` fields are possible here, ``siblings`` are written already."""
    context: dict[str, Any] = error.get("ctx", {})
    if "why" in context:
        return Sentence(error["type"], subject + context["why"], context["fix"])
    if error["type"] == "missing":
        return _missing(error, siblings)
    if error["type"] == "extra_forbidden":
        return _unknown(error, known, siblings)
    if error["type"] in ("enum", "literal_error"):
        return _choice(error, subject, _choices(context))
    if error["input"] is None:
        return Sentence(
            "no-value",
            subject + "nothing is written here",
            "write a value after the colon, or delete the line",
        )
    rule, why, fix = _TABLE.get(error["type"], _OTHER)
    return Sentence(rule, subject + why(context), fix(context))


def _missing(error: ErrorDetails, siblings: Collection[str]) -> Sentence:
    name = error["loc"][-1]
    return Sentence(
        "missing-field",
        f"there is no {quoted(str(name))}, and every record needs it",
        f"add {name}: and its value",
    )


def _unknown(error: ErrorDetails, known: Collection[str], siblings: Collection[str]) -> Sentence:
    written = str(error["loc"][-1])
    message = f"{quoted(written)} is not a field here, so nothing would show it"
    meant = nearest(written, known)
    if meant and meant not in siblings:
        return Sentence("unknown-field", message, f"write {meant}")
    if meant:
        return Sentence("unknown-field", message, f"delete it: {quoted(meant)} is written already")
    return Sentence("unknown-field", message, f"delete it, or choose from: {', '.join(sorted(known))}")


def _choice(error: ErrorDetails, subject: str, choices: list[str]) -> Sentence:
    value = error["input"]
    meant = nearest(value, choices) if isinstance(value, str) else None
    return Sentence(
        "not-a-choice",
        f"{subject}only these can stand here: {', '.join(choices)}",
        f"write {meant}" if meant else "write one of them",
    )


def _choices(context: dict[str, Any]) -> list[str]:
    return re.findall(r"'((?:[^'\\]|\\.)*)'", str(context.get("expected", "")))


_Words = Callable[[dict[str, Any]], str]


def _say(text: str) -> _Words:
    """A sentence with pydantic's context filled in: ``{max_length}``."""
    return lambda context: text.format_map(context)


_OTHER: Final = ("unfitting-value", _say("this cannot stand here"), _say("compare it with another record"))
_WHOLE: Final = ("not-a-number", _say("a whole number belongs here"), _say("write digits only, like 12"))
_DECIMAL: Final = (
    "not-a-number",
    _say("a number belongs here"),
    _say("write digits, with a dot before parts, like 12.50"),
)
_FIELDS: Final = (
    "wrong-kind",
    _say("fields of its own belong here"),
    _say("write them below, each on a line, two spaces in"),
)
_LIST: Final = (
    "wrong-kind",
    _say("a list belongs here"),
    _say('write each item on a line of its own after "- "'),
)
_TEXT: Final = (
    "wrong-kind",
    _say("one value belongs here"),
    _say("write one value on the line of the field"),
)
_DATE: Final = ("not-a-date", _say("a date is written year-month-day"), _say("write it like 2026-03-12"))
_FLAG: Final = ("not-true-or-false", _say("only true or false can stand here"), _say("write true or false"))

_TABLE: Final[dict[str, tuple[str, _Words, _Words]]] = {
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float", "int_parsing_size"), _WHOLE),
    **dict.fromkeys(("decimal_parsing", "decimal_type", "float_parsing", "float_type", "finite_number"), _DECIMAL),
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type", "mapping_type", "dataclass_type"), _FIELDS),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), _LIST),
    **dict.fromkeys(("string_type",), _TEXT),
    **dict.fromkeys(("date_parsing", "date_type", "date_from_datetime_parsing", "date_from_datetime_inexact"), _DATE),
    **dict.fromkeys(("bool_parsing", "bool_type"), _FLAG),
    "string_too_long": (
        "too-long",
        _say("at most {max_length} characters fit here"),
        _say("shorten it to {max_length} characters"),
    ),
    "string_too_short": (
        "too-short",
        _say("at least {min_length} characters belong here"),
        _say("write it out, or delete the line"),
    ),
    "string_pattern_mismatch": (
        "wrong-form",
        _say("it does not have the form {pattern}"),
        _say("compare it with another record"),
    ),
    "too_long": (
        "too-many",
        _say("at most {max_length} items fit here"),
        _say("keep the first {max_length}"),
    ),
    "too_short": (
        "too-few",
        _say("at least {min_length} belongs in this list"),
        _say('add a line that begins with "- "'),
    ),
    "greater_than": (
        "out-of-range",
        _say("only numbers above {gt} make sense here"),
        _say("write a number above {gt}"),
    ),
    "greater_than_equal": (
        "out-of-range",
        _say("the least that makes sense here is {ge}"),
        _say("write {ge} or more"),
    ),
    "less_than": (
        "out-of-range",
        _say("only numbers below {lt} make sense here"),
        _say("write a number below {lt}"),
    ),
    "less_than_equal": (
        "out-of-range",
        _say("the most that makes sense here is {le}"),
        _say("write {le} or less"),
    ),
}
