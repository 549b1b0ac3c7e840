"""Builds lists of 100 to 10,000 people with this project, with Hugo and with plain MkDocs, side by side.

    .venv/bin/python tests/benchmarks/ten_thousand.py [100 1000 10000] [--runs 3] [--peers hugo,mkdocs]
                     [--on memory,disk] [--mkdocs-up-to 1000] [--once-from 100000]

Prints tables for a note. Machines differ and are shared, so a slow build is no fault: the exit code is 1 only when
something is missing or wrong in what was built. README.md says what is compared with what.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.builders import Builder, People, hugo, ours, stock
from benchmarks.figures import Figures
from benchmarks.measure import leave_nothing_behind
from benchmarks.peers import find_hugo
from benchmarks.people import people
from benchmarks.project import file_system
from benchmarks.rounds import BuildFailedError, Rounds
from benchmarks.table import machine, ratios, table, targets

MEMORY: Final = Path("/dev/shm")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the same people with several programs.")
    parser.add_argument("counts", type=int, nargs="*", default=[100, 1000, 10000], metavar="N")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", default="hugo,mkdocs", help="hugo, mkdocs, both with a comma, or nothing")
    parser.add_argument("--on", default="memory,disk", help="file systems: memory, disk or both with a comma")
    parser.add_argument("--disk", type=Path, default=Path(tempfile.gettempdir()), help="a folder on the disk")
    parser.add_argument("--mkdocs-up-to", type=int, default=1000, metavar="N", help="10,000 take a minute")
    parser.add_argument("--once-from", type=int, default=100_000, metavar="N", help="one round for so many people")
    return parser.parse_args()


def main() -> int:
    leave_nothing_behind()
    asked = arguments()
    command = find_hugo(Path(tempfile.gettempdir())) if "hugo" in asked.peers.split(",") else None
    said = subprocess.run([command, "version"], capture_output=True, text=True, check=True).stdout if command else ""
    print(machine(datetime.now(UTC).date(), " ".join(said.split()[:2])))
    lists = {count: list(people(count)) for count in asked.counts}
    try:
        faults = [fault for kind in asked.on.split(",") for fault in _on(kind, lists, command, asked)]
    except BuildFailedError as failed:
        faults = [str(failed)]
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


def _on(kind: str, lists: dict[int, People], hugo: Path | None, asked: argparse.Namespace) -> list[str]:
    """Everything on one file system; what was wrong."""
    above = MEMORY if kind == "memory" and MEMORY.is_dir() else asked.disk
    figures, faults = [], []
    for listed in lists.values():
        with tempfile.TemporaryDirectory(prefix="benchmark-", dir=above) as folder:
            for rounds in _all_rounds(listed, Path(folder), hugo, asked):
                figures.append(rounds.figures())
                faults += rounds.faults
    _tell(kind, file_system(above), figures)
    return faults


def _all_rounds(listed: People, folder: Path, hugo_command: Path | None, asked: argparse.Namespace) -> list[Rounds]:
    """Ours and Hugo in turns, A B B A, so that a slow minute hits both; then, once, plain MkDocs."""
    ids = [Path(name).stem for name, _ in listed]
    paired: list[Builder] = [ours(listed, folder / "ours")]
    paired += [hugo(listed, folder / "hugo", hugo_command)] if hugo_command else []
    rounds = [Rounds(builder, ids) for builder in paired]
    for number in range(asked.runs if len(ids) < asked.once_from else 1):
        for one in reversed(rounds) if number % 2 else rounds:
            _do_round(one)
    if "mkdocs" in asked.peers.split(",") and len(ids) <= asked.mkdocs_up_to:
        rounds.append(Rounds(stock(listed, folder / "stock"), ids))
        _do_round(rounds[-1])
    return rounds


def _do_round(rounds: Rounds) -> None:
    """One round, said on the terminal, since one of many people takes minutes."""
    print(f"{len(rounds.ids):,} people, {rounds.builder.name}, round {len(rounds.fresh) + 1}", file=sys.stderr)
    rounds.round()


def _tell(kind: str, system: str, figures: list[Figures]) -> None:
    note = " (there is no file system in memory here)" if kind == "memory" and system != "tmpfs" else ""
    note = " (this is memory, choose another folder with --disk)" if kind == "disk" and system == "tmpfs" else note
    print(f"\nOn {kind}, {system}{note}:\n", table(figures), "", *ratios(figures), "", *targets(figures), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
