"""Who has to do something before families are misled."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from directory.exchange.terminal import table, visible, width

Run = Callable[..., Any]


def test_what_is_due_stands_in_straight_columns(run: Run) -> None:
    assert run("due") == (
        0,
        "when        in days  what     why                                                             id                             who\n"
        "2026-06-01  -175     confirm  last confirmed 2025-06-01: sinks below others after 2026-12-01  narges-rahimzadeh-shiraz       نرگس رحیم‌زاده, شیراز\n"
        "2026-11-01  -22      renew    the certificate has ended: no badge                             katharina-schoenfeld-muenchen  Katharina Schönfeld, München\n"
        "2026-12-31  38       renew    the certificate ends                                            narges-rahimzadeh-shiraz       نرگس رحیم‌زاده, شیراز\n"
        "3 things due up to 60 days after 2026-11-23\n",
    )


def test_the_table_can_be_written_for_a_spreadsheet(project: Path, run: Run) -> None:
    assert run("due", "--days", "10", "--csv", "due.csv").prints.endswith(
        "2 things due up to 10 days after 2026-11-23\ndue.csv written\n"
    )
    assert (project / "due.csv").read_bytes().decode("utf-8") == (
        "\ufeffwhen,in days,what,why,id,who\r\n"
        '2026-06-01,\'-175,confirm,last confirmed 2025-06-01: sinks below others after 2026-12-01,narges-rahimzadeh-shiraz,"نرگس رحیم‌زاده, شیراز"\r\n'
        '2026-11-01,\'-22,renew,the certificate has ended: no badge,katharina-schoenfeld-muenchen,"Katharina Schönfeld, München"\r\n'
    )
    assert run("due", "--csv", "due.csv").code == 2


def test_every_stage_of_an_unconfirmed_entry_is_named(project: Path, run: Run) -> None:
    path = project / "docs/data/instructors/gb/maria-garcia-london-2.yml"
    text = path.read_text("utf-8")
    reasons = {}
    for day in ("2026-01-20", "2025-11-22", "2025-05-22", "2024-11-22"):
        path.write_text(text.replace("verified_on: 2026-09-10", f"verified_on: {day}"), "utf-8")
        line = next(line for line in run("due").prints.splitlines() if "maria-garcia-london-2" in line)
        reasons[line[:10]] = line[29:].split("  ")[0].strip()
    assert reasons == {
        "2027-01-20": "last confirmed 2026-01-20: marked as unconfirmed after this day",
        "2026-11-22": "last confirmed 2025-11-22: sinks below others after 2027-05-22",
        "2026-05-22": "last confirmed 2025-05-22: leaves the list after 2027-05-22",
        "2025-11-22": "last confirmed 2024-11-22: no longer listed",
    }


def test_nothing_due_is_said_too(project: Path, run: Run) -> None:
    for path in (project / "docs/data/instructors").glob("[di]*/*.yml"):
        path.unlink()
    assert run("due") == (0, "0 things due up to 60 days after 2026-11-23\n")


def test_columns_count_cells_and_not_characters() -> None:
    decomposed = unicodedata.normalize("NFD", "Zoë")
    assert [width(text) for text in ("Zoë", decomposed, "李娜", "김서연", "رحیم‌زاده")] == [3, 3, 4, 6, 8]
    lines = list(table(("who", "x"), [("李娜", "1"), (decomposed, "2"), ("a\u202eb", "3")]))
    assert lines == ["who       x", "李娜      1", f"{decomposed}       2", "a\\u202eb  3"]


def test_only_what_deceives_is_shown_as_a_code() -> None:
    assert visible("رحیم‌زاده") == "رحیم‌زاده"
    assert visible("a\u200cb\n\x1b[31m") == "a\\u200cb\\n\\u001b[31m"
