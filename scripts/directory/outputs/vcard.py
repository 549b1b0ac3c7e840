"""A person as a contact (vCard 4.0, RFC 6350), for "add to contacts".

A contact stays in a telephone for years, so it says when the certificate ends and not that it is good now.
Never an e-mail address: those are shown on the page alone, where harvesters have a harder time.
"""

from __future__ import annotations

from collections.abc import Iterator

from directory.model import Instructor
from directory.outputs.addresses import country_name, permalink
from directory.outputs.escape import content_lines, content_text, token, uri
from directory.outputs.time_zones import day_stamp
from directory.outputs.words import INSTRUCTOR, MADE_UP


def vcard(person: Instructor, address: str) -> str:
    """The text of a ``.vcf`` file, with CRLF.  ``address`` is that of the site."""
    return content_lines(_lines(person, uri(permalink(person, address))))


def _lines(person: Instructor, page: str) -> Iterator[str]:
    name = content_text(person.name)
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"FN:{name}"
    yield f"N:;{name};;;"  # one piece: where a family name begins is not for a program to guess
    yield f"TITLE:{INSTRUCTOR}"
    yield _place(person)
    yield from (f"LANG:{token(language)}" for language in person.languages)
    yield f"URL:{page}"
    yield from _contact(person)
    yield f"REV:{day_stamp(person.verified_on)}"
    yield f"NOTE:{content_text(_note(person))}"
    yield "END:VCARD"


def _place(person: Instructor) -> str:
    """``ADR:;;;London;England;;United Kingdom``: no post box, no street, no post code."""
    town, region, country = person.town, person.region or "", country_name(person.country)
    return f"ADR:;;;{content_text(town)};{content_text(region)};;{content_text(country)}"


def _contact(person: Instructor) -> Iterator[str]:
    shown = person.contact.shown if person.contact else {}
    if website := shown.get("website"):
        yield f"URL;TYPE=work:{uri(website)}"
    if phone := shown.get("phone"):
        yield f"TEL;TYPE=work:{content_text(phone)}"


def _note(person: Instructor) -> str:
    until = f", good until {person.valid_until}" if person.valid_until else ""
    sentences = [f"Certificate of {person.certified_on}{until}.", f"Entry confirmed on {person.verified_on}."]
    return " ".join([MADE_UP, *sentences] if person.sample else sentences)
