"""The questions of ``new``, in the order in which one would ask them on the telephone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from records.values import Path

from directory.choices import Access, ContactWay, Format, Special, Title


class Question(NamedTuple):
    """``choices`` are shown below the words; only when something is known of ``only_with`` it is asked at all."""

    path: Path
    words: str
    choices: Sequence[str] = ()
    only_with: str = ""
    is_needed: bool = False
    is_list: bool = False


def _free(path: str, words: str, choices: Sequence[str] = (), with_: str = "", is_list: bool = False) -> Question:
    return Question(tuple(path.split(".")), words, choices, with_, is_list=is_list)


def _needed(path: str, words: str, choices: Sequence[str] = (), with_: str = "", is_list: bool = False) -> Question:
    return _free(path, words, choices, with_, is_list)._replace(is_needed=True)


PERSON: Final = (
    _needed("name", "Name, as the person writes it"),
    _free("pronouns", "Pronouns, like she/her"),
    _needed("title", "Title on the certificate", list(Title)),
    _needed("certified_by", "Which organisation gave the certificate"),
    _needed("certified_on", "Day of the certificate, like 2024-03-12"),
    _free("valid_until", "Last day on which it is good, like 2027-03-31 (Enter if it has no end)"),
    _needed("consent_on", "Day on which the person agreed to be listed, like 2026-03-12"),
    _needed("verified_on", "Day on which you checked all of this with them, like 2026-03-12"),
    _needed("country", "Country, two capital letters, like GB"),
    _free("region", "County, state or province"),
    _needed("town", "Town (never a street)"),
    _free("postcode_area", "First part of the post code, like N16"),
    _free("travel_km", "How many kilometres they travel to families"),
    _needed("languages", "Languages they teach in, codes like en or pt-BR", is_list=True),
    _needed("formats", "How they teach", list(Format), is_list=True),
    _free("special", "Families they have training for", list(Special), is_list=True),
    _free("access", "What makes it easier to come", list(Access), is_list=True),
    _free("price.from", "Lowest price of a course, like 60 (0 if it is free)"),
    _needed("price.currency", "Currency of the price, like EUR", with_="price"),
    _free("contact.website", "Website, from https:// on"),
    _free("contact.phone", "Telephone, like +44 1632 960123"),
    _free("contact.email", "E-mail"),
    _free("contact.show", "Which of these three may be published", list(ContactWay), "contact", is_list=True),
    _free("about", "In their own words, up to 600 characters, no promises of health"),
)

CLASS: Final = (
    _free("title", "A class with dates: its title (Enter if there is no more)"),
    _needed("time_zone", "  Time zone of the place, like Europe/London"),
    _needed("start", "  First meeting begins, like 2027-01-12 18:30"),
    _needed("end", "  First meeting ends, like 2027-01-12 19:30"),
    _free("weeks", "  How many weekly meetings (Enter for one)"),
    _free("place", "  Public place where it happens (Enter if it is online)"),
    _free("booking", "  Page where one books, from https:// on"),
)
