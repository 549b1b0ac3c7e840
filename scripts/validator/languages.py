"""Language tags, and pages that are each other's translations."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]+|art-lojban|zh-min",
    re.I,
)
_MISTAKEN: Final = {
    "jp": "ja",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "ua": "uk",
}
"""Codes of countries that are taken for languages, and are codes of no language."""
DEFAULT: Final = "x-default"


def mended(tag: str) -> str | None:
    """None for a language tag of BCP 47; for another text the tag that is meant, "" when that cannot be told."""
    if tag.lower() == DEFAULT:
        return None
    language, _, rest = tag.partition("-")
    if _TAG.fullmatch(tag):
        if better := _MISTAKEN.get(language.lower()):
            return f"{better}-{rest}" if rest else better
        return f"{language}-GB" if rest.lower() == "uk" else None
    other = tag.strip().replace("_", "-")
    return other if _TAG.fullmatch(other) else ""
