"""Tables and files that nobody should make: a sentence, an exit code, and never a traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Run = Callable[..., Any]
Tree = Callable[[], dict[str, bytes]]

CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
GOOD = b'id,town,about,valid_until\nmaria-garcia-london,London,"Small, warm",2027-09-30\njane,Leeds,x,\n'


def check(run: Run, data: bytes, *options: str) -> None:
    Path("members.csv").write_bytes(data)
    ran = run("import", "members.csv", *options)
    assert ran.code in (0, 1)
    assert "Traceback" not in ran.prints
    assert "fault of the tool" not in ran.prints


@CALM
@given(data=st.binary(max_size=200))
def test_any_bytes(run: Run, data: bytes) -> None:
    check(run, data)


@CALM
@given(places=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=4))
def test_a_good_table_with_some_bytes_changed(run: Run, places: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in places:
        data[place] = byte
    check(run, bytes(data))


HEADERS = [
    "id",
    "name",
    "town",
    "country",
    "sample",
    "coordinates.lat",
    "languages",
    "price",
    "price.from",
    "contact.show",
]
HEADERS += ["valid_until", "classes.1.title", "classes.2.start", "classes.2.weeks", "about"]
CELLS = [
    "",
    " ",
    "maria-garcia-london",
    "GB",
    "=1",
    "'",
    "|",
    "a|b",
    "12/03/2026",
    "TRUE",
    "1E400",
    "ask",
    "\u202ea",
    "\x00x",
    "x" * 700,
]


@CALM
@given(
    rows=st.lists(
        st.lists(st.one_of(st.sampled_from(CELLS), st.text(max_size=10)), min_size=15, max_size=15), max_size=3
    )
)
def test_any_cells_under_good_headers(run: Run, tree: Tree, rows: list[list[str]]) -> None:
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in (HEADERS, *rows)]
    text = "\n".join(",".join(row) for row in quoted)
    before = {path: data for path, data in tree().items() if path != "members.csv"}
    check(run, text.encode("utf-8", "replace"), "--accept-ids")
    assert {path: data for path, data in tree().items() if path != "members.csv"} == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("empty", b""),
        ("not-text", b"\xff\xfe\x00"),
        ("bomb", b"a: &a [x, x]\nb: &b [*a, *a]\n"),
        ("deep", b"a: " + b"[" * 5000),
        ("list", b"- a\n"),
        ("word", b"hello\n"),
        ("bom", b"\xef\xbb\xbfname: A\n"),
    ],
)
def test_any_file_of_a_person_that_a_row_is_about(project: Path, run: Run, name: str, text: bytes) -> None:
    (project / f"docs/data/instructors/gb/{name}.yml").write_bytes(text)
    check(run, f"id,town\n{name},Leeds\n".encode(), "--write")
    assert (project / f"docs/data/instructors/gb/{name}.yml").read_bytes() == text
    for command in (["check"], ["export", "m.csv", "--replace"], ["due"]):
        ran = run(*command)
        assert ran.code == 1
        assert "fault of the tool" not in ran.prints


def test_things_that_are_no_files(project: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("name: Secret\n")
    (project / "docs/data/instructors/gb/link.yml").symlink_to(tmp_path / "secret.yml")
    (project / "docs/data/instructors/gb/folder.yml").mkdir()
    (project / "docs/data/instructors/zz").symlink_to(tmp_path)
    check(run, b"id,town\nlink,Leeds\nfolder,Leeds\nsecret,Leeds\n", "--write")
    assert (tmp_path / "secret.yml").read_text() == "name: Secret\n"
    ran = run("export", "m.csv")
    assert ran.code == 1
    assert "Secret" not in (project / "m.csv").read_text("utf-8-sig")
