"""Looks again whenever a file changes, and shows what has changed in the report.

What has not changed is not read again: built pages are remembered by their bytes (see memory.py), Markdown by its text.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from records.door import CouldNotRun
from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from validator.memory import Memory
from validator.project import Project
from validator.report import Report
from validator.reporters.text import ending, text

CHANGES: Final = [events.FileModifiedEvent, events.FileCreatedEvent, events.FileDeletedEvent, events.FileMovedEvent]
"""Opening a file to read it is none."""
PAUSE: Final = 0.1
"""Seconds without another change after which it is looked again: editors save in several steps."""
GREETING: Final = "watching for changes; end with Ctrl-C"


@dataclass
class Looks:
    """What one look leaves for the next."""

    memory: Memory = field(default_factory=Memory)
    project: Project | None = None

    def begin(self, project: Project) -> None:
        """Lets `project` take over the pages that the last look has read."""
        if project.sources and self.project and self.project.sources:
            project.sources.known = self.project.sources.pages
        self.project = project


def watched_folders(project: Project | None) -> Iterator[tuple[Path, bool]]:
    """The folders in which a change matters, and whether all below them does too."""
    if project is None:
        return
    yield project.root, False
    if project.site:
        yield project.site.root.parent, False
        yield project.site.root, True
    if sources := project.sources:
        yield sources.docs, True
        yield from [(project.root / sources.config.custom_dir, True)] if sources.config.custom_dir else []
        yield project.root / "docs", True


def watch(look: Callable[[], Report], folders: Callable[[], Iterable[tuple[Path, bool]]], colours: bool) -> None:
    """Shows a whole report, then what changes in it, until Ctrl-C."""
    observer = Observer()
    try:
        report = _first(look, colours)
        changes = _Changes()
        changes.listen(observer, folders())
        observer.start()
        changes.happened.set()  # for what was changed before anybody listened
        print(GREETING, flush=True)
        while True:
            changes.wait()
            changes.listen(observer, folders())
            report = _again(look, report, colours)
    except KeyboardInterrupt:
        print()
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()


def _first(look: Callable[[], Report], colours: bool) -> Report:
    start = time.perf_counter()
    report = look()
    print(text(report, seconds=time.perf_counter() - start, colours=colours), end="", flush=True)
    return report


def _again(look: Callable[[], Report], before: Report, colours: bool) -> Report:
    """The new report, when what is new in it, and what is mended, is shown; a site may be away while it is built."""
    start = time.perf_counter()
    try:
        report = look()
    except CouldNotRun as reason:
        print(f"{reason.why}\n    fix: {reason.fix}", flush=True)
        return before
    if report.problems != before.problems:
        print(difference(before, report, time.perf_counter() - start, colours), end="", flush=True)
    return report


def difference(before: Report, after: Report, seconds: float, colours: bool) -> str:
    """What is new in a report, what is mended, and the summary."""
    old, new = ({(one.path, one.rule, one.message) for one in report.problems} for report in (before, after))
    come = tuple(one for one in after.problems if (one.path, one.rule, one.message) not in old)
    gone = [one for one in before.problems if (one.path, one.rule, one.message) not in new]
    lines = [f"mended: {str(one).partition(chr(10))[0]}" for one in gone]
    shown = text(Report(come, after.rules)).splitlines()[:-1]
    return "".join(f"{line}\n" for line in (*lines, *shown, ending(after, seconds)))


class _Changes(events.FileSystemEventHandler):
    """Knows that something has happened."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        self.happened.set()

    def listen(self, observer: BaseObserver, folders: Iterable[tuple[Path, bool]]) -> None:
        """Listens in `folders` and in no others; one that was removed and made anew is another one."""
        observer.unschedule_all()
        wanted: dict[Path, bool] = {}
        for folder, is_deep in folders:
            wanted[folder] = wanted.get(folder, False) or is_deep
        for folder, is_deep in wanted.items():
            if folder.is_dir():
                observer.schedule(self, str(folder), recursive=is_deep, event_filter=CHANGES)

    def wait(self) -> None:
        """Until something has happened, and nothing more for a moment."""
        self.happened.wait()
        while self.happened.is_set():
            self.happened.clear()
            time.sleep(PAUSE)
