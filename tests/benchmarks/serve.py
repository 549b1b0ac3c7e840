"""How long an editor waits: from saving a file to the page with the new words, while `mkdocs serve` runs.

    .venv/bin/python tests/benchmarks/serve.py [1000 10000] [--edits 5]

Exit code 1 only when new words do not come at all.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.builders import Builder, ours
from benchmarks.measure import leave_nothing_behind
from benchmarks.people import people
from benchmarks.project import environment

ARTICLE: Final = "docs/en/babies/relief.md"
TARGETS: Final = {1_000: 1.0, 10_000: 2.0}
"""Seconds that an editor may wait, by the number of people."""
LONGEST: Final = 600.0
"""Seconds after which nothing will come any more."""
_PAUSE: Final = 0.02


class NothingCameError(Exception):
    """The server never showed what it should."""


@dataclass(frozen=True)
class Server:
    """`mkdocs serve` at ``address``; ``log`` is what it says."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def wait_for(self, path: str, words: str) -> float:
        """Seconds until the page has ``words``."""
        start = time.perf_counter()
        while time.perf_counter() - start < LONGEST and self.process.poll() is None:
            if words in self._page(path):
                return time.perf_counter() - start
            time.sleep(_PAUSE)
        raise NothingCameError(f"{path} never had {words!r}; the end of the log:\n{self.log.read_text()[-2000:]}")

    def cpu(self) -> float:
        """Seconds of the processor that it has used so far, those of its past helpers too; 0 where /proc is missing."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        times = stat.read_text("ascii").rpartition(")")[2].split()[11:15] if stat.is_file() else []
        return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")

    def _page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=LONGEST) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    """The real command, with its files below ``project``, ended when it is left."""
    port, log = _free_port(), project / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as said:
        settings = {**environment(), "TMPDIR": str(project)}
        process = subprocess.Popen(command, cwd=project, env=settings, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield Server(f"http://127.0.0.1:{port}/", process, log)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass(frozen=True)
class Waits:
    """Seconds of each wait for ``what`` was edited; ``cpu`` are those of the processor for each, as a mean."""

    what: str
    seconds: list[float]
    cpu: float


def measure(count: int, edits: int, folder: Path) -> Iterator[Waits]:
    """The start, edits of an article and edits of a person."""
    project = ours(list(people(count)), folder)
    with serving(folder) as server:
        yield _waits("start", 1, server, lambda _: server.wait_for("", "</html>"))
        yield _waits("an article", edits, server, lambda number: _article(server, folder, number))
        yield _waits("a person", edits, server, lambda number: _person(server, project, number))


def _waits(what: str, times: int, server: Server, edit: Callable[[int], float]) -> Waits:
    before = server.cpu()
    seconds = [edit(number) for number in range(times)]
    return Waits(what, seconds, (server.cpu() - before) / times)


def _article(server: Server, folder: Path, number: int) -> float:
    words, path = f"Edited for the {number + 1}. time.", folder / ARTICLE
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")
    return server.wait_for("babies/relief/", words)


def _person(server: Server, project: Builder, number: int) -> float:
    words = f"{number + 1} chairs."
    project.edit(words)
    return server.wait_for(f"instructors/{project.source.stem}/", words)


def line(count: int, waits: Waits) -> str:
    """One line of the table, with the target where there is one."""
    seconds, target = waits.seconds, TARGETS.get(count) if waits.what != "start" else None
    said = f"{'met' if median(seconds) <= target else 'not met'}: {target:g} s" if target else ""
    figures = f"{median(seconds):.2f} | {max(seconds):.2f} | {waits.cpu:.2f}"
    return f"| {count:,} | {waits.what} | {len(seconds)} | {figures} | {said} |"


def main() -> int:
    leave_nothing_behind()
    parser = argparse.ArgumentParser(description="Measure how soon an edit is seen.")
    parser.add_argument("counts", type=int, nargs="*", default=[1000, 10000], metavar="N")
    parser.add_argument("--edits", type=int, default=5)
    asked = parser.parse_args()
    print(
        "| people | edited | times | median s | longest s | CPU s each | target |",
        "| ---: | --- | ---: | ---: | ---: | ---: | --- |",
        sep="\n",
    )
    for count in asked.counts:
        with tempfile.TemporaryDirectory(prefix="benchmark-", ignore_cleanup_errors=True) as folder:
            try:
                for waits in measure(count, asked.edits, Path(folder)):
                    print(line(count, waits), flush=True)
            except NothingCameError as error:
                print(error, file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
