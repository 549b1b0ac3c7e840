"""What a site asks programs to leave alone (robots.txt, RFC 9309), read once a run."""

from __future__ import annotations

import asyncio
from typing import Final

from protego import Protego

from validator.external.budget import Budget
from validator.external.client import Client
from validator.external.options import AGENT
from validator.external.outcome import NoAnswer, UnknownHost
from validator.external.target import NotFollowed, Target, target_of

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ALL: Final = Protego.parse("")


class Robots:
    """The rules of each site, by scheme, host and port."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._tasks: dict[tuple[str, str, int], asyncio.Task[Protego | NoAnswer | UnknownHost]] = {}

    async def check(self, target: Target) -> None:
        """Raises NoAnswer if the site wants programs to stay away from `target`, or if its wishes cannot be read."""
        rules = await self._of(target)
        if isinstance(rules, Exception):
            raise rules
        if not rules.can_fetch(target.page, AGENT):
            raise NoAnswer("its robots.txt asks programs to stay away, and it was not asked for")
        if delay := rules.crawl_delay(AGENT):
            self._slow_down(target, delay)

    def _slow_down(self, target: Target, delay: float) -> None:
        host = self._client.host(target)
        if delay > self._client.options.longest_wait:
            raise NoAnswer(f"its robots.txt asks programs to wait {delay:g} seconds between pages")
        host.pause = max(host.pause, delay)

    async def _of(self, target: Target) -> Protego | NoAnswer | UnknownHost:
        origin = (target.scheme, target.host, target.port)
        if origin not in self._tasks:
            self._tasks[origin] = asyncio.create_task(self._read(target))
        return await asyncio.shield(self._tasks[origin])

    async def _read(self, target: Target) -> Protego | NoAnswer | UnknownHost:
        try:
            return await self._fetched(target)
        except (NoAnswer, UnknownHost) as failure:
            return failure

    async def _fetched(self, target: Target) -> Protego:
        """What cannot be had (4xx) forbids nothing, what fails (5xx) forbids all (RFC 9309, 2.3.1)."""
        options = self._client.options
        budget, here = Budget(options.total_seconds), target_of("/robots.txt", target.page, options.allowed)
        for _ in range(options.redirects + 1):
            if isinstance(here, NotFollowed):
                break
            reply = await self._client.ask("GET", here, budget, body_bytes=options.robots_bytes)
            if reply.is_good:
                return rules_in(reply.body, is_whole=reply.is_whole)
            if reply.status not in REDIRECTS:
                _check_status(reply.status)
                break
            here = target_of(reply.location, here.page, options.allowed)
        return _ALL


def _check_status(status: int) -> None:
    if status >= 500 or status == 429:
        raise NoAnswer(f"its robots.txt cannot be read (it answers {status}), so it was not asked for")


def rules_in(body: bytes, *, is_whole: bool) -> Protego:
    """The rules of a robots.txt; its last line counts only if it was read to its end."""
    lines = body.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    return Protego.parse("\n".join(lines if is_whole else lines[:-1]))
