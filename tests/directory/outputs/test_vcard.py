"""A contact says what the person's page says, to two readers, whatever the words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import vobject
import yaml
from directory.model import Contact, Instructor
from directory.outputs import vcard
from directory.outputs.escape import plain
from hypothesis import given
from hypothesis import strategies as st
from records.names import person_name

SITE = "https://infant-massage.example/"
HOSTILE = yaml.safe_load((Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8"))
PAYLOADS = [text for texts in HOSTILE.values() for text in texts]
TEXTS = st.sampled_from(PAYLOADS) | st.text(st.characters(exclude_categories=()), min_size=1, max_size=200)


class Line(NamedTuple):
    """A property as RFC 6350 §3.3 has it, its value not yet taken apart."""

    name: str
    parameters: str
    value: str

    @property
    def text(self) -> str:
        return re.sub(r"(?s)\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], self.value)

    @property
    def parts(self) -> list[str]:
        """The values between semicolons that are not escaped."""
        return [Line("", "", part).text for part in re.findall(r"((?:\\.|[^;\\])*);", f"{self.value};", re.DOTALL)]


def read(text: str) -> list[Line]:
    """Our own small reader of vCard, strict about line ends and lengths."""
    assert "\r" not in text.replace("\r\n", "")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return list(_lines(text.replace("\r\n ", "")))


def _lines(unfolded: str) -> Iterator[Line]:
    assert unfolded.endswith("\r\n")
    for line in unfolded[:-2].split("\r\n"):
        found = re.fullmatch(r"([A-Z]+)((?:;[A-Z]+=[A-Za-z0-9]+)*):(.*)", line, re.DOTALL)
        assert found, line
        yield Line(*found.groups())


def value(lines: list[Line], name: str) -> Line:
    (line,) = [line for line in lines if line.name == name]
    return line


@given(text=TEXTS)
def test_every_text_comes_back_and_makes_no_line_of_its_own(zoe: Instructor, text: str) -> None:
    contact = Contact.model_construct(website=text, phone=text, email=None, show=zoe.contact.show[:2])
    hostile = zoe.model_copy(update={"name": text, "town": text, "region": text, "contact": contact})
    hostile = hostile.model_copy(update={"id": text, "languages": (text,)})
    lines = read(vcard(hostile, SITE))
    names = "BEGIN VERSION FN N TITLE ADR LANG URL URL TEL REV NOTE END"
    assert [line.name for line in lines] == names.split()
    assert value(lines, "FN").text == value(lines, "TEL").text == plain(text)
    assert value(lines, "N").parts == ["", plain(text), "", "", ""]
    assert value(lines, "ADR").parts == ["", "", "", plain(text), plain(text), "", "United Kingdom"]
    assert all(re.fullmatch(r"[!-~]*", line.value) for line in lines if line.name in ("URL", "LANG"))


@given(text=TEXTS)
def test_another_reader_finds_the_same(zoe: Instructor, text: str) -> None:
    card = vobject.readOne(vcard(zoe.model_copy(update={"name": text, "town": text}), SITE))
    assert card.fn.value == plain(text)
    assert card.n.value.given == plain(text)
    assert card.n.value.family == ""
    assert card.adr.value.city == plain(text)
    assert sum(len(lines) for lines in card.contents.values()) == len(read(vcard(zoe, SITE))) - 2  # BEGIN and END


@pytest.mark.parametrize("name", HOSTILE["names"])
def test_a_name_that_the_model_accepts_comes_back_as_written(zoe: Instructor, name: str) -> None:
    accepted = person_name(name)
    lines = read(vcard(zoe.model_copy(update={"name": accepted}), SITE))
    assert value(lines, "FN").text == accepted


def test_only_what_the_person_allows_is_told(zoe: Instructor) -> None:
    hidden = zoe.model_copy(update={"contact": zoe.contact.model_copy(update={"show": ()})})
    assert [line.name for line in read(vcard(hidden, SITE))].count("URL") == 1
    assert "TEL" not in vcard(hidden, SITE)


def test_an_email_address_is_never_told(zoe: Instructor) -> None:
    assert zoe.contact.shown["email"]
    assert "@" not in vcard(zoe, SITE)


def test_only_a_sample_says_that_it_is_one(zoe: Instructor) -> None:
    assert "sample" in value(read(vcard(zoe, SITE)), "NOTE").text
    assert "sample" not in value(read(vcard(zoe.model_copy(update={"sample": False}), SITE)), "NOTE").text


@given(text=st.text(st.characters(exclude_categories=()), min_size=60, max_size=300))
def test_a_long_line_is_cut_between_characters(zoe: Instructor, text: str) -> None:
    written = vcard(zoe.model_copy(update={"name": text}), SITE)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert value(read(written), "FN").text == plain(text)
