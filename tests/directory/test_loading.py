"""A folder of files → a directory and its problems.  Each test makes a small project of its own."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from directory import Directory, load, reading
from directory.reading import Reader
from hypothesis import given
from hypothesis import strategies as st
from records import Problem

TODAY = date(2026, 11, 23)
ROOT = Path(__file__).resolve().parents[2]

PERSON = """\
name: {name}
title: CIMI
certified_by: iaim
certified_on: 2024-05-01
valid_until: 2027-05-01
verified_on: {verified}
consent_on: 2024-06-01
country: {country}
town: {town}
languages: [en]
formats: [group]
"""

ORGANISATIONS = """\
organisations:
  - id: iaim
    name: IAIM
    url: https://iaim.net
    seen: its own page
    seen_on: 2026-11-22
  - id: iaim-uk
    name: IAIM UK Chapter
    country: GB
    url: https://www.iaim.org.uk
    seen: its own page
    seen_on: 2026-11-22
"""

TOWNS = (
    "country\tname\tascii\tlat\tlon\talso\tenglish\telsewhere\tpeople\tnear\n"
    "DE\tMunich\tMunich\t48.14\t11.58\tMünchen\t\t\t1505005\t\n"
    "GB\tLondon\tLondon\t51.51\t-0.13\t\t\t\t8961989\t\n"
    "GB\tNewport\tNewport\t50.70\t-1.29\t\t\t\t24884\tPortsmouth\n"
    "GB\tNewport\tNewport\t51.59\t-3.00\tCasnewydd\t\t\t161506\tCardiff\n"
    "GR\tAthens\tAthens\t37.98\t23.73\tΑθήνα\t\t\t664046\t\n"
)


def person(name: str = "Zoë", country: str = "GB", town: str = "London", verified: str = "2026-09-01") -> str:
    return PERSON.format(name=name, country=country, town=town, verified=verified)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "docs/data/organisations.yml", ORGANISATIONS)
    write(tmp_path, "docs/data/gazetteer/towns.tsv", TOWNS)
    return tmp_path


def write(root: Path, path: str, text: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def people(root: Path, **files: str) -> None:
    for name, text in files.items():
        write(root, f"docs/data/instructors/{name.replace('__', '/').replace('_', '-')}.yml", text)


def loaded(root: Path) -> tuple[Directory, str]:
    directory, problems = load(root, TODAY)
    assert problems == sorted(problems)
    return directory, "\n".join(map(str, problems))


def test_an_empty_project_has_an_empty_directory(root: Path) -> None:
    directory, report = loaded(root)
    assert (directory.people, report) == ((), "")


def test_people_are_sorted_by_name_and_grouped(root: Path) -> None:
    people(
        root,
        gb__zoe_one=person("Zoë"),
        gb__angel=person("Ángel"),
        gb__bea=person("Bea", town="LONDON"),
        de__andrea=person("Andrea", "DE", "München"),
        gr__eleni=person("Ελένη", "GR", "Αθήνα"),
        gb__forgotten=person("Aaron", verified="2025-05-01"),
        gb__long_gone=person("Aaliyah", verified="2024-05-01"),
    )
    directory, report = loaded(root)
    assert report == ""
    assert [one.id for one in directory.people] == ["andrea", "angel", "bea", "zoe-one", "eleni", "forgotten"]
    assert [one.id for one in directory.left_out] == ["long-gone"]
    assert {code: len(group) for code, group in directory.countries.items()} == {"DE": 1, "GB": 4, "GR": 1}
    assert {town: len(group) for town, group in directory.towns.items()} == {
        ("DE", "München"): 1,
        ("GB", "London"): 4,
        ("GR", "Αθήνα"): 1,
    }
    assert list(directory.languages) == ["en"]
    assert directory.online == ()
    assert directory.by_id["andrea"].address == "/instructors/andrea/"
    assert directory.by_id["andrea"].source == "docs/data/instructors/de/andrea.yml"
    assert directory.chapter("GB") is not None
    assert directory.chapter("FR") is None
    certifier = directory.certifier(directory.by_id["andrea"])
    assert certifier is not None
    assert certifier.name == "IAIM"


def test_coordinates_come_from_the_gazetteer_when_a_file_has_none(root: Path) -> None:
    people(
        root,
        de__in_german=person("A", "DE", "München"),
        gr__in_greek=person("B", "GR", "Αθήνα"),
        gb__own=person("C") + "coordinates: {lat: 1.5, lon: 2}\n",
        gb__village=person("D", town="Little Snoring"),
    )
    directory, report = loaded(root)
    assert report == ""
    assert {one.id: one.coordinates and (one.coordinates.lat, one.coordinates.lon) for one in directory.people} == {
        "in-german": (48.14, 11.58),
        "in-greek": (37.98, 23.73),
        "own": (1.5, 2.0),
        "village": None,
    }


def test_a_town_that_is_misspelled_or_has_namesakes_is_a_warning(root: Path) -> None:
    people(root, gb__typo=person(town="Lodnon"), gb__two=person(town="Newport"))
    directory, report = loaded(root)
    assert len(directory.people) == 2
    assert report == (
        'docs/data/instructors/gb/two.yml:9:7: warning ambiguous-town: town is "Newport": 2 towns of this country have the name\n'
        "    fix: add coordinates with lat: 50.7, lon: -1.29 or lat: 51.59, lon: -3.0\n"
        'docs/data/instructors/gb/typo.yml:9:7: warning unknown-town: town is "Lodnon": no town of this country is spelled like this\n'
        "    fix: write London, or add coordinates if it is another place"
    )


def test_one_broken_file_costs_nobody_else_their_entry(root: Path) -> None:
    people(root, gb__good=person(), gb__broken="name: a: b\n", gb__wrong=person().replace("CIMI", "DJ"))
    write(root, "docs/data/instructors/gb/latin.yml", "").write_bytes(b"name: Zo\xeb\n")
    directory, report = loaded(root)
    assert [one.id for one in directory.people] == ["good"]
    assert [line.split(": ")[0] for line in report.split("\n")[::2]] == [
        "docs/data/instructors/gb/broken.yml:1:8",
        "docs/data/instructors/gb/latin.yml:1:9",
        "docs/data/instructors/gb/wrong.yml:2:8",
    ]


def test_an_id_belongs_to_one_person_and_both_files_are_named(root: Path) -> None:
    people(root, gb__maria=person("A"), de__maria=person("B", "DE", "München"))
    directory, report = loaded(root)
    assert [one.name for one in directory.people] == ["B"]
    assert report == (
        'docs/data/instructors/gb/maria.yml:1:1: error same-id: "maria" is taken by docs/data/instructors/de/maria.yml: one of two pages would vanish\n'
        "    fix: rename the newer of the two files; the address of the older one is on posters"
    )


@pytest.mark.parametrize(
    ("one", "other"), [("Ana", "ana"), ("José", "Jose\u0301"), ("Straße", "strasse"), ("ﬁona", "fiona")]
)
def test_ids_that_a_computer_may_take_for_one_collide(root: Path, one: str, other: str) -> None:
    people(root, **{f"gb__{one}": person(), f"de__{other}": person(country="DE", town="München")})
    _, report = loaded(root)
    assert report.count("error same-id") == 1
    assert f"docs/data/instructors/de/{other}.yml" in report
    assert f"docs/data/instructors/gb/{one}.yml:1:1" in report


def test_two_people_of_one_name_in_one_town_do_not_touch_each_other(root: Path) -> None:
    people(root, gb__maria=person("María García"), gb__maria_2=person("María García"))
    both, report = loaded(root)
    assert report == ""
    (root / "docs/data/instructors/gb/maria.yml").unlink()
    (left,) = loaded(root)[0].people
    assert left == both.by_id["maria-2"]


def test_a_file_lies_in_the_folder_of_its_country(root: Path) -> None:
    people(root, de__zoe=person())
    directory, report = loaded(root)
    assert directory.people == ()
    assert report == (
        'docs/data/instructors/de/zoe.yml:8:10: error wrong-folder: country is "GB", but the file lies in the folder "de"\n'
        "    fix: write DE, or move the file into gb/"
    )


def test_an_unknown_organisation_is_a_problem(root: Path) -> None:
    people(root, gb__zoe=person().replace("certified_by: iaim", "certified_by: iaim-gb"))
    _, report = loaded(root)
    assert report == (
        'docs/data/instructors/gb/zoe.yml:3:15: error unknown-organisation: certified_by is "iaim-gb": organisations.yml has none with this id\n'
        "    fix: write iaim-uk"
    )


def test_broken_organisations_are_reported_once_and_cost_nobody_their_entry(root: Path) -> None:
    people(root, gb__zoe=person(), gb__yan=person())
    write(root, "docs/data/organisations.yml", ORGANISATIONS.replace("https://iaim.net", "http://iaim.net"))
    directory, report = loaded(root)
    assert len(directory.people) == 2
    assert directory.certifier(directory.people[0]) is None
    assert report == (
        'docs/data/organisations.yml:4:10: error old-address: url is "http://iaim.net": http:// can be read and changed on its way\n'
        "    fix: write https://iaim.net if that works, or checked: false"
    )


def test_an_organisation_stands_in_the_list_once(root: Path) -> None:
    write(root, "docs/data/organisations.yml", ORGANISATIONS.replace("iaim-uk", "iaim"))
    _, report = loaded(root)
    assert report == (
        "docs/data/organisations.yml:7:9: error written-twice: id: another organisation above has this id\n    fix: choose another one"
    )


def test_things_that_are_no_persons_file_are_named(root: Path) -> None:
    people(root, gb__zoe=person())
    folder = root / "docs/data/instructors"
    write(folder, "README.md", "how to")
    write(folder, "gb/.zoe.yml.swp", "an editor's")
    write(folder, "gb/notes.txt", "")
    write(folder, "gb/yan.yaml", person())
    write(folder, "stray.yml", person())
    (folder / "gb/old").mkdir()
    (folder / "gb/link.yml").symlink_to("/etc/hostname")
    (folder / "fr").symlink_to(folder / "gb")
    os.mkfifo(folder / "gb/pipe.yml")
    directory, report = loaded(root)
    assert [one.id for one in directory.people] == ["zoe"]
    assert [
        line.split(": ")[0].removeprefix("docs/data/instructors/") + line.split(":")[3]
        for line in report.split("\n")[::2]
    ] == [
        "fr:1:1 error stray-file",
        "gb/link.yml:1:1 error symbolic-link",
        "gb/notes.txt:1:1 error stray-file",
        "gb/old:1:1 error stray-file",
        "gb/pipe.yml:1:1 error not-a-file",
        "gb/yan.yaml:1:1 error stray-file",
        "stray.yml:1:1 error stray-file",
    ]
    assert "rename it to yan.yml" in report


def test_the_order_of_files_on_the_disk_changes_nothing(root: Path) -> None:
    names = ["gb__aa1", "gb__bb2", "gb__cc3", "de__dd4"]
    for order in (names, names[::-1]):
        for name in order:
            country = "DE" if name.startswith("de") else "GB"
            people(root, **{name: person("Zoë", country, "München" if country == "DE" else "London")})
        assert [one.id for one in loaded(root)[0].people] == ["aa1", "bb2", "cc3", "dd4"]
        for name in names:
            (root / f"docs/data/instructors/{name.replace('__', '/')}.yml").unlink()


@pytest.mark.parametrize("own", ["id: somebody-else", "source: elsewhere.yml", "id: zoe"])
@pytest.mark.parametrize("mark", ["", "  # not in plain form"], ids=["plain", "not plain"])
def test_a_file_does_not_say_its_own_id_or_where_it_is(root: Path, own: str, mark: str) -> None:
    people(root, gb__zoe=person() + f"{own}{mark}\n")
    directory, report = loaded(root)
    assert directory.people == ()
    field = own.split(":")[0]
    assert report.startswith(
        f'docs/data/instructors/gb/zoe.yml:12:1: error unknown-field: "{field}" is not a field here'
    )


SAMPLES = sorted((ROOT / "docs/data/instructors").glob("*/*.yml"))
WHOLE = [person().replace("Zoë", "'Zoë'") + "coordinates:\n  lat: 1.5\n  lon: 2\n", person("Ελένη", "GR", "Αθήνα")]
VALUES = [
    "2026-02-30",
    "2024-5-01",
    "gb",
    "UK",
    "Lodnon",
    "LONDON",
    "Munchen",
    "München",
    "Newport",
    "Newport ",
    "no",
    "iaim-uk",
    "iaim-gb",
]
VALUES += ["[en, EN]", "[]", "''", "[online]", "group", "cimi", "false", "true", "null", "12", "Zo�", "A & B"]
NAMES = [line.split(":")[0] for line in PERSON.splitlines()]
NAMES += ["id", "source", "coordinates", "price", "pronouns", "nickname"]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["line", "value", "gone", "more"]),
        st.integers(0, 60),
        st.sampled_from(NAMES),
        st.sampled_from(VALUES),
    ),
    max_size=2,
)


def edited(text: str, kind: str, place: int, name: str, value: str) -> str:
    """A person's file with another value, with another line, or with a line less or more."""
    lines = text.splitlines() or [""]
    at = place % len(lines)
    old = lines[at].partition(": ")[0]
    new = {
        "line": [f"{name}: {value}"],
        "value": [f"{old}: {value}"],
        "gone": [],
        "more": [lines[at], f"{name}: {value}"],
    }
    return "\n".join([*lines[:at], *new[kind], *lines[at + 1 :]]) + "\n"


@given(st.sampled_from([*SAMPLES, *WHOLE]), EDITS)
def test_a_person_read_quickly_is_the_person_read_carefully(
    base: Path | str, edits: list[tuple[str, int, str, str]]
) -> None:
    text = base if isinstance(base, str) else base.read_text("utf-8")
    for edit in edits:
        text = edited(text, *edit)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, "docs/data/gazetteer/towns.tsv", TOWNS)
        path = write(root, "docs/data/instructors/gb/zoe.yml", text)
        reader = Reader(root, TODAY, {"iaim": None, "iaim-uk": "GB"})
        quick = reader.person(str(path))
        with carefully():
            assert quick == reader.person(str(path))


@contextmanager
def carefully() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "quick_record", lambda _: None)
        yield


def test_everybody_is_read_quickly_as_carefully() -> None:
    quick = load(ROOT, TODAY)
    with carefully():
        assert load(ROOT, TODAY) == quick
    assert len(quick[0].people) > 40


@pytest.mark.usefixtures("three_processes")
def test_several_processes_read_the_same_people_and_problems(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people(root, gb__broken="name: a: b\n", gb__typo=person(town="Lodnon"), gb__wrong=person().replace("CIMI", "DJ"))
    for number in range(20):
        people(root, **{f"gb__person_{number}": person(f"Person {number}"), f"de__{number}_wrong_folder": person()})
    several: tuple[Directory, list[Problem]] = load(root, TODAY)
    assert (len(several[0].people), len(several[1])) == (21, 23)
    monkeypatch.undo()
    assert load(root, TODAY) == several
