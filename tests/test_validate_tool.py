"""The validator as a person starts it: another process, real arguments, a real exit code."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import BUILD_DAY, ROOT
from validator.command import run

TOOL = ROOT / "scripts" / "validate.py"
BROKEN = """docs/index.md:1:26: error M101 broken-link: no page or file at "familes.md"
    fix: write families.md
1 error in 2 pages (0.0 s)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small MkDocs project with one broken link."""
    write(tmp_path / "mkdocs.yml", "site_name: Test\n")
    write(tmp_path / "docs/index.md", "Read about [your family](familes.md).\n")
    write(tmp_path / "docs/families.md", "# Families\n\n[Start](index.md)\n")
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def tool(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOL), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_DAY, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def timeless(shown: str) -> str:
    return re.sub(r"\(\d+\.\d s\)", "(0.0 s)", shown)


ONLY = ("--only", "M101")


def test_problems_in_another_project_have_exit_code_1(project: Path) -> None:
    done = tool("--source", ".", *ONLY, cwd=project)
    assert (done.returncode, timeless(done.stdout), done.stderr) == (1, BROKEN, "")


def test_paths_lead_from_the_folder_one_types_in(project: Path) -> None:
    assert tool("--source", project.name, *ONLY, cwd=project.parent).stdout.startswith(
        f"{project.name}/docs/index.md:1:26:"
    )
    assert tool("--source", project, *ONLY, cwd=ROOT).stdout.startswith(f"{project}/docs/index.md:1:26:")


def test_a_sound_project_has_exit_code_0(project: Path) -> None:
    write(project / "docs/index.md", "Read about [your family](families.md).\n")
    done = tool("--source", ".", *ONLY, cwd=project)
    assert (done.returncode, timeless(done.stdout)) == (0, "0 errors in 2 pages (0.0 s)\n")


def test_windows_line_ends_change_no_place(project: Path) -> None:
    write(project / "docs/index.md", "# Start\r\n\r\nRead about [your family](familes.md).\r\n")
    done = tool("--source", ".", *ONLY, cwd=project)
    assert done.stdout.startswith("docs/index.md:3:26: error M101")


def test_a_built_site_needs_no_sources(project: Path) -> None:
    write(project / "public/index.html", '<h2 id="a">A</h2>\n<h2 id="a">B</h2>\n')
    done = tool("--site", "public", "--only", "duplicate-id", cwd=project)
    assert done.returncode == 1
    assert done.stdout.startswith("public/index.html:2:5: error H201 duplicate-id: ")
    assert timeless(done.stdout).endswith("1 error in 1 built page (0.0 s)\n")


def test_warnings_fail_only_when_told_to(project: Path) -> None:
    write(project / "docs/index.md", "Words. <!-- allow M101: no longer -->\n\n[families](families.md)\n")
    arguments = ("--source", ".", "--only", "M101,unused-allowance")
    done = tool(*arguments, cwd=project)
    assert (done.returncode, timeless(done.stdout).splitlines()[-1]) == (0, "0 errors, 1 warning in 2 pages (0.0 s)")
    assert tool(*arguments, "--strict", cwd=project).returncode == 1


def test_what_was_not_looked_at_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--source` it looks at the project it belongs to, which is a small one here."""
    assert run(["--only", "broken-link"], project) == 1
    shown = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"site/ is not built: \d+ rules skipped", shown[-2])
    assert timeless(shown[-1]) == "1 error in 2 pages (0.0 s)"


def test_an_empty_folder_is_no_sound_site(project: Path) -> None:
    done = tool("--site", "docs", cwd=project)
    assert done.returncode == 2
    assert done.stderr == "there are no built pages in docs\n    fix: build the site first, or name another folder\n"


def test_a_report_can_go_into_a_file(project: Path) -> None:
    done = tool("--source", ".", *ONLY, "--format", "json", "--output", "report.json", cwd=project)
    assert (done.returncode, timeless(done.stdout)) == (1, "1 error in 2 pages (0.0 s)\n")
    assert json.loads((project / "report.json").read_text("utf-8"))["problems"][0]["path"] == "docs/index.md"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--source", "nowhere"], "there is no folder nowhere\n    fix: check the name of the folder\n"),
        (["--site", "nowhere"], "there is no folder nowhere\n    fix: check the name of the folder\n"),
        (["--source", "mkdocs.yml"], "mkdocs.yml is a file\n    fix: name the folder that it lies in\n"),
        (
            ["--source", "docs"],
            "there is no mkdocs.yml in docs\n    fix: name the folder that holds it, or --site for built pages\n",
        ),
        (["--only", "brokn-link"], 'there is no rule "brokn-link"\n    fix: write broken-link\n'),
        (["--skip", "M101,xyzzy"], 'there is no rule "xyzzy"\n    fix: see the names in `validate.py --list`\n'),
        (["--explain", "brokn_link"], 'there is no rule "brokn_link"\n    fix: write broken-link\n'),
        (["--source", ".", "--output", "docs"], "docs cannot be written: is a directory\n    fix: name another file\n"),
        (
            ["--source", ".", "--output", "no/such/folder.txt"],
            "no/such/folder.txt cannot be written: no such file or directory\n    fix: name another file\n",
        ),
        (["--source", ".", "--dry-run"], "--dry-run belongs to --fix\n    fix: write --fix --dry-run\n"),
        (
            ["--site", "docs", "--fix"],
            "--fix mends sources, and --site alone has none\n    fix: name them too, with --source\n",
        ),
        (["--source", ".", "--only", "E101"], "dead-address asks other sites\n    fix: add --external\n"),
        (["docs"], "unrecognized arguments: docs\n    fix: see validate.py --help\n"),
    ],
)
def test_what_cannot_run_has_exit_code_2(project: Path, arguments: list[str], said: str) -> None:
    done = tool(*arguments, cwd=project)
    assert (done.returncode, done.stderr) == (2, said)


def test_settings_that_cannot_be_read_are_a_problem_like_others(project: Path) -> None:
    write(project / "mkdocs.yml", "site_name: [Test\n")
    done = tool("--source", ".", cwd=project)
    assert done.returncode == 1
    assert done.stdout.startswith("mkdocs.yml:2:1: error D001 unreadable-settings: these settings cannot be read: ")


def test_a_site_that_no_file_system_ends_is_looked_at_once(project: Path) -> None:
    write(project / "public/index.html", "<h1>Start</h1>")
    (project / "public/again").symlink_to(".")
    (project / "public/nowhere").symlink_to("nowhere")
    done = tool("--site", "public", "--only", "duplicate-id", cwd=project)
    assert " 1 built page " in done.stdout


FIXED = """--- docs/index.md
+++ docs/index.md
@@ -1,1 +1,1 @@
-Read about [your family](familes.md).
+Read about [your family](families.md).
"""


def test_what_is_sure_is_shown_first_and_mended_when_told_to(project: Path) -> None:
    page = project / "docs/index.md"
    done = tool("--source", ".", *ONLY, "--fix", "--dry-run", cwd=project)
    assert (done.returncode, timeless(done.stdout)) == (1, f"{FIXED}would mend 1 problem in 1 file\n{BROKEN}")
    assert "familes" in page.read_text("utf-8")
    done = tool("--source", ".", *ONLY, "--fix", cwd=project)
    mended = f"{FIXED}mended 1 problem in 1 file\n0 errors in 2 pages (0.0 s)\n"
    assert (done.returncode, timeless(done.stdout), done.stderr) == (0, mended, "")
    assert page.read_text("utf-8") == "Read about [your family](families.md).\n"
    done = tool("--source", ".", *ONLY, "--fix", cwd=project)
    assert (done.returncode, timeless(done.stdout)) == (0, "mended nothing\n0 errors in 2 pages (0.0 s)\n")


def test_a_diff_does_not_spoil_a_report_for_programs(project: Path) -> None:
    done = tool("--source", ".", *ONLY, "--fix", "--format", "json", cwd=project)
    assert (done.returncode, json.loads(done.stdout)["problems"]) == (0, [])
    assert done.stderr == f"{FIXED}mended 1 problem in 1 file\n"


def test_help_names_every_option_with_examples() -> None:
    done = tool("--help")
    assert done.returncode == 0
    options = ("--source", "--site", "--format", "--output", "--only", "--skip", "--list", "--explain", "--strict")
    options += ("--external", "--fix", "--dry-run")
    assert [option for option in options if f"  {option}" not in done.stdout] == []
    assert "python scripts/validate.py --explain broken-link" in done.stdout


def test_a_rule_is_explained_by_its_name_or_its_code() -> None:
    done = tool("--explain", "M101")
    assert done.stdout.startswith("M101 broken-link (error, in a page's Markdown)\n")
    assert "W101 broken-link" in tool("--explain", "broken_link").stdout
    assert done.stdout.splitlines()[0].split()[0] in tool("--list").stdout


def test_colours_only_on_a_terminal_and_only_if_wanted(project: Path) -> None:
    script = shutil.which("script")
    assert script, "the program `script` plays the terminal"
    command = f'"{sys.executable}" "{TOOL}" --source . --only M101'

    def shown(**environment: str) -> str:
        return subprocess.run(
            [script, "-qec", command, "/dev/null"],
            cwd=project,
            env={
                **{key: value for key, value in os.environ.items() if key != "NO_COLOR"},
                "TERM": "xterm",
                **environment,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        ).stdout

    assert "\x1b[1;31merror\x1b[0m M101" in shown()
    assert "\x1b" not in shown(NO_COLOR="1")
    assert "\x1b" not in tool("--source", ".", cwd=project).stdout


def test_a_reader_that_stops_early_is_no_fault(project: Path) -> None:
    command = f'"{sys.executable}" "{TOOL}" --list | true'
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""


def test_a_terminal_that_knows_no_script_but_latin_gets_codes(project: Path) -> None:
    write(project / "docs/index.md", "[Öl](öl.md)\n")
    done = tool("--source", ".", *ONLY, cwd=project, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "\\xf6l.md" in done.stdout


def test_this_project_is_sound_and_so_is_its_site(site: Path) -> None:
    done = tool("--source", ROOT, "--site", site, "--strict")
    assert done.returncode == 0, done.stdout
    assert re.fullmatch(r"0 errors in \d+ pages, \d+ people, \d+ built pages \(\d+\.\d s\)\n", done.stdout)


def test_the_day_of_the_run_comes_from_the_clock_unless_it_is_set() -> None:
    done = tool("--only", "overdue-review", "--source", ".", SOURCE_DATE_EPOCH="1900000000")
    assert done.returncode == 1
    assert "docs/en/parents.md:11:14: error D402 overdue-review: the review of this page was due " in done.stdout


def test_other_projects_can_ask_for_it_before_each_commit() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    commands = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert {hook["entry"].split()[0] for hook in hooks} == set(commands)
    options = tool("--help").stdout
    assert [hook["id"] for hook in hooks if f"  {hook['entry'].split()[1]} " not in options] == []


def test_control_c_is_answered_with_a_sentence(project: Path) -> None:
    write(
        project / "sitecustomize.py",
        "import validator.command as command, time\n"
        "def waiting(*_):\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "command.check = waiting\n",
    )
    paths = os.pathsep.join([str(project), str(ROOT / "scripts")])
    running = subprocess.Popen(
        [sys.executable, str(TOOL), "--source", "."],
        cwd=project,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout
    assert running.stdout.readline() == "ready\n"
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    assert (running.returncode, said) == (
        2,
        "stopped; the report is not complete\n    fix: start again when you like\n",
    )


def test_a_fault_of_the_tool_is_no_traceback(project: Path) -> None:
    write(project / "sitecustomize.py", "import validator.command as command\ncommand.check = None\n")
    paths = os.pathsep.join([str(project), str(ROOT / "scripts")])
    done = tool("--source", ".", cwd=project, PYTHONPATH=paths, TMPDIR=str(project))
    first, fix = done.stderr.splitlines()
    assert (done.returncode, first) == (2, "this is a fault of the tool, and not yours")
    log = Path(fix.removeprefix("    fix: report it with the file "))
    assert "TypeError: 'NoneType' object is not callable" in log.read_text("utf-8")
