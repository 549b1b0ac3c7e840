"""Bytes from spreadsheets → headers and rows, or the reason why not.  The cases are in cases/tables.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from directory.exchange.table import CELL_LIMIT, Table, read_table

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "tables.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_table_is_read_or_refused(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(case.get("file", "members.csv"))
    path.write_bytes(case["bytes"] if "bytes" in case else case["text"].encode(case.get("encoding", "utf-8")))
    table = read_table(path)
    if isinstance(table, Table):
        assert {"headers": list(table.headers), "rows": [[row, *cells] for row, cells in table.rows]} == case["table"]
        assert list(table.notes) == case.get("notes", [])
    else:
        assert "\n".join(map(str, table)) == case.get("problem", "").rstrip()


def test_a_cell_of_a_megabyte_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.csv").write_text("id,name\na,b\nc," + "x" * 1_000_000, "utf-8")
    assert str(read_table(Path("m.csv"))[0]) == (  # type: ignore[index]
        f'm.csv: row 3: error cell-too-large: a cell has more than {CELL_LIMIT} characters, or a " that begins a cell is never closed\n'
        "    fix: shorten the cell, or save the table again from a spreadsheet"
    )


def test_a_table_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.csv").write_text("id\n" * 60_000, "utf-8")
    with Path("n.csv").open("wb") as file:
        file.truncate(1 << 30)
    for name in ("m.csv", "n.csv"):
        assert str(read_table(Path(name))[0]) == (  # type: ignore[index]
            f"{name}: error table-too-large: it is larger than 32 MB, or has more than 50000 rows or 1000 columns\n"
            "    fix: delete what does not belong to the list, or split it"
        )
