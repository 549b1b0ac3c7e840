"""A text in a cell: never a formula, always the same text when it is read again."""

import pytest
from directory import guard
from hypothesis import example, given
from hypothesis import strategies as st

HOSTILE = (
    '=HYPERLINK("http://e","x")',
    "=cmd|'/c calc'!A1",
    "+44 1632 960123",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "\ufeff=1",
)
CELLS = [
    ("London", "London"),
    ("'t Hart", "'t Hart"),
    ("O'Brien", "O'Brien"),
    ("", ""),
    ("+44 1632 960123", "'+44 1632 960123"),
    ("-3.00", "'-3.00"),
    ("'+44", "''+44"),
    ("01067", "'01067"),
    ("true", "'true"),
    ("10.0", "'10.0"),
    ("1E5", "'1E5"),
    ("2026-03-12", "2026-03-12"),
    (" in front", "' in front"),
    ("behind ", "'behind '"),
    ("'behind '", "''behind ''"),
    ("last line\n", "last line\n"),
]


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_a_text_is_written_as_plainly_as_is_safe(text: str, cell: str) -> None:
    assert guard.write(text) == cell
    assert guard.read(cell) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = guard.write(text)
    assert cell[0] not in guard.FORMULA_STARTS
    assert guard.read(cell) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  London\u00a0", "London"),
        ("'0113 496", "0113 496"),
        ("'1067", "1067"),
        ("’+44 1632 960123", "+44 1632 960123"),
        ("'n huis", "'n huis"),
    ],
)
def test_what_people_type_is_read_as_they_mean_it(cell: str, text: str) -> None:
    assert guard.read(cell) == text


MEAN = st.text(alphabet=st.sampled_from("'’‘=+-@\t\n＝ \u00a0019.,Eeatru\"|"), max_size=8)


@given(st.one_of(MEAN, st.text(), st.sampled_from(HOSTILE)))
@example("'")
@example("+44 '")
def test_reading_gives_back_every_text(text: str) -> None:
    cell = guard.write(text)
    assert guard.read(cell) == text
    assert not cell.startswith(tuple(guard.FORMULA_STARTS))
