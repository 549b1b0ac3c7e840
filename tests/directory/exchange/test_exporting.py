"""What an export holds, field by field and in every form."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(text.splitlines(), delimiter=delimiter))


def test_a_table_has_chosen_fields_behind_the_id(project: Path, run: Run) -> None:
    assert run("export", "m.csv", "--fields", "name, contact,postcode_area") == (0, "m.csv: 4 people written\n")
    assert (project / "m.csv").read_bytes().decode("utf-8") == (
        "\ufeffid,name,postcode_area,contact.website,contact.phone,contact.email,contact.show\r\n"
        "katharina-schoenfeld-muenchen,Katharina Schönfeld,'01067,,,,\r\n"
        "maria-garcia-london,Maria García,N16,,'+44 20 7946 0123,maria@example.org,email\r\n"
        "maria-garcia-london-2,Maria García,,,,,\r\n"
        "narges-rahimzadeh-shiraz,نرگس رحیم‌زاده,,,,,\r\n"
    )


@pytest.mark.parametrize(("arguments", "delimiter"), [(["m.csv", "--delimiter", "semicolon"], ";"), (["m.tsv"], "\t")])
def test_other_separators_for_other_spreadsheets(project: Path, run: Run, arguments: list[str], delimiter: str) -> None:
    assert run("export", *arguments).code == 0
    text = (project / arguments[0]).read_text("utf-8-sig")
    assert rows(text, delimiter)[0][:3] == ["id", "sample", "name"]
    assert run("import", arguments[0]).prints.endswith(
        "unchanged: 4\nnot in the table, and left as they are: 0\nnothing to write\n"
    )


def test_classes_have_columns_of_their_own_each(project: Path, run: Run) -> None:
    run("export", "m.csv", "--fields", "classes.title,classes.weeks,about")
    header = rows((project / "m.csv").read_text("utf-8-sig"))[0]
    assert header == ["id", "classes.1.title", "classes.1.weeks", "classes.2.title", "classes.2.weeks", "about"]


def test_json_holds_what_stands_in_the_files(project: Path, run: Run) -> None:
    assert run("export", "m.json", "--fields", "name,languages,price,classes.title").code == 0
    people = json.loads((project / "m.json").read_text("utf-8"))["people"]
    assert people[1:3] == [
        {
            "id": "maria-garcia-london",
            "name": "Maria García",
            "languages": ["en", "es"],
            "price": {"from": "60.50", "currency": "GBP"},
            "classes": [{"title": "Baby massage, five weeks"}, {"title": "Baby massage, again"}],
        },
        {"id": "maria-garcia-london-2", "name": "Maria García", "languages": ["es", "en"], "price": "ask"},
    ]


def test_whoever_has_an_error_is_named_and_left_out(project: Path, run: Run) -> None:
    (project / "docs/data/instructors/gb/broken.yml").write_text("name: Ann\nname: Eve\n", "utf-8")
    ran = run("export", "m.csv", "--fields", "name")
    assert ran == (
        1,
        "m.csv: 4 people written\n"
        'docs/data/instructors/gb/broken.yml:2:1: error duplicate-key: "name" is written twice, here and on line 1; one would be lost\n'
        "    fix: delete this line or line 1\n"
        "1 error; whoever has an error is not in the table\n",
    )
    assert "broken" not in (project / "m.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "prints"),
    [
        (["m.pdf"], "no table can be written to m.pdf\n    fix: give it a name that ends in .csv or .json\n"),
        (
            ["m.csv", "--fields", "name,contact.emial"],
            '"contact.emial" is not a field; write contact.email\n'
            "    fix: write names of fields with commas between them, like name,town,contact.email\n",
        ),
        (["no/m.csv"], "there is no folder no\n    fix: make the folder first\n"),
        (["old.csv"], "old.csv is there already\n    fix: choose another name, or add --replace\n"),
    ],
)
def test_nothing_is_written_where_that_would_be_wrong(
    project: Path, run: Run, arguments: list[str], prints: str
) -> None:
    (project / "old.csv").write_text("edited for hours", "utf-8")
    assert run("export", *arguments) == (2, prints)
    assert (project / "old.csv").read_text("utf-8") == "edited for hours"
    assert run("export", "old.csv", "--replace") == (0, "old.csv: 4 people written\n")
