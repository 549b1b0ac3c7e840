"""Copies of this project with other people in it, where a benchmark can build and change what it likes."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.person import DAY

ROOT: Final = Path(__file__).resolve().parents[2]
PEOPLE: Final = "docs/data/instructors"


def copy_project(people: Iterable[tuple[str, str]], folder: Path) -> Path:
    """All that a build reads, also what is not committed yet; ``people`` are names and texts of files."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    for name in {name for name in listed.split("\0") if name and not name.startswith((f"{PEOPLE}/", "tests/"))}:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    for name, text in people:
        path = folder / PEOPLE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    compileall.compile_dir(folder / "scripts", quiet=1)
    return folder


def environment() -> Mapping[str, str]:
    """The day of all builds is the one that the people are made for."""
    day = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
    return {**os.environ, "SOURCE_DATE_EPOCH": str(int(day.timestamp())), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


def file_system(folder: Path) -> str:
    """The kind of file system that holds ``folder``, like tmpfs or ext4; unknown where /proc does not say."""
    mounts = Path("/proc/mounts")
    lines = [line.split() for line in mounts.read_text("utf-8").splitlines()] if mounts.is_file() else []
    above = {str(one) for one in (folder.resolve(), *folder.resolve().parents)}
    kinds = {where: kind for _, where, kind, *_ in lines if where in above}
    return kinds[max(kinds, key=len)] if kinds else "unknown"
