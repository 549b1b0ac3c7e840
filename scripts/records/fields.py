"""Types for the fields of records: each makes one value from the text in the file, or says what to write.

Use them as annotations of a pydantic model; ``Annotated[str, PlainText(600)]`` for text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final

from records.codes import CountryCode, CurrencyCode, LanguageTag
from records.fault import Few, FieldType, FromText, fault
from records.moments import IanaZone, IsoDate, LocalDateTime, LocalTime
from records.names import PersonName, PlainText
from records.web import Email, HttpsUrl, Phone, WebUrl

__all__ = [
    "CountryCode",
    "CurrencyCode",
    "Email",
    "Few",
    "Flag",
    "FromText",
    "HttpsUrl",
    "IanaZone",
    "IsoDate",
    "Km",
    "LanguageTag",
    "LocalDateTime",
    "LocalTime",
    "Money",
    "PersonName",
    "Phone",
    "PlainText",
    "WebUrl",
    "Whole",
]

_YES: Final = frozenset({"yes", "y", "on", "1", "true", "ja", "oui", "sí", "si"})
_NO: Final = frozenset({"no", "n", "off", "0", "false", "nein", "non", "não"})


def flag(text: str) -> bool:
    """``true`` or ``false``; the other words that YAML takes for them are refused, for they are words too."""
    if text in ("true", "false"):
        return text == "true"
    meant = "true" if text.casefold() in _YES else "false" if text.casefold() in _NO else "true or false"
    raise fault("not-true-or-false", "only true or false can stand here", f"write {meant}")


def money(text: str) -> Decimal:
    """``12`` or ``12.50``: an amount with a dot before the parts; the currency stands in its own field."""
    if re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,2})?", text):
        return Decimal(text)
    found = re.fullmatch(r"[A-Z€£$¥ ]*([0-9]{1,7}(?:[.,][0-9]{1,2})?)[A-Z€£$¥ ]*", text)
    meant = found[1].replace(",", ".") if found else "an amount like 12.50, or 0 if it is free"
    raise fault("not-an-amount", "an amount is digits, with a dot before parts and no currency", f"write {meant}")


@dataclass(frozen=True)
class Whole(FieldType):
    """Metadata for ``Annotated[int, Whole(1, 52)]``: a whole number, both ends allowed."""

    least: int
    most: int

    def schema(self) -> dict[str, Any]:
        """The range, as editors know it."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}

    def check(self, text: str) -> int:
        """Raises a fault for anything but plain digits in the range."""
        if re.fullmatch(r"-?[0-9]{1,9}", text):
            return self._in_range(int(text))
        found = re.fullmatch(r"\s*([0-9]{1,6})\s*[A-Za-z]*\.?\s*", text)
        meant = f"{found[1]} alone" if found else "digits only, like 12"
        raise fault("not-a-number", "a whole number in digits belongs here", f"write {meant}")

    def _in_range(self, number: int) -> int:
        if self.least <= number <= self.most:
            return number
        why = f"only {self.least} to {self.most} makes sense here"
        raise fault("out-of-range", why, f"write {min(max(number, self.least), self.most)}, or what is right")


Flag = Annotated[bool, FromText(flag, {"type": "boolean"})]
Money = Annotated[Decimal, FromText(money, {"type": "number", "minimum": 0, "examples": [12.5]})]
Km = Annotated[int, Whole(0, 500)]
