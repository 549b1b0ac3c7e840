"""One person's file: what is changed in a good file, beside the whole report."""

from datetime import date

import pytest
from directory import Entry
from records import Source, judge, parse

TODAY = date(2026, 11, 23)

GOOD = """\
name: Zoë Example
title: CIMI
certified_by: iaim
certified_on: 2024-05-01
valid_until: 2027-05-01
verified_on: 2026-09-01
consent_on: 2026-09-01
country: GB
town: London
languages: [en, pt-BR]
formats: [group, home-visit]
"""

SAMPLE = "sample: true\n" + GOOD

COURSE = """\
classes:
  - title: Five Thursdays
    start: 2026-12-03 10:30
    end: 2026-12-03 11:30
    time_zone: Europe/London
    weeks: 5
    place: The library
"""


def report(text: str) -> str:
    record, problems = parse(Source("f.yml", text))
    assert record is not None
    _, more = judge(record, Entry, {"today": TODAY})
    return "\n".join(map(str, problems + more))


def test_a_person_with_nothing_optional_is_accepted() -> None:
    record, _ = parse(Source("f.yml", GOOD.replace("valid_until: 2027-05-01\n", "")))
    assert record is not None
    person, problems = judge(record, Entry, {"today": TODAY})
    assert problems == []
    assert person is not None
    assert person.model_dump(exclude_defaults=True, mode="json") == {
        "name": "Zoë Example",
        "title": "CIMI",
        "certified_by": "iaim",
        "certified_on": "2024-05-01",
        "verified_on": "2026-09-01",
        "consent_on": "2026-09-01",
        "country": "GB",
        "town": "London",
        "languages": ["en", "pt-BR"],
        "formats": ["group", "home-visit"],
    }


FULL = (
    SAMPLE
    + """\
pronouns: she/her
region: Greater London
postcode_area: 0123
coordinates: {lat: 51.5, lon: -0.13}
travel_km: 12
special: [twins, fathers]
access: [step-free]
price: {from: 12.50, currency: GBP, free_places: 1}
contact:
  website: https://zoe.example/
  phone: +44 1632 960123
  email: zoe@example.org
  show: [phone, website]
classes:
  - title: One evening
    start: 2026-12-03 19:30
    end: 2026-12-03 20:30
    time_zone: Europe/London
    online: true
    status: full
    booking: https://zoe.example/book
about: |
  Tom & Jerry.

  <b>Two</b> paragraphs.
"""
)


def test_a_person_with_everything_is_accepted_and_cannot_change() -> None:
    record, _ = parse(Source("f.yml", FULL))
    assert record is not None
    person, problems = judge(record, Entry, {"today": TODAY})
    assert problems == []
    assert person is not None
    assert person.postcode_area == "0123"
    assert person.contact is not None
    assert person.contact.shown == {"website": "https://zoe.example/", "phone": "+44 1632 960123"}
    assert person.about == "Tom & Jerry.\n\n<b>Two</b> paragraphs."
    assert person.price.model_dump(by_alias=True, mode="json") == {"from": "12.50", "currency": "GBP", "free_places": 1}
    assert hash(person)
    with pytest.raises(ValueError, match="frozen"):
        person.name = "x"


CASES = [
    (
        "consent is required",
        GOOD.replace("consent_on: 2026-09-01\n", ""),
        'f.yml:1:1: error missing-field: there is no "consent_on", and every record needs it\n    fix: add consent_on: and its value',
    ),
    (
        "a name from a form that spells it otherwise",
        GOOD.replace("town:", "Town:").replace("languages", "language"),
        'f.yml:1:1: error missing-field: there is no "languages", and every record needs it\n    fix: add languages: and its value\n'
        'f.yml:1:1: error missing-field: there is no "town", and every record needs it\n    fix: add town: and its value\n'
        'f.yml:9:1: error unknown-field: "Town" is not a field here, so nothing would show it\n    fix: write town\n'
        'f.yml:10:1: error unknown-field: "language" is not a field here, so nothing would show it\n    fix: write languages',
    ),
    (
        "a certificate that ended before it began",
        GOOD.replace("2027-05-01", "2023-05-01"),
        'f.yml:5:14: error dates-out-of-order: valid_until is "2023-05-01": a certificate of 2024-05-01 cannot have ended before that day\n'
        "    fix: write 2024-05-01 or a later day",
    ),
    (
        "consent of tomorrow",
        GOOD.replace("consent_on: 2026-09-01", "consent_on: 2026-11-24"),
        'f.yml:7:13: error date-in-future: consent_on is "2026-11-24": this day has not come yet; today is 2026-11-23\n'
        "    fix: write 2026-11-23 or an earlier day",
    ),
    (
        "a title of another job",
        GOOD.replace("CIMI", "cimi"),
        'f.yml:2:8: error not-a-choice: title is "cimi": only these can stand here: CIMI, CEIM, Kursleiterin DGBM, Kursleiter DGBM, '
        "Insegnante AIMI, Instructrice AFMB, Instructeur AFMB, Educadora AEMI, Educador AEMI\n    fix: write CIMI",
    ),
    (
        "a language twice",
        GOOD.replace("[en, pt-BR]", "[en, pt-BR, en]"),
        'f.yml:10:24: error written-twice: languages: "en" is in this list twice\n    fix: delete this line',
    ),
    (
        "a whole post code",
        GOOD + "postcode_area: N16 5AB\n",
        'f.yml:12:16: error too-exact: postcode_area is "N16 5AB": a whole post code leads to a street\n    fix: write N16',
    ),
    (
        "coordinates of a house",
        GOOD + "coordinates:\n  lat: 51.5634\n  lon: -0.0768\n",
        'f.yml:13:8: error too-exact: lat is "51.5634": more than two decimals lead to a house\n    fix: write 51.56\n'
        'f.yml:14:8: error too-exact: lon is "-0.0768": more than two decimals lead to a house\n    fix: write -0.08',
    ),
    (
        "coordinates of nowhere",
        GOOD + "coordinates: {lat: 91, lon: 5°}\n",
        'f.yml:12:20: error not-degrees: lat is "91": it goes from -90 to 90\n    fix: look the town up on a map; lat is north, lon is east\n'
        'f.yml:12:29: error not-degrees: lon is "5°": degrees are written in digits, with a dot before parts\n    fix: write a number like 51.51',
    ),
    (
        "a price in words",
        GOOD + "price: 12\n",
        'f.yml:12:8: error not-a-choice: price is "12": only these can stand here: ask\n    fix: write one of them',
    ),
    (
        "a price without currency",
        GOOD + "price: {from: 12}\n",
        'f.yml:12:8: error missing-field: there is no "currency", and every record needs it\n    fix: add currency: and its value',
    ),
    (
        "showing what is not there",
        GOOD + "contact:\n  phone: +44 1632 960123\n  show: [phone, email]\n",
        "f.yml:14:17: error nothing-to-show: show: there is no email that could be shown\n"
        "    fix: add email: to contact, or delete this line",
    ),
    (
        "a sample with addresses of others",
        SAMPLE + "contact:\n  website: https://iaim.net/\n  phone: +44 1632 123456\n  email: zoe@example.co.uk\n",
        'f.yml:14:12: error real-contact-in-sample: website: this person is a sample, and "https://iaim.net/" can belong to someone\n'
        "    fix: write one that ends in .example or example.org\n"
        'f.yml:15:10: error real-contact-in-sample: phone: this person is a sample, and "+44 1632 123456" can belong to someone\n'
        "    fix: write +44 1632 960123, or delete the line\n"
        'f.yml:16:10: error real-contact-in-sample: email: this person is a sample, and "zoe@example.co.uk" can belong to someone\n'
        "    fix: write one that ends in .example or example.org",
    ),
    (
        "a sample with a booking page of others",
        SAMPLE + COURSE + "    booking: https://iaim.net/\n",
        'f.yml:20:14: error real-contact-in-sample: booking: this person is a sample, and "https://iaim.net/" can belong to someone\n'
        "    fix: write one that ends in .example or example.org",
    ),
    (
        "an id in the file",
        GOOD + "id: zoe\n",
        'f.yml:12:1: error unknown-field: "id" is not a field here, so nothing would show it\n'
        "    fix: delete it, or choose from: about, access, certified_by, certified_on, classes, consent_on, contact, coordinates, country, "
        "formats, languages, name, postcode_area, price, pronouns, region, sample, special, title, town, travel_km, valid_until, verified_on",
    ),
    (
        "an about that is too long",
        GOOD + "about: " + "a" * 601 + "\n",
        f'f.yml:12:8: error too-long: about is "{"a" * 59}…": 601 characters are written, and at most 600 are shown\n    fix: shorten it by 1',
    ),
    (
        "a class in two places",
        GOOD + COURSE + "    online: true\n",
        'f.yml:18:12: error place-and-online: place is "The library": a class has a place or is online, and this one is both\n'
        "    fix: delete this line, or the one with online",
    ),
    (
        "a class in no place",
        GOOD + COURSE.replace("    place: The library\n", ""),
        "f.yml:13:5: error no-place: place: a class has a place or is online, and this one is neither\n"
        "    fix: add place: with the name of the place, or online: true",
    ),
    (
        "a class that ends before it begins",
        GOOD + COURSE.replace("11:30", "09:30"),
        'f.yml:15:10: error dates-out-of-order: end is "2026-12-03 09:30": the class begins at 2026-12-03 10:30, and cannot have ended then\n'
        "    fix: write 2026-12-03 11:30, or what is right",
    ),
    (
        "the end of the last meeting",
        GOOD + COURSE.replace("end: 2026-12-03", "end: 2026-12-31"),
        'f.yml:15:10: error dates-out-of-order: end is "2026-12-31 11:30": this is the end of the first meeting, and no meeting lasts longer than 12 hours\n'
        "    fix: write 2026-12-03 and the hour, and the number of meetings as weeks",
    ),
    (
        "a class at a time that does not exist",
        GOOD + COURSE.replace("2026-12-03 10:30", "2027-03-28 01:30").replace("2026-12-03 11:30", "2027-03-28 02:30"),
        'f.yml:14:12: error time-does-not-exist: start is "2027-03-28 01:30": clocks in Europe/London go forward then and leave this time out; it could mean 00:30 or 02:30\n'
        "    fix: write 2027-03-28 02:30 or 2027-03-28 00:30",
    ),
    (
        "a class at a time that comes twice",
        GOOD + COURSE.replace("2026-12-03 10:30", "2027-10-31 01:30").replace("2026-12-03 11:30", "2027-10-31 03:00"),
        'f.yml:14:12: error time-comes-twice: start is "2027-10-31 01:30": clocks in Europe/London go back then, so this comes twice, at UTC+01:00 and again at UTC+00:00\n'
        "    fix: write 2027-10-31 02:30, or another time outside that hour",
    ),
    (
        "a later week in which clocks change",
        GOOD + COURSE.replace("2026-12-03 10:30", "2027-03-14 01:30").replace("2026-12-03 11:30", "2027-03-14 02:30"),
        'f.yml:14:12: error time-does-not-exist: start is "2027-03-14 01:30": in week 3 of this course clocks in Europe/London go forward then and leave this time out; it could mean 00:30 or 02:30\n'
        "    fix: choose another hour, or fewer weeks",
    ),
    (
        "a class without zone",
        GOOD + COURSE.replace("Europe/London", "GMT+5"),
        'f.yml:16:16: error not-a-time-zone: time_zone is "GMT+5": a zone is an area and a city, whose changes of the clock are known\n'
        "    fix: write the area and the nearest large city, like Europe/London",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_whole_report_of_one_mistake(text: str, expected: str) -> None:
    assert report(text) == expected


@pytest.mark.parametrize("text", [GOOD, SAMPLE, GOOD + COURSE, FULL, GOOD + "price: ask\n", GOOD + "region:\nabout:\n"])
def test_a_good_file_is_silent(text: str) -> None:
    assert report(text) == ""


def test_every_title_has_one_label_and_a_long_form() -> None:
    from directory.choices import Title

    assert {title.label for title in Title} == {"Certified infant massage instructor"}
    assert all(title.long_form for title in Title)
