"""The only way out of a run: every request goes through `Client.ask`, checked, paced and timed."""

from __future__ import annotations

import asyncio

import httpcore2

from validator.external.asking import Reply, Way, ask
from validator.external.budget import Budget
from validator.external.names import Names
from validator.external.options import Options
from validator.external.pacing import Host, Pacing
from validator.external.target import Target


class Client:
    """Made once a run, inside its event loop."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._names = Names(options.lookup, options.known_host, options.connect_seconds, options.allowed)
        self._pacing = Pacing(options.pause, options.patience)
        self._at_once = asyncio.Semaphore(options.hosts)
        tls = options.tls or httpcore2.default_ssl_context()
        self._way = Way(options.agent, options.connect_seconds, options.total_seconds, tls)

    def host(self, target: Target) -> Host:
        """The host of a target as this run knows it."""
        return self._pacing.host(target.host)

    async def ask(
        self, method: str, target: Target, budget: Budget, *, body_bytes: int = 0, share: float = 1.0
    ) -> Reply:
        """The reply, with a body if `body_bytes` is given.  Raises UnknownHost and NoAnswer."""
        machines = await self._names.machines(target.host, target.port)
        most = body_bytes or self.options.page_bytes
        async with self.host(target).turn(self._at_once):
            return await budget.spend(ask(method, target, machines, self._way, most=most, body=bool(body_bytes)), share)
