"""Codes for countries, languages and currencies, checked against the Unicode CLDR that Babel carries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Annotated, Final

from babel import Locale
from babel.core import get_global

from records.fault import FromText, fault
from records.nearest import nearest

_NO_COUNTRIES: Final = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""In CLDR but not in ISO 3166-1.  XK stays: people live there, and no other code names it."""

_CALLED_OTHERWISE: Final = {
    "UK": "GB",
    "EL": "GR",
    "England": "GB",
    "Scotland": "GB",
    "Wales": "GB",
    "USA": "US",
}
_OTHER_NAMES_IN: Final = (
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "sv",
    "nb",
    "da",
    "fi",
    "pl",
    "cs",
    "hu",
    "el",
    "ru",
)

_NO_LANGUAGES: Final = frozenset({"mul", "und", "zxx", "mis"})
_SPOKEN_TOO: Final = frozenset({"cmn", "kmr", "prs", "pnb"})
_SIGNED: Final = frozenset(
    {"asf", "bfi", "bzs", "csl", "dse", "dsl", "fse", "fsl", "gsg", "gss", "ils", "ins", "ise", "isg", "isr"}
    | {"jsl", "kvk", "mfs", "nsl", "nzs", "psr", "pso", "rsl", "sfb", "ssp", "swl", "tss", "vgt"}
)
"""Codes of ISO 639-3 that CLDR does not name and families ask for."""

_SUBTAGS: Final = "([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?"
_TAG: Final = _SUBTAGS + "((?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*)"


@lru_cache(maxsize=512)
def country_code(text: str) -> str:
    """``GB``, two capitals of ISO 3166-1.  ``NO`` is Norway."""
    if text in countries():
        return text
    meant = _CALLED_OTHERWISE.get(text) or _code_of(text, countries(), "territories")
    why = "a country is written with its two capital letters of ISO 3166"
    raise fault("not-a-country", why, f"write {meant}" if meant else "look up its two letters, like GB or NO")


@cache
def countries() -> Mapping[str, str]:
    """Code → English name, for every country."""
    names = _english().territories.items()
    return {code: str(name) for code, name in names if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRIES}


@cache
def _english() -> Locale:
    return Locale("en")


def _code_of(text: str, names: Mapping[str, str], kind: str) -> str | None:
    """The code meant by ``gb``, ``United Kingdom``, ``Deutschland`` or ``Norwya``; None when in doubt."""
    for code in (text.upper(), text.lower()):
        if code in names:
            return code
    called = _names_elsewhere(kind).get(text.casefold())
    by_name = {name: code for code, name in names.items()}
    like = nearest(text, by_name, likeness=0.85) if len(text) > 3 else None
    return called if called in names else by_name.get(like or "")


@cache
def _names_elsewhere(kind: str) -> Mapping[str, str]:
    """Name → code in the languages that volunteers write in; loaded only after a mistake."""
    locales = (Locale(language) for language in _OTHER_NAMES_IN)
    return {str(name).casefold(): code for locale in locales for code, name in getattr(locale, kind).items()}


@lru_cache(maxsize=1024)
def language_tag(text: str) -> str:
    """A BCP 47 tag of known parts in its usual letter case: ``en``, ``pt-BR``, ``cmn-Hans``, ``bfi``."""
    found = re.fullmatch(_TAG, text.replace("_", "-"))
    if not found or found[1].lower() not in _languages():
        raise _unknown_language(text)
    script, region = (found[2] or "").title(), (found[3] or "").upper()
    _known_part(script, _english().scripts, "script")
    _known_part(region, _english().territories, "region")
    usual = "-".join(filter(None, (found[1].lower(), script, region))) + found[4].lower()
    if usual != text:
        why = "codes have one usual spelling, so that equal languages are found as equal"
        raise fault("not-a-language", why, f"write {usual}")
    return text


@cache
def _languages() -> Mapping[str, str]:
    """Code → English name; a code that CLDR does not name stands for itself."""
    names = {code: str(name) for code, name in _english().languages.items() if re.fullmatch("[a-z]{2,3}", code)}
    more = {code: code for code in _SPOKEN_TOO | _SIGNED}
    return {code: name for code, name in (more | names).items() if code not in _NO_LANGUAGES}


def _unknown_language(text: str) -> Exception:
    replaced = str(get_global("language_aliases").get(text.lower(), "")).replace("_", "-")
    meant = replaced or _code_of(text, _languages(), "languages")
    why = "a language is written with its code of BCP 47"
    return fault("not-a-language", why, f"write {meant}" if meant else "look up its code, like en or pt-BR")


def _known_part(part: str, known: Mapping[str, str], what: str) -> None:
    if part and part not in known:
        raise fault("not-a-language", f"its part {part} is no {what} that is known", f"leave out -{part}")


@lru_cache(maxsize=512)
def currency_code(text: str) -> str:
    """``EUR``, three capitals of ISO 4217."""
    if text in _currencies():
        return text
    meant = {"€": "EUR", "£": "GBP", "¥": "JPY"}.get(text) or _code_of(text, _currencies(), "currencies")
    why = "a currency is written with its three capital letters of ISO 4217"
    raise fault("not-a-currency", why, f"write {meant}" if meant else "look up its three letters, like EUR")


@cache
def _currencies() -> Mapping[str, str]:
    return {code: str(name) for code, name in _english().currencies.items() if not code.startswith("X")} | _SHARED


_SHARED: Final = {
    "XAF": "Central African CFA Franc",
    "XOF": "West African CFA Franc",
    "XCD": "East Caribbean Dollar",
}

CountryCode = Annotated[
    str, FromText(country_code, {"type": "string", "pattern": "^[A-Z]{2}$", "examples": ["GB", "NO"]})
]
LanguageTag = Annotated[
    str, FromText(language_tag, {"type": "string", "pattern": f"^{_TAG}$", "examples": ["en", "pt-BR"]})
]
CurrencyCode = Annotated[str, FromText(currency_code, {"type": "string", "pattern": "^[A-Z]{3}$", "examples": ["EUR"]})]
