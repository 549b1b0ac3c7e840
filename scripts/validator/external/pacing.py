"""One request at a time to a host, with a pause after each; and an end where a host does not answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from validator.external.outcome import NoAnswer


class Host:
    """One host as this run has met it.  `left` says why it is left alone from now on, "" while it is not."""

    def __init__(self, pause: float, patience: int) -> None:
        self.pause = pause
        self.left = ""
        self._patience = patience
        self._silences = 0
        self._lock = asyncio.Lock()
        self._free_at = 0.0

    @asynccontextmanager
    async def turn(self, at_once: asyncio.Semaphore) -> AsyncIterator[None]:
        """Waits until the host may be asked again, and for one of `at_once`.  Raises NoAnswer if it is left alone."""
        async with self._lock:
            self._check()
            loop = asyncio.get_running_loop()
            await asyncio.sleep(max(self._free_at - loop.time(), 0.0))
            self._check()
            async with at_once:
                try:
                    yield
                    self._silences = 0
                except NoAnswer as failure:
                    self._count(failure)
                    raise
                finally:
                    self._free_at = max(self._free_at, loop.time() + self.pause)

    def wait(self, seconds: float) -> None:
        """The host asks not to be asked for so long."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)

    def _check(self) -> None:
        if self.left:
            raise NoAnswer(self.left)

    def _count(self, failure: NoAnswer) -> None:
        self._silences = self._silences + 1 if failure.is_silence else 0
        if self._silences >= self._patience:
            self.left = f"its host did not answer {self._silences} times in a row, and was left alone"


class Pacing:
    """The hosts of a run, each asked by itself."""

    def __init__(self, pause: float, patience: int) -> None:
        self._pause = pause
        self._patience = patience
        self._hosts: dict[str, Host] = {}

    def host(self, name: str) -> Host:
        """The host of this name."""
        if name not in self._hosts:
            self._hosts[name] = Host(self._pause, self._patience)
        return self._hosts[name]
