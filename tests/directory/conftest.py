"""Work in several processes, also where there is little to do and one core."""

from __future__ import annotations

import os
import threading

import pytest
from directory import parallel


@pytest.fixture
def three_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """From three items on, three processes share the work."""
    monkeypatch.setattr(parallel, "FEW", 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with one core, or one whose system cannot copy a process."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
