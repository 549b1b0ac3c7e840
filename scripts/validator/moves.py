"""Where a page that is missing has gone: what redirects say, and what git remembers of renamed files.

Git is asked once, and only when something is missing.  Without git, or when it takes long, nothing is known of it.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from records.source import Source, read_source

from validator.parse.redirects import NAME, Redirect, redirects_in
from validator.parse.urls import file_path, parts_of, resolve
from validator.sources import PAGE_ENDINGS, Sources

SECONDS: Final = 5.0
"""How long git may take to go through its history."""
_COMMITS: Final = 5_000
_STEPS: Final = 50
_LIMIT: Final = 1024 * 1024
_HERE: Final = "http://here.invalid"
_GIT: Final = ("git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
_LOG: Final = ("log", "-M", "--diff-filter=R", "--name-status", "--format=", "-z", "--relative", "--no-ext-diff")


@dataclass
class Moves:
    """Of the files of `sources`: from the uris that were to those that are."""

    sources: Sources

    def of(self, uri: str) -> str:
        """The published file that was at `uri` once; "" when nobody tells."""
        return self._by_redirects(uri) or self._followed(uri, self._renamed)

    def at(self, path: str) -> str:
        """The published file that readers of a missing address of the site are meant to find."""
        if found := self._by_line(f"/{path.lstrip('/')}"):
            return found
        stem = path.removesuffix("index.html").rstrip("/").removesuffix(".html")
        guesses = (f"{stem}{ending}" for page in PAGE_ENDINGS for ending in (page, f"/index{page}"))
        return next((found for guess in guesses if (found := self.of(guess))), "")

    def _by_redirects(self, uri: str) -> str:
        if found := self._followed(uri, dict(self.sources.config.redirects)):
            return found
        destination = self.sources.destination(uri)
        return self._by_line(f"/{destination.removesuffix('index.html')}") or self._by_line(f"/{destination}")

    def _by_line(self, address: str) -> str:
        """What the lines of `_redirects` send an address to, if that is a page of these."""
        for redirect in self._lines:
            if redirect.has_moved and (to := redirect.leads(address)):
                return self._published(to)
        return ""

    def _published(self, url: str) -> str:
        parts = resolve(url, f"{_HERE}/")
        if parts is None or parts.host != parts_of(f"{_HERE}/").host:
            return ""
        path = file_path(parts.path).lstrip("/")
        served = (path, f"{path.rstrip('/')}/index.html".lstrip("/"), f"{path}.html")
        return next((self.sources.published[one] for one in served if one in self.sources.published), "")

    @cached_property
    def _lines(self) -> list[Redirect]:
        file = self.sources.files.get(NAME)
        found = read_source(self.sources.docs / NAME, self.sources.docs, _LIMIT) if file else None
        return list(redirects_in(found.text)) if isinstance(found, Source) else []

    def _followed(self, uri: str, moved: dict[str, str]) -> str:
        """The end of a chain of moves, if it is a published file now."""
        for _ in range(_STEPS):
            uri = moved.get(uri, "").partition("#")[0]
            file = self.sources.files.get(uri)
            if not uri or (file and file.is_published):
                return uri
        return ""

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """Old uri → new uri, the latest name that each had."""
        docs = self.sources.docs
        if not any((folder / ".git").exists() for folder in (docs.absolute(), *docs.absolute().parents)):
            return {}
        return dict(reversed(list(_pairs(_asked(docs)))))


def _asked(folder: Path) -> str:
    """What git tells of renamed files in `folder`, the latest first; "" when it cannot, or not in time."""
    command = [*_GIT, "-C", str(folder), *_LOG, f"--max-count={_COMMITS}", "--", "."]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _pairs(told: str) -> Iterator[tuple[str, str]]:
    """`R100`, old name, new name, each with a NUL behind it."""
    words = told.split("\0")
    for status, old, new in zip(words[::3], words[1::3], words[2::3], strict=False):
        if status.startswith("R"):
            yield posixpath.normpath(old), posixpath.normpath(new)
