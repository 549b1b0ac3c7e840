"""Where a person's page is in the whole web: what posters, contacts and calendars carry for years."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from records.codes import countries

from directory.model import Instructor


def permalink(person: Instructor, site_address: str) -> str:
    """``https://infant-massage.example/instructors/jane-example/``; a site may live in a folder of its host."""
    return site_address.rstrip("/") + person.address


def whole(path: str, site_address: str) -> str:
    """The whole address of a page of the site: ``instructors/jp/東京/`` in percent signs, as links have it."""
    return f"{site_address.rstrip('/')}/{path if path.isascii() else quote(path)}"


@cache
def country_name(code: str) -> str:
    """The English name, for grammars that have no code for a country; the code itself when it has no name."""
    return countries().get(code, code)
