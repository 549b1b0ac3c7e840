"""The time that one address may take, waiting for its turn aside."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

from validator.external.outcome import NoAnswer

T = TypeVar("T")


class Budget:
    """Some seconds, spent bit by bit.  A server that sends a byte now and then spends them too."""

    def __init__(self, seconds: float) -> None:
        self._whole = seconds
        self._left = seconds

    async def spend(self, work: Coroutine[None, None, T], share: float = 1.0) -> T:
        """What `work` returns; it may take what is left, and at most `share` of the whole.

        Raises NoAnswer when the time is over.
        """
        loop = asyncio.get_running_loop()
        start = loop.time()
        limit = max(min(self._left, self._whole * share), 0.0)
        try:
            async with asyncio.timeout(limit):
                return await work
        except TimeoutError:
            raise NoAnswer(f"it gave no answer within {self._whole:g} seconds", is_silence=True, is_odd=True) from None
        finally:
            self._left -= loop.time() - start
