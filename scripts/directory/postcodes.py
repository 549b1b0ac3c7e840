"""Post codes: what they look like, country by country, and which area of the table one belongs to.

The table, docs/data/gazetteer/postcodes.tsv, is made by ``directory.gazetteer.areas``.  It does not hold whole codes
but beginnings of codes, short ones for a whole region and longer ones beside them: the longest that fits is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import cache
from typing import Final

TABLE: Final = "docs/data/gazetteer/postcodes.tsv"

PATTERNS: Final = (
    (r"^([A-Z]{1,2}\d[A-Z\d]?)(?:\d[A-Z]{0,2})?$", "GB GG IM JE"),
    (r"^([A-Z]\d[\dW])(?:[A-Z\d]{4})?$", "IE"),
    (r"^([A-Z]\d[A-Z])(?:\d[A-Z]\d)?$", "CA"),
    (r"^([A-Z]{3})(?:\d{4})?$", "MT"),
    (r"^[A-Z]{0,2}(\d{3})$", "AD FO IS"),
    (r"^[A-Z]{0,2}(\d{4})[A-Z]{0,3}$", "AL AR AT AU AZ BD BE BG CH CY DK GL HU LI LU LV MD MK NL NO NZ PH SI ZA"),
    (r"^(\d{4})(?:\d{3})?$", "PT"),
    (
        r"^[A-Z]{0,2}(\d{5})(?:\d{4})?$",
        "AS AX CR CZ DE DZ EE ES FI FR GF GP GT GU HR ID IT KE KR LK LT MA MC MP MQ MX MY NC PE PF PK PL PR RE RS SE "
        "SK SM TH TR UA US UY VI YT",
    ),
    (r"^(\d{6})$", "BY CN CO EC IN RO RU SG"),
    (r"^(\d{7})$", "CL JP"),
    (r"^(\d{8})$", "BR"),
)
"""A code of which only letters and digits are left, in these countries.  The group is what tells where it is.

The same strings serve the finder in the browser.
"""


def area(country: str, text: str, areas: Container[str]) -> str | None:
    """The area of a typed code among those of a country: ("GB", "sw1a 1aa") → "SW1A", ("FR", "13090") → "13"."""
    code = district(country, text)
    return next((code[:length] for length in range(len(code), 0, -1) if code[:length] in areas), None)


def compact(text: str) -> str:
    """Letters and digits of a code: ``sw1a 1aa`` → ``SW1A1AA``."""
    return re.sub("[^A-Z0-9]", "", unicodedata.normalize("NFKD", text).upper())


def district(country: str, text: str) -> str:
    """The part of a code that tells where it is: half of a British one, all of most others; "" if it is no code."""
    pattern = _patterns().get(country)
    found = pattern.search(compact(text)) if pattern else None
    return found[1] if found else ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {country: re.compile(pattern) for pattern, countries in PATTERNS for country in countries.split()}
