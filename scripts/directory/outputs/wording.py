"""Dates, countries, languages and prices in the words of the site's language; each is worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.core import parse_locale
from babel.dates import format_date
from babel.numbers import format_currency


class Wording:
    """`words` are docs/<language>/_shared/directory.yml; `locale` is Babel's, like `en_GB`."""

    def __init__(self, words: Mapping[str, str], locale: str) -> None:
        self.words = words
        self.locale = Locale.parse(locale)
        self.day = lru_cache(maxsize=None)(self._day)
        self.weekday = lru_cache(maxsize=None)(self._weekday)
        self.country = lru_cache(maxsize=None)(self._country)
        self.language = lru_cache(maxsize=None)(self._language)
        self.price = lru_cache(maxsize=None)(self._price)

    def say(self, words: str, /, **values: object) -> str:
        """The words of that name with `values` in their braces."""
        return self.words[words].format(**values)

    def count(self, people: int) -> str:
        return self.words["people_1"] if people == 1 else self.say("people_many", count=f"{people:,}")

    def _price(self, amount: Decimal, currency: str) -> str:
        """`12.50 GBP` → £12.50; a whole amount goes without its decimals."""
        shown = str(format_currency(amount, currency, locale=self.locale))
        return shown.replace(".00", "") if amount == amount.to_integral_value() else shown

    def _day(self, day: date) -> str:
        return str(format_date(day, "long", locale=self.locale))

    def _weekday(self, day: date) -> str:
        return str(format_date(day, "full", locale=self.locale))

    def _country(self, code: str) -> str:
        return str(self.locale.territories.get(code, code))

    def _language(self, tag: str) -> str:
        """`pt-BR` → Portuguese (Brazil); a tag that Babel does not know stays as written."""
        parts = parse_locale(tag, sep="-")
        name = self.locale.languages.get(parts[0])
        if name is None:
            return tag
        detail = [self.locale.scripts.get(parts[2] or ""), self.locale.territories.get(parts[1] or "")]
        shown = ", ".join(part for part in detail if part)
        return f"{name} ({shown})" if shown else str(name)
