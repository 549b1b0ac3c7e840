"""What Excel files hold that no CSV can: real dates and numbers, errors, formulas, several sheets."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from directory.exchange.table import Table, read_table
from openpyxl import Workbook

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def saved(*rows: list[Any], **sheets: list[list[Any]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for title, more in sheets.items():
        sheet = book.create_sheet(title)
        for row in more:
            sheet.append(row)
    book.save("members.xlsx")
    return Path("members.xlsx")


def problems(path: Path) -> str:
    read = read_table(path)
    assert not isinstance(read, Table)
    return "\n".join(map(str, read))


def test_cells_keep_what_they_are_and_where_they_stand() -> None:
    path = saved(
        ["id", "on", "n", None], [None, None, None], ["a", date(2026, 3, 12), 441632960123, None], ["b", None, 1.5]
    )
    table = read_table(path)
    assert isinstance(table, Table)
    assert table.headers == ("id", "on", "n")
    assert [(row, list(cells)) for row, cells in table.rows] == [
        (3, ["a", datetime(2026, 3, 12), 441632960123]),
        (4, ["b", None, 1.5]),
    ]


def test_real_dates_numbers_and_truth_are_taken_as_they_are_meant(project: Path, run: Run) -> None:
    book = Workbook()
    book.active.append(
        ["id", "valid_until", "postcode_area", "sample", "travel_km", "classes.1.start", "classes.1.end", "price.from"]
    )
    moment = datetime(2027, 2, 2, 18, 29, 59, 999_000)
    book.active.append(
        ["maria-garcia-london", date(2028, 3, 12), 1067, False, 12.0, moment, datetime(2027, 2, 2, 19, 30), 60.5]
    )
    book.active["C2"].number_format = "00000"
    book.save(project / "members.xlsx")
    assert run("import", str(project / "members.xlsx")).prints.split("unchanged")[0] == (
        "new: 0\n"
        "changed: 1\n"
        "  maria-garcia-london (Maria García, London)\n"
        "    sample\n"
        "      was nothing\n"
        '      now "false"\n'
        "    valid_until\n"
        '      was "2027-09-30"\n'
        '      now "2028-03-12"\n'
        "    postcode_area\n"
        '      was "N16"\n'
        '      now "01067"\n'
        "    travel_km\n"
        "      was nothing\n"
        '      now "12"\n'
        "    classes.1.start\n"
        '      was "2027-01-12 18:30"\n'
        '      now "2027-02-02 18:30"\n'
        "    classes.1.end\n"
        '      was "2027-01-12 19:30"\n'
        '      now "2027-02-02 19:30"\n'
    )


def test_a_date_where_none_belongs_is_asked_about(project: Path, run: Run) -> None:
    book = Workbook()
    book.active.append(["id", "postcode_area", "classes.1.start"])
    book.active.append(["maria-garcia-london", date(2026, 3, 1), time(10, 30)])
    book.save(project / "members.xlsx")
    (project / "members.xlsx").rename("members.xlsx")
    assert run("import", "members.xlsx").prints == (
        'members.xlsx: row 2, column B "postcode_area": error turned-into-a-date: the spreadsheet holds this as a date or a time (2026-03-01 00:00:00), and it is none\n'
        "    fix: format the column as text, then type it again\n"
        'members.xlsx: row 2, column C "classes.1.start": error turned-into-a-date: the spreadsheet holds this as a date or a time (10:30:00), and it is none\n'
        "    fix: format the column as text, then type it again\n"
        "2 errors in 1 row; nothing was written\n"
    )


def test_errors_and_formulas_without_result_are_told_all_at_once() -> None:
    assert problems(saved(["id", "name"], ["#N/A", "Ann"], ["b", "=1+1"])) == (
        'members.xlsx: row 2, column A "id": error error-in-cell: the cell shows #N/A\n'
        "    fix: mend its formula, or type what belongs there\n"
        'members.xlsx: row 3, column B "name": error formula-in-cell: the cell holds a formula that no spreadsheet has worked out yet\n'
        "    fix: open the file in a spreadsheet and save it"
    )


def test_the_first_sheet_with_anything_in_it_is_read_and_the_others_are_named() -> None:
    table = read_table(saved(Members=[["id"], ["a"]], Notes=[["x"]]))
    assert isinstance(table, Table)
    assert table.headers == ("id",)
    assert table.notes == ('the sheet "Members" was read; nothing was read from "Notes"',)


def test_a_stray_cell_far_away_is_no_bomb() -> None:
    book = Workbook()
    book.active["A1"] = "id"
    book.active["A1048576"] = "a"
    book.save("down.xlsx")
    table = read_table(Path("down.xlsx"))
    assert isinstance(table, Table)
    assert [row for row, _ in table.rows] == [1_048_576]
    book.active["XFD1"] = "x"
    book.save("right.xlsx")
    assert problems(Path("right.xlsx")).startswith("right.xlsx: error table-too-large: ")


def test_archives_that_are_no_workbooks_are_refused() -> None:
    path = saved(["id"], ["a"])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "error not-a-workbook" in problems(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>")
    assert "has a document type" in problems(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.bin", b"\0" * (300 << 20))
    assert "error table-too-large" in problems(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "x")
    assert "error not-a-workbook" in problems(path)
