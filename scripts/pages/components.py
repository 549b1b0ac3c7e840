"""Draws the small components that are put inside a page's text, from the same folders as the rest of the look."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader
from jinja2.runtime import Macro

from pages.compiled import Compiled

_COMPILED: Final = Compiled()


class Components:
    """The components of `overrides/`, with the words and settings of one build. All values are escaped."""

    def __init__(self, overrides: Path, language: str, **shared: Any) -> None:
        self._env = Environment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._env.filters.update(filters(language))
        self._env.globals.update(shared)

    def parts(self, name: str, marks: Any) -> dict[str, str]:
        """Each macro of `components/<name>/<name>.html` by its name, drawn with `marks` where it takes a record."""
        module = self._env.get_template(f"components/{name}/{name}.html").module
        macros = {name: macro for name, macro in vars(module).items() if isinstance(macro, Macro)}
        return {name: str(macro(*[marks] * len(macro.arguments))) for name, macro in macros.items()}

    def draw(self, name: str, **values: Any) -> str:
        """`components/<name>/<name>.html` with `values`."""
        return self._env.get_template(f"components/{name}/{name}.html").render(values)


def filters(language: str) -> dict[str, Any]:
    """Jinja filters for dates, numbers and countries in the words of `language`."""
    locale = locale_of(language)

    def long_date(day: date) -> str:
        return str(format_date(day, "long", locale=locale))

    def country_name(code: str) -> str:
        return str(locale.territories.get(code, code))

    def whole(number: int) -> str:
        return str(format_decimal(number, locale=locale))

    return {
        "long_date": long_date,
        "country_name": country_name,
        "whole": whole,
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
    }


@lru_cache
def locale_of(language: str) -> Locale:
    """Babel's locale of a site language; plain English is British, so that dates read day, month, year."""
    return Locale.parse("en_GB" if language == "en" else language)
