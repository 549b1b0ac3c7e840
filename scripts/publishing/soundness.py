"""The last look at a build before it takes the place of the site that is served."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def complete(built: Path, site: Path, kept: Iterable[str]) -> None:
    """Puts the files of `site` that are `kept` into `built` too, as links to the same bytes, so that it is whole."""
    for name in kept:
        target = built / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(site / name, target)
        except OSError:  # another disk, or one that knows no links
            target.write_bytes((site / name).read_bytes())


def look_at(built: Path, site: Path, root: Path) -> tuple[bool, str]:
    """Whether the validator finds no error in `built`, and its report, in which the folder is called `site`.

    It runs as a command of its own, so that a build that does not ask for it loads none of it.
    """
    command = [sys.executable, str(root / "scripts/validate.py"), "--source", str(root), "--site", str(built)]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False)
    report = (done.stdout + done.stderr).replace(f"{built.name}/", f"{site.name}/")
    return done.returncode == 0, report.rstrip()
