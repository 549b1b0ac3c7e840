"""The people in docs/data: all made up, none of them wrong, and a name in every script."""

import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from directory import Directory, load
from directory.choices import Access, ClassStatus, Format, Special
from directory.fiction import is_fiction_address, is_fiction_phone
from directory.gazetteer import TABLE, Gazetteer
from directory.load import INSTRUCTORS, load_organisations
from directory.schema import SCHEMAS, schema_text
from records.codes import countries

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
FILES = sorted((ROOT / INSTRUCTORS).glob("*/*.yml"))


@pytest.fixture(scope="module")
def directory() -> Directory:
    found, problems = load(ROOT, TODAY)
    assert [str(problem) for problem in problems] == []
    return found


def test_everyone_is_a_sample_and_has_a_place(directory: Directory) -> None:
    assert len(directory.people) == len(FILES) >= 40
    assert len(directory.samples) == len(FILES)
    assert [one.id for one in directory.people if one.coordinates is None] == []


def test_they_are_spread_over_countries_scripts_and_everything_one_can_choose(directory: Directory) -> None:
    everyone = directory.people
    scripts = {unicodedata.name(letter).split()[0] for one in everyone for letter in one.name if letter.isalpha()}
    assert len(directory.countries) >= 14
    assert scripts >= {
        "LATIN",
        "CYRILLIC",
        "GREEK",
        "ARABIC",
        "HEBREW",
        "CJK",
        "HIRAGANA",
        "HANGUL",
        "DEVANAGARI",
        "THAI",
    }
    assert {one for person in everyone for one in person.formats} == set(Format)
    assert {one for person in everyone for one in person.special} == set(Special) - {Special.DOWN_SYNDROME}
    assert {one for person in everyone for one in person.access} == set(Access)
    assert {str(directory.status(person)) for person in everyone} == {
        "current",
        "expires-soon",
        "expired",
        "unconfirmed",
    }
    assert {course.status for person in everyone for course in person.classes} == set(ClassStatus)


def test_classes_lie_in_the_coming_half_year(directory: Directory) -> None:
    for person in directory.people:
        for course in person.classes:
            assert date(2026, 12, 1) <= course.start.date(), person.id
            assert course.end.date() + timedelta(weeks=course.weeks) <= date(2027, 6, 30), person.id


def test_two_people_have_one_name_in_one_town(directory: Directory) -> None:
    same = [one for one in directory.towns[("GB", "London")] if one.name == "Maria García"]
    assert [one.id for one in same] == ["maria-garcia-london", "maria-garcia-london-2"]


def test_some_are_short_some_long_and_one_has_nothing_optional(directory: Directory) -> None:
    bare = directory.by_id["horvath-eszter-budapest"]
    assert bare.model_dump(exclude_defaults=True).keys() == {
        *("id", "source", "sample", "coordinates", "name", "title", "certified_by", "certified_on", "verified_on"),
        *("consent_on", "country", "town", "languages", "formats"),
    }
    assert directory.by_id["suharti-yogyakarta"].name == "Suharti"
    assert max(len(one.name) for one in directory.people) > 60


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_names_its_schema_and_another_reader_sees_the_same_name(path: Path, directory: Directory) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schemas/instructor.json\n")
    assert yaml.load(text, yaml.BaseLoader)["name"] == directory.by_id[path.stem].name


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_schemas_for_editors_are_fresh(path: str) -> None:
    """Stale?  The docstring of directory.schema.SCHEMAS has the line that writes them anew."""
    assert (ROOT / path).read_text(encoding="utf-8") == schema_text(path)


def test_organisations_are_those_whose_addresses_were_seen() -> None:
    organisations, problems = load_organisations(ROOT)
    assert problems == []
    assert {one.id: one.url for one in organisations} == {
        "iaim": "https://iaim.net",
        "infant-massage-usa": "https://www.infantmassageusa.org",
        "iaim-uk": "https://www.iaim.org.uk",
        "baby-massage-ireland": "http://www.babymassageireland.com",
        "dgbm": "https://dgbm.de",
        "aimi": "https://www.aimionline.it",
        "aemi": "https://www.masajeinfantil.es",
        "iaim-cyprus": "http://www.iaim-cyprus.org",
    }
    assert {one.id for one in organisations if not one.checked} == {"baby-massage-ireland", "iaim-cyprus"}


def test_the_gazetteer_knows_towns_in_their_own_letters() -> None:
    gazetteer = Gazetteer(ROOT / TABLE)
    for country, town, place in [
        ("GB", "london", (51.51, -0.13)),
        ("DE", "München", (48.14, 11.58)),
        ("FR", "Saint Denis", (48.94, 2.35)),
        ("GR", "Αθήνα", (37.98, 23.73)),
        ("JP", "東京", (35.69, 139.69)),
        ("RU", "Москва", (55.75, 37.62)),
        ("EG", "القاهرة", (30.06, 31.25)),
        ("US", "New York", (40.71, -74.01)),
    ]:
        assert [(one.lat, one.lon) for one in gazetteer.find(country, town)] == [place], town
    assert len(gazetteer.find("GB", "Newport")) == 2
    assert gazetteer.find("GB", "Nowhere at all") == ()
    assert gazetteer.find("ZZ", "London") == ()
    assert Gazetteer(ROOT / "no such table").find("GB", "London") == ()


def test_the_gazetteer_is_sorted_and_blunt() -> None:
    lines = (ROOT / TABLE).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    assert lines[0].split("\t")[:6] == ["country", "name", "ascii", "lat", "lon", "also"]
    assert rows == sorted(rows)
    assert {row[0] for row in rows} <= set(countries())
    assert all(len(row) == 10 and row[3][-3] == row[4][-3] == "." for row in rows)


@pytest.mark.parametrize(
    ("phone", "fiction"),
    [
        ("+44 1632 960000", True),
        ("+44 1632 960999", True),
        ("+44 1632 961000", False),
        ("+44 20 7946 0123", True),
        ("+44 7700 900461", True),
        ("+1 404 555 0100", True),
        ("+1 404 555 0199", True),
        ("+1 404 555 0200", False),
        ("+61 3 5550 1234", True),
        ("+61 4 5550 1234", False),
        ("+353 20 910 1234", True),
        ("+33 4 65 71 12 34", True),
        ("+33 4 65 72 12 34", False),
        ("+49 30 23125 000", True),
        ("+49 89 99998 123", True),
        ("+49 89 99999 123", False),
        ("+46 70 174 06 05", True),
        ("+46 70 174 06 04", False),
        ("+46 70 174 06 99", True),
    ],
)
def test_numbers_that_belong_to_nobody(phone: str, fiction: bool) -> None:
    assert is_fiction_phone(phone) is fiction


@pytest.mark.parametrize(
    ("address", "fiction"),
    [
        ("https://maria.example/", True),
        ("https://example.org:8443/x?y=example.org", True),
        ("https://www.example.com", True),
        ("zoe@example.net", True),
        ("zoe@mail.example", True),
        ("https://myexample.org/", False),
        ("https://example.org.evil.net/", False),
        ("https://evil.net/?https://example.org", False),
        ("zoe@example.co.uk", False),
    ],
)
def test_addresses_that_belong_to_nobody(address: str, fiction: bool) -> None:
    assert is_fiction_address(address) is fiction
