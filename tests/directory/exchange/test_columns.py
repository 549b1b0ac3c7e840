"""The columns that there can be, and which header is which."""

from dataclasses import asdict

import pytest
from directory.course import Course
from directory.exchange.columns import Wishes, columns, wish
from directory.exchange.fields import EACH, LEAVES, Kind, column_name, order_at, path_of
from directory.exchange.table import Table
from directory.model import Contact, Coordinates, Entry, Price


def test_there_is_a_column_for_every_value_of_the_model() -> None:
    names = {leaf.path for leaf in LEAVES}
    inside = {"coordinates": Coordinates, "price": Price, "contact": Contact}
    expected = {(name,) for name in Entry.model_fields if name not in ("coordinates", "contact", "classes")}
    for field, model in inside.items():
        expected |= {(field, info.alias or name) for name, info in model.model_fields.items()}
    expected |= {("classes", EACH, name) for name in Course.model_fields}
    assert names == expected


def test_values_are_treated_by_what_they_are() -> None:
    kinds = {column_name(leaf.path): leaf.kind for leaf in LEAVES}
    assert kinds["name"] is Kind.WORDS
    assert kinds["about"] is Kind.WORDS
    assert kinds["contact.phone"] is Kind.CODE
    assert kinds["country"] is Kind.CODE
    assert kinds["languages"] is Kind.LIST
    assert kinds["contact.show"] is Kind.LIST
    assert kinds["valid_until"] is Kind.DATE
    assert kinds["classes.N.start"] is Kind.MOMENT
    assert kinds["sample"] is Kind.FLAG
    assert kinds["classes.N.online"] is Kind.FLAG
    assert kinds["classes.N.weeks"] is Kind.WHOLE
    assert kinds["price.from"] is Kind.DECIMAL
    assert kinds["coordinates.lat"] is Kind.DECIMAL


def test_a_class_is_written_as_people_say_it() -> None:
    order = ("title", "start", "end", "time_zone", "weeks", "place", "online", "status", "booking")
    assert order_at(("classes", 0)) == order
    assert set(order) == set(Course.model_fields)


@pytest.mark.parametrize(
    ("header", "path"),
    [
        ("name", ("name",)),
        ("Valid until", ("valid_until",)),
        ("“town”", ("town",)),
        ("contact.email", ("contact", "email")),
        ("PRICE.FROM", ("price", "from")),
        ("classes.2.start", ("classes", 1, "start")),
        ("id", ("id",)),
        ("email", None),
        ("contact", None),
        ("classes.0.start", None),
        ("classes.start", None),
        ("", None),
    ],
)
def test_a_header_is_a_field_only_when_it_is_written_as_one(header: str, path: tuple[str | int, ...] | None) -> None:
    assert path_of(header) == path


def test_every_column_that_is_no_field_stops_the_import() -> None:
    table = Table("m.csv", ("id", "E-Mail", "Notes", "", "town", "Town"), ((2, ("a", "b", "c", "d", "e", "f")),))
    read, problems = columns(table, Wishes({"Mail": "contact.email"}, frozenset({"Notes"})))
    assert [asdict(one) for one in read] == [
        {"number": 1, "header": "id", "path": ("id",)},
        {"number": 5, "header": "town", "path": ("town",)},
    ]
    assert "\n".join(map(str, problems)) == (
        'm.csv: row 1: error no-such-column: the table has no column "Mail"\n'
        '    fix: write "E-Mail"\n'
        'm.csv: row 1, column B "E-Mail": error unknown-column: "E-Mail" is not a field, so its cells would be lost\n'
        '    fix: say --map "E-Mail=contact.email", or --ignore "E-Mail" to leave it out\n'
        'm.csv: row 1, column F "Town": error same-column: column E is town already, and one of the two would be lost\n'
        '    fix: delete one of them, or say --ignore "Town"\n'
        'm.csv: row 2, column D "": error no-header: "d" stands in a column that has no header, so nobody knows what it is\n'
        "    fix: write a header into D, or empty the column"
    )


def test_a_mapping_names_a_header_and_a_field() -> None:
    assert wish("E-Mail=contact.email") == ("E-Mail", "contact.email")
    assert wish("a = b = town") == ("a = b", "town")
    assert wish("E-Mail") is None
    table = Table("m.csv", ("E-Mail",), ())
    read, problems = columns(table, Wishes({"E-Mail": "contact.email"}))
    assert ([one.path for one in read], problems) == ([("contact", "email")], [])
