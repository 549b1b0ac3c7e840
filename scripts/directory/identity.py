"""A person's id: the name of the file, the address of the page, and what the QR code on a poster says.

It is never made from the name (``李娜`` would become nothing) and never used again, so posters stay right for
years.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from records.codes import countries
from records.problem import Problem, quoted

ID: Final = re.compile("[a-z0-9-]{3,60}")

_WINDOWS_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_OTHER_PAGES: Final = frozenset(
    {"index", "404", "search", "assets", "sitemap", "feed", "sw", "admin", "api", "online", "near"}
    | {"country", "countries", "town", "towns", "language", "languages", "data", "page", "new"}
)
RESERVED: Final = _WINDOWS_DEVICES | _OTHER_PAGES


def folded(name: str) -> str:
    """What file systems and browsers may take as the same name: ``Ana`` and ``ana``, ``ﬁ`` and ``fi``."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def check_path(path: str) -> list[Problem]:
    """What is wrong with the path of a person's file, ``docs/data/instructors/gb/maria-garcia-london.yml``."""
    *_, folder, file = f"./{path}".split("/")
    return [problem for problem in (_bad_id(path, file.removesuffix(".yml")), _bad_folder(path, folder)) if problem]


def _bad_id(path: str, name: str) -> Problem | None:
    if folded(name) in RESERVED:
        message = f"the file name {quoted(name)} is taken: devices of Windows or other pages have it"
        return Problem(path, 1, 1, "reserved-id", message, "add the town to the name, like maria-garcia-london.yml")
    if not ID.fullmatch(name):
        message = f"the file name {quoted(name)} becomes an address, and can have 3 to 60 of a-z, 0-9 and -"
        return Problem(path, 1, 1, "bad-id", message, f"rename the file, like {suggestion(name)}.yml")
    return None


def suggestion(name: str) -> str:
    """An id like ``name``: ``Zoë Müller`` → ``zoe-muller``; a made-up one where no Latin letter is left."""
    plain = unicodedata.normalize("NFKD", folded(name)).encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return words if len(words) >= 3 and words not in RESERVED else "maria-garcia-london"


def _bad_folder(path: str, name: str) -> Problem | None:
    if name.upper() in countries() and name == name.lower():
        return None
    message = f"the folder {quoted(name)} is not a country in two small letters, like gb"
    return Problem(path, 1, 1, "bad-folder", message, "move the file into the folder of the person's country")


def check_country(path: str, country: str) -> tuple[str, str, str] | None:
    """Rule, message and fix when a file does not lie in the folder of the country that it names."""
    *_, folder, _ = f"./{path}".split("/")
    if folder == country.lower():
        return None
    message = f"country is {quoted(country)}, but the file lies in the folder {quoted(folder)}"
    if folder.upper() in countries():
        return "wrong-folder", message, f"write {folder.upper()}, or move the file into {country.lower()}/"
    return "wrong-folder", message, f"move the file into {country.lower()}/"
