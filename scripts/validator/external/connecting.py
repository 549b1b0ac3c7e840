"""A connection to machines that were checked before, and to no other, that reads no more than it may."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2


class Reading:
    """How many bytes may still be read of one connection."""

    def __init__(self, most: int) -> None:
        self.left = most

    @property
    def is_over(self) -> bool:
        return self.left <= 0


class Connections(httpcore2.AsyncNetworkBackend):
    """Connects to the first of `machines` that answers, whatever the name it is asked for."""

    def __init__(self, machines: Sequence[str], reading: Reading) -> None:
        self._machines = machines
        self._reading = reading
        self._inner = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """As the client asks for it.  A machine that does not answer takes its share of `timeout` and no more."""
        loop = asyncio.get_running_loop()
        end = loop.time() + (timeout or 0.0)
        for waiting in range(len(self._machines), 0, -1):
            machine, share = self._machines[-waiting], (end - loop.time()) / waiting
            try:
                stream = await self._inner.connect_tcp(machine, port, max(share, 0.0))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if waiting == 1:
                    raise
            else:
                return _Stream(stream, self._reading)
        raise httpcore2.ConnectError("no machine")


class _Stream(httpcore2.AsyncNetworkStream):
    """What a server sends ends where no more may be read, as if the server had ended there."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream, reading: Reading) -> None:
        self._inner = inner
        self._reading = reading

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._reading.is_over:
            return b""
        data = await self._inner.read(min(max_bytes, self._reading.left), timeout)
        self._reading.left -= len(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.AsyncNetworkStream:
        return _Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout), self._reading)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
