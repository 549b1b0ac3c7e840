"""How patient and how polite a run is.  The default values are those of the project; tests give shorter ones."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from validator.external.names import system_lookup

AGENT: Final = "site-validator"
"""The name by which a robots.txt speaks of this program."""

Lookup: TypeAlias = Callable[[str], Sequence[str]]
"""A name of a host → its addresses.  Raises `UnknownHost` if there is none of this name, OSError if it cannot tell."""


def _now() -> datetime:
    return datetime.now(UTC)


def _ignore(*_: object) -> None:
    """For those who want to hear nothing."""


@dataclass(frozen=True)
class Options:
    """`cache` is the file that remembers verdicts, None for no memory.  Times are in seconds, sizes in bytes.

    `note` hears a sentence about what was not as it should be, `progress` how many of how many addresses are done; the
    last call tells all of them, however the run ends.
    """

    cache: Path | None = None
    fragments: bool = False
    """Whether pages are read to look for the place behind `#`."""

    pause: float = 1.0
    """Between two requests to one host."""
    hosts: int = 16
    """How many hosts are asked at the same time."""
    connect_seconds: float = 5.0
    total_seconds: float = 20.0
    """What one address may take with all its redirects, waiting for its turn aside."""
    run_seconds: float = 600.0
    longest_wait: float = 30.0
    """The longest Retry-After or Crawl-delay that is waited for; who asks for more is left alone in this run."""
    patience: int = 3
    """After so many requests in a row without an answer a host is left alone in this run."""
    redirects: int = 5
    page_bytes: int = 64 * 1024
    robots_bytes: int = 512 * 1024
    """RFC 9309 wants at least 500 KiB to be read of a robots.txt."""

    good_for: timedelta = timedelta(days=7)
    """How long a page that was there is taken to be there still."""
    unsure_for: timedelta = timedelta(hours=6)
    agent: str = f"Mozilla/5.0 (compatible; {AGENT}/1; looks whether links still lead somewhere)"

    note: Callable[[str], None] = _ignore
    progress: Callable[[int, int], None] = _ignore

    now: Callable[[], datetime] = field(default=_now)
    lookup: Lookup = system_lookup
    known_host: str = "example.org"
    """A name that is always there, looked up (not contacted) to tell an unknown host from a machine without network."""
    allowed: frozenset[tuple[str, int]] = frozenset()
    """Machines and ports that may be contacted though they are not public: for tests alone."""
    tls: ssl.SSLContext | None = None
    """Who is trusted, if not whom the system trusts."""
