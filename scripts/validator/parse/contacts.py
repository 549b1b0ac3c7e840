"""`mailto:` (RFC 6068, with the addresses of RFC 5322 and 6531) and `tel:` (RFC 3966)."""

from __future__ import annotations

import re
from typing import Final

from validator.parse.urls import decoded

_ATEXT: Final = r"[^\s\x00-\x1f\x7f()<>\[\]:;@\\,\".]+"
_LABEL: Final = r"[^\W_](?:[\w-]*[^\W_])?"
_MAIL: Final = re.compile(
    rf"(?:{_ATEXT}(?:\.{_ATEXT})*|\"[^\"\r\n]+\")@(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9a-fA-F.:]+(?:v6:)?[0-9a-fA-F:.]*\])"
)
_PHONE: Final = re.compile(r"\+?[0-9().*#A-Da-d-]*[0-9*#][0-9().*#A-Da-d-]*", re.A)
_LONGEST: Final = 15
"""Digits of a number that begins with + (ITU-T E.164)."""


def mail_fault(url: str) -> str:
    """What is wrong with a `mailto:` address; "" when nothing is."""
    rest = url[len("mailto:") :]
    people, mark, fields = rest.partition("?")
    if people.startswith("//"):
        return "it has slashes before the address, as no mail address has"
    if not people.strip() and not mark:
        return "it names nobody"
    if ";" in decoded(people) and '"' not in decoded(people):
        return "it parts addresses with a semicolon; mail programs want a comma"
    for one in people.split(",") if people.strip() else ():
        if not _MAIL.fullmatch(decoded(one).strip()):
            return f"“{decoded(one).strip()}” is no mail address" if one.strip() else "it has a comma too many"
    return next((_FIELD for one in fields.split("&") if one and "=" not in one), "") if mark else ""


_FIELD: Final = "what follows the question mark is not name=value, joined with &"


def phone_fault(url: str) -> str:
    """What is wrong with a `tel:` address; "" when nothing is."""
    number = decoded(url[len("tel:") :].partition(";")[0])
    if not number.strip():
        return "it has no number"
    if any(sign.isspace() for sign in number.strip()):
        return "it has a space in it, which is not allowed there"
    if not _PHONE.fullmatch(number.strip()):
        return "a number has only digits, + at its beginning, and - . ( ) between them"
    if number.startswith("+") and "(0)" in number:
        return "a phone dials the 0 in brackets too, and reaches nobody"
    digits = sum(sign.isdigit() for sign in number)
    return f"it has {digits} digits, and no number has more than {_LONGEST}" if digits > _LONGEST else ""
