"""The volunteers' tool as a volunteer starts it: another process, real arguments, a real exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

TOOL = ROOT / "scripts" / "instructors.py"
COMMANDS = ("import", "export", "new", "remove", "due", "check")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project of the tests beside, to change."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/directory/exchange/project", root)
    return root


def tool(project: Path, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    where = [] if "--help" in arguments or not arguments else ["--root", str(project), "--today", "2026-11-23"]
    return subprocess.run(
        [sys.executable, str(TOOL), *arguments, *where],
        cwd=project,
        env={**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", **environment},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_list_goes_out_to_a_spreadsheet_and_comes_back(project: Path) -> None:
    assert tool(project, "export", "members.csv").stdout == "members.csv: 4 people written\n"
    table = project / "members.csv"
    changed = table.read_bytes().replace(b"Small evening groups", b"Small morning groups")
    table.write_bytes(changed.replace(b",N16,", b",E8,"))
    dry = tool(project, "import", "members.csv")
    assert (dry.returncode, dry.stderr) == (0, "")
    assert dry.stdout == (
        "new: 0\n"
        "changed: 1\n"
        "  maria-garcia-london (Maria García, London)\n"
        "    postcode_area\n"
        '      was "N16"\n'
        '      now "E8"\n'
        "    about\n"
        '      was "Small evening groups in the library."\n'
        '      now "Small morning groups in the library."\n'
        "unchanged: 3\n"
        "not in the table, and left as they are: 0\n"
        "this was a dry run, nothing was written; add --write to write 1 file\n"
    )
    assert tool(project, "import", "members.csv", "--write").stdout.endswith("1 file written\n")
    again = tool(project, "import", "members.csv", "--write")
    assert again.stdout.startswith("new: 0\nchanged: 0\nunchanged: 4\n")
    assert tool(project, "check").stdout == "0 errors in 4 listed people\n"


def test_problems_have_exit_code_1(project: Path) -> None:
    (project / "members.csv").write_text("id,country\nmaria-garcia-london,UK\n", "utf-8")
    done = tool(project, "import", "members.csv")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        'members.csv: row 2, column B "country": error not-a-country: country is "UK": '
        "a country is written with its two capital letters of ISO 3166\n"
        "    fix: write GB\n"
        "1 error in 1 row; nothing was written\n",
        "",
    )
    (project / "docs/data/instructors/gb/x1y.yml").write_text("name: Ann\n", "utf-8")
    assert tool(project, "check").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "members.csv"], "members.csv is not there\n    fix: check the name of the file\n"),
        (["import", "docs"], "docs is a folder\n    fix: check the name of the file\n"),
        (["import"], "the following arguments are required: table\n    fix: see instructors.py import --help\n"),
        (
            ["import", "m.csv", "--map", "E-Mail"],
            'argument --map: "E-Mail" is not of the form "E-Mail=contact.email"\n'
            "    fix: see instructors.py import --help\n",
        ),
        (
            ["due", "--today", "23.11.2026"],
            'argument --today: "23.11.2026" is not a day like 2026-03-12\n    fix: see instructors.py due --help\n',
        ),
        (
            ["remove", "nobody", "--yes"],
            'nobody has the id "nobody"\n    fix: look the id up in the address of the page\n',
        ),
        (
            ["new"],
            "the answers ended before the last question; nothing was changed\n    fix: answer all of them\n",
        ),
    ],
)
def test_what_cannot_run_has_exit_code_2(project: Path, arguments: list[str], said: str) -> None:
    done = tool(project, *arguments)
    assert (done.returncode, done.stderr) == (2, said)


def test_wrong_commands_and_folders_are_told(project: Path) -> None:
    assert tool(project, "improt", "members.csv").returncode == 2
    assert "COMMAND" in tool(project).stderr
    elsewhere = tool(project, "check", "--root", str(project / "docs"))
    assert elsewhere.returncode == 0, "the last --root counts"
    done = subprocess.run(
        [sys.executable, str(TOOL), "check", "--root", str(project / "docs")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"there is no docs/data/instructors in {project / 'docs'}\n"
        "    fix: go to the folder of the project, or name it with --root\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(project: Path, command: str) -> None:
    assert f"\n    {command} " in tool(project, "--help").stdout
    done = tool(project, command, "--help")
    assert done.returncode == 0
    assert f"example: python scripts/instructors.py {command}" in done.stdout


def test_new_and_remove_listen_to_lines(project: Path) -> None:
    lines = ["Ann", "", "CIMI", "iaim", "2024-03-12", "", "2026-03-12", "2026-11-01", "GB", "", "Leeds", "", ""]
    lines += ["en", "group", "", "", "", "", "", "", "", "", "", "yes", ""]
    done = tool(project, "new", stdin="\n".join(lines))
    assert done.stdout.endswith("docs/data/instructors/gb/ann-leeds.yml written; look at it with: make serve\n")
    assert (project / "docs/data/instructors/gb/ann-leeds.yml").is_file()
    assert tool(project, "remove", "ann-leeds", stdin="ann-leeds\n").returncode == 0
    assert not (project / "docs/data/instructors/gb/ann-leeds.yml").exists()


def test_due_prints_a_table(project: Path) -> None:
    done = tool(project, "due", "--days", "10")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "2 things due up to 10 days after 2026-11-23"


def test_a_terminal_that_knows_no_script_but_latin_gets_codes(project: Path) -> None:
    done = tool(project, "due", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Katharina Sch\\xf6nfeld" in done.stdout


def test_a_reader_that_stops_early_is_no_fault(project: Path) -> None:
    command = f'"{sys.executable}" "{TOOL}" due --root "{project}" | true'
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""


def test_a_fault_of_the_tool_is_no_traceback(project: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nimport directory.load\n"
        "def broken(*_):\n    raise ZeroDivisionError('x')\n"
        "sys.modules['directory.load'].load = broken\n"
    )
    paths = os.pathsep.join([str(tmp_path), str(ROOT / "scripts")])
    done = tool(project, "check", PYTHONPATH=paths, TMPDIR=str(tmp_path))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr + done.stdout
    first, fix = done.stderr.splitlines()
    assert first == "this is a fault of the tool, and not yours"
    log = Path(fix.removeprefix("    fix: report it with the file "))
    assert "ZeroDivisionError: x" in log.read_text("utf-8")
