"""Names of hosts → the machines that may be connected to.

A name is looked up once in a run, every machine behind it is checked, and connections go to those machines and not to
the name.  So a name that leads elsewhere at the second look (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeAlias, TypeVar

from validator.external.outcome import NoAnswer, UnknownHost
from validator.external.public import is_number, is_public, untranslated

T = TypeVar("T")
_Found: TypeAlias = tuple[str, ...] | UnknownHost | NoAnswer


def system_lookup(host: str) -> list[str]:
    """As the system does it.  Raises UnknownHost if there is no such name, OSError if that cannot be told."""
    try:
        found = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            raise UnknownHost from None
        raise
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Names:
    """The machines of each host, looked up once.  `allowed` may be contacted though they are not public."""

    def __init__(
        self,
        lookup: Callable[[str], Sequence[str]],
        known_host: str,
        seconds: float,
        allowed: frozenset[tuple[str, int]],
    ) -> None:
        self._lookup = lookup
        self._known_host = known_host
        self._seconds = seconds
        self._allowed = allowed
        self._tasks: dict[str, asyncio.Task[_Found]] = {}
        self._at_once = asyncio.Semaphore(16)

    async def machines(self, host: str, port: int) -> tuple[str, ...]:
        """Where `host` may be connected to.

        Raises UnknownHost, and NoAnswer if the name cannot be looked up or if one machine behind it is not public.
        """
        found = (host,) if is_number(host) else await self._of(host)
        machines = tuple(dict.fromkeys(untranslated(address) for address in found))
        closed = next((one for one in machines if not self._is_open(one, port)), None)
        if closed is not None:
            where = "it" if closed == host else f"{host} leads to {closed}, which"
            raise NoAnswer(f"{where} is a private address, and was not contacted")
        return machines

    def _is_open(self, machine: str, port: int) -> bool:
        return is_public(machine) or (machine, port) in self._allowed

    async def _of(self, host: str) -> tuple[str, ...]:
        found = await self._found_at(host)
        if isinstance(found, UnknownHost) and not await self._is_online():
            raise NoAnswer("this machine finds no host at all; it may have no network", is_ours=True)
        if isinstance(found, Exception):
            raise found
        return found

    async def _found_at(self, host: str) -> _Found:
        if host not in self._tasks:
            self._tasks[host] = asyncio.create_task(self._look_up(host))
        return await asyncio.shield(self._tasks[host])

    async def _look_up(self, host: str) -> _Found:
        try:
            async with self._at_once, asyncio.timeout(self._seconds):
                found = await _in_thread(lambda: tuple(self._lookup(host)))
        except UnknownHost as unknown:
            return unknown
        except TimeoutError:
            return NoAnswer(f"{host} was not found within {self._seconds:g} seconds", is_ours=True)
        except (OSError, UnicodeError):
            return NoAnswer(f"{host} could not be looked up", is_ours=True)
        return found or NoAnswer(f"{host} has no machine")

    async def _is_online(self) -> bool:
        """Whether any host is found: one of this run, or else one that is always there."""
        known = [task.result() for task in self._tasks.values() if task.done() and not task.cancelled()]
        if any(isinstance(found, tuple) for found in known):
            return True
        return isinstance(await self._found_at(self._known_host), tuple)


async def _in_thread(call: Callable[[], T]) -> T:
    """What `call` returns or raises.  Nobody waits for the thread, so a look-up that hangs does not hold a run up."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    def work() -> None:
        result: T | None = None
        failure: BaseException | None = None
        try:
            result = call()
        except Exception as error:
            failure = error
        with suppress(RuntimeError):  # the run has ended
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=work, daemon=True).start()
    return await future
