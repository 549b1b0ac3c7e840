"""A small project to change, and the tool as a function."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import instructors
import pytest

HERE = Path(__file__).parent
TODAY = "2026-11-23"


class Ran(NamedTuple):
    """What one run printed on both streams, and its exit code."""

    code: int
    prints: str


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four people, three organisations and five towns; the working folder is the project's."""
    root = tmp_path / "project"
    shutil.copytree(HERE / "project", root)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """``run("import", "members.csv", stdin="…")`` in that project, on one day."""

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = instructors.main([*arguments, "--root", str(project), "--today", TODAY])
        captured = capsys.readouterr()
        return Ran(code, captured.out + captured.err)

    return run


@pytest.fixture
def tree(project: Path) -> Callable[[], dict[str, bytes]]:
    """Every file of the project with its bytes."""

    def tree() -> dict[str, bytes]:
        files = (path for path in sorted(project.rglob("*")) if path.is_file())
        return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}

    return tree
