"""What a command costs, all its processes together: time, processor and memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PAUSE: Final = 0.05
"""Seconds between two looks at the memory."""
_PROC: Final = Path("/proc")


@dataclass(frozen=True)
class Measured:
    """One run of a command; seconds and bytes."""

    wall: float
    cpu: float
    """User and system time of the command and of all processes that it waited for."""
    memory: int | None
    """The most that all processes had at one look, shared pages counted once (PSS); None where /proc does not say."""
    largest: int
    """The most that any one process had resident at any time, pages it shares counted too."""
    code: int
    output: str


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Runs a command in ``folder`` to its end."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        with _MemoryWatch(process.pid) as memory, _ended_with_us(process):
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        return Measured(wall, cpu, memory.peak, usage.ru_maxrss * 1024, process.returncode, output.read())


def leave_nothing_behind() -> None:
    """When this program is told to end, it ends in order, so that its folders, many of them in memory, go with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


@contextmanager
def _ended_with_us(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        process.kill()
        process.wait()
        raise


class _MemoryWatch(threading.Thread):
    """Looks at the memory of a process and all below it until it is left."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak: int | None = None
        self._pid = pid
        self._over = threading.Event()

    def __enter__(self) -> _MemoryWatch:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(_PAUSE):
            self.peak = max(self.peak or 0, sum(map(_memory, family(self._pid)))) or None


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for children in _PROC.glob(f"{pid}/task/*/children"):
        for child in _read(children).split():
            yield from family(int(child))


def _memory(pid: int) -> int:
    """Bytes of one process, a page that n processes share counted as the n-th part."""
    line = next((line for line in _read(_PROC / f"{pid}/smaps_rollup").splitlines() if line.startswith("Pss:")), "")
    return int(line.split()[1]) * 1024 if line else 0


def _read(path: Path) -> str:
    """A file of a process; nothing when the process is over."""
    try:
        return path.read_text("ascii")
    except OSError:
        return ""
