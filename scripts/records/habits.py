"""Habits of writing that break YAML, each with the words for it.  ``HABITS`` at the end is their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from records.problem import quoted
from records.syntax import MISSING_SPACE, Explanation, Stumble, field_and_value, glued_field, in_quotes


def _tab(at: Stumble) -> Explanation | None:
    if at.character != "\t":
        return None
    message = "this line is indented with a tab, which YAML does not allow"
    return Explanation(at.line, at.column, "tab-indent", message, "put two spaces in place of the tab")


def _reserved_start(at: Stumble) -> Explanation | None:
    """``email: @anna`` · ``about: *new*`` · ``price: %``."""
    here = "cannot start any token" in at.problem
    here = here or ("expected node content" in at.problem and "block" in at.context)
    if not here and not re.search("scanning an? (alias|anchor|directive)", at.context):
        return None
    line, column = (at.line, at.column) if here else at.began
    value = (at.text[at.column :] if here else at.beginning).rstrip()
    message = f'a value cannot begin with "{value[:1]}", which YAML keeps for itself'
    return Explanation(line, column, "reserved-start", message, f"write {in_quotes(value)}")


def _open_quote(at: Stumble) -> Explanation | None:
    if "quoted scalar" not in at.context or "unexpected" not in at.problem:
        return None
    mark = at.beginning[:1]
    message = f"the quote {mark} that begins here is never closed"
    return Explanation(*at.began, "unclosed-quote", message, f"write {mark} at the end of the value too")


def _unknown_escape(at: Stumble) -> Explanation | None:
    if "quoted scalar" not in at.context:
        return None
    message = 'between double quotes, "\\" begins a code, and this code does not exist'
    return Explanation(at.line, at.column, "unknown-escape", message, 'write "\\\\" for a backslash')


def _block_header(at: Stumble) -> Explanation | None:
    """``about: | We meet``."""
    if "block scalar" not in at.context:
        return None
    message = f'nothing may follow "{at.beginning[:1]}" on its line'
    return Explanation(at.line, at.column, "text-after-mark", message, "begin the text on the next line, two spaces in")


def _colon_in_text(at: Stumble) -> Explanation | None:
    """``about: Bring this: a towel``, where YAML takes the second colon for another field."""
    if "mapping values are not allowed" not in at.problem:
        return None
    field, value = field_and_value(at.text)
    if not value or len(field) >= at.column:
        return _missing_space(at) or _text_or_indent(at)
    message = f'the text after {quoted(field.strip())} has ": " in it, so YAML cannot tell where a field begins'
    return Explanation(at.line, at.column, "colon-in-text", message, f"write {field.lstrip()}: {in_quotes(value)}")


def _missing_space(at: Stumble) -> Explanation | None:
    """``town:London``, which YAML reads as one word."""
    for line in (at.line - 1, at.began[0], at.line):
        found = glued_field(at.lines[line]) if 0 <= line < len(at.lines) else None
        if found:
            return Explanation(line, found.end(2), "missing-space", MISSING_SPACE, f"write {found[2]}: {found[3]}")
    return None


def _text_or_indent(at: Stumble) -> Explanation:
    """A line below a text: a field that is indented too far, or more text with a colon in it."""
    before = at.text[: at.column].strip()
    if re.fullmatch(r"[\w-]+", before):
        column = at.column - len(before)
        message = f"{quoted(before)} is indented deeper than the field above it"
        return Explanation(at.line, column, "wrong-indent", message, "begin it in the same column as the field above")
    message = f'this line goes on with the text above, and its ": " after {quoted(before)} looks like a new field'
    fix = 'put "|" after the name of the field and all of its text below, two spaces in'
    return Explanation(at.line, at.column, "colon-in-text", message, fix)


def _not_a_field(at: Stumble) -> Explanation | None:
    if "could not find expected ':'" not in at.problem:
        return None
    line, column = at.began
    spaced = _missing_space(at._replace(line=line))
    if spaced and spaced.line == line:
        return spaced
    message = f"{quoted(at.lines[line].strip())} is not of the form field: value"
    fix = "indent it two spaces more if it goes on with the text above"
    return Explanation(line, column, "not-a-field", message, fix)


def _text_after_quote(at: Stumble) -> Explanation | None:
    """``name: 'it's'`` · ``about: "Small" groups``."""
    field, value = field_and_value(at.text)
    if "expected key" not in at.problem or not value.startswith(("'", '"')) or at.column <= len(field) + 2:
        return None
    mark = value[0]
    inner = value[1:-1] if value.endswith(mark) and len(value) > 1 else value
    message = f"the quote {mark} closes here, but the text goes on"
    return Explanation(at.line, at.column, "text-after-quote", message, f"write {field.strip()}: {in_quotes(inner)}")


def _open_bracket(at: Stumble) -> Explanation | None:
    if "flow" not in at.context:
        return None
    opening = at.beginning[:1]
    closing = {"[": "]", "{": "}"}.get(opening)
    if not closing and not at.character:
        return Explanation(*at.began, "unclosed-bracket", "the text ends inside brackets", "close every bracket")
    if not closing:
        message = f"{quoted(at.character)} stands between brackets where a value is expected"
        return Explanation(at.line, at.column, "unclosed-bracket", message, "delete it, or put quotes round the value")
    message = f'the "{opening}" here is not closed with "{closing}", or a comma is missing after it'
    return Explanation(*at.began, "unclosed-bracket", message, f'close it with "{closing}" on the same line')


def _item_beside_field(at: Stumble) -> Explanation | None:
    """``languages: - en``."""
    if "block sequence entries are not allowed" not in at.problem:
        return None
    item = at.text[at.column :].strip()
    message = "a list item cannot begin on the line of its field"
    return Explanation(at.line, at.column, "wrong-indent", message, f"write {item} on the next line")


def _mixed_list(at: Stumble) -> Explanation | None:
    if "expected '-'" in at.problem:
        message = 'every item of this list begins with "- ", and this line does not'
        return Explanation(at.line, at.column, "wrong-indent", message, "begin the line with - and a space")
    if at.text[at.column :].startswith("- ") and "expected key" in at.problem:
        message = "a list item stands where a field is expected"
        return Explanation(at.line, at.column, "wrong-indent", message, "put it below the field that it belongs to")
    return None


def _wrong_indent(at: Stumble) -> Explanation | None:
    if "expected key" not in at.problem and "document start" not in at.problem:
        return None
    if at.character == ":":
        message = "there is no name before this colon"
        return Explanation(at.line, at.column, "not-a-field", message, "write name: value")
    message = "this line begins in a column where no field above it begins"
    return Explanation(at.line, at.column, "wrong-indent", message, "begin it in the same column as the other fields")


def _anything(at: Stumble) -> Explanation:
    text = at.text.strip()
    message = f"{quoted(text)} is not of the form field: value" if text else "the file stops too early"
    return Explanation(at.line, at.column, "not-a-field", message, "compare it with the same line of another file")


HABITS: Final[tuple[Callable[[Stumble], Explanation | None], ...]] = (
    _tab,
    _reserved_start,
    _open_quote,
    _unknown_escape,
    _block_header,
    _colon_in_text,
    _not_a_field,
    _text_after_quote,
    _open_bracket,
    _item_beside_field,
    _mixed_list,
    _wrong_indent,
    _anything,
)
"""Asked in this order; the last one answers always."""
