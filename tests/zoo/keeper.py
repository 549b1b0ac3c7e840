"""Lets the animals out on loopback, tells where each one is, and writes down what it was asked."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, Final

CERTIFICATES: Final = Path(__file__).parent.parent / "validator" / "external" / "certificates"
HERE: Final = "127.0.0.1"


@dataclass
class Visit:
    """One connection to an animal.  `number` counts the requests to it from 1, those for robots.txt aside."""

    animal: str
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    zoo: Zoo
    method: str = ""
    path: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    number: int = 0

    async def read_request(self) -> None:
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        self.method, self.path, _ = lines[0].split(" ", 2)
        pairs = (line.partition(":") for line in lines[1:] if line)
        self.headers = {name.lower(): value.strip() for name, _, value in pairs}

    async def say(self, text: str | bytes) -> None:
        self.writer.write(text.encode("latin-1") if isinstance(text, str) else text)
        await self.writer.drain()

    async def answer(self, status: str, *headers: str, body: str = "", sends_body: bool | None = None) -> None:
        """A well-formed answer."""
        head = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""]
        await self.say("\r\n".join(head))
        if self.method != "HEAD" if sends_body is None else sends_body:
            await self.say(body)

    async def redirect(self, location: str, status: str = "302 Found") -> None:
        await self.answer(status, f"Location: {location}")


Act = Callable[[Visit], Awaitable[None]]


@dataclass(frozen=True)
class Animal:
    """`meets` is "connection" for one that does not wait for a request, "robots" for one that answers for robots.txt."""

    name: str
    act: Act
    meets: str = "request"
    certificate: str = ""


ANIMALS: dict[str, Animal] = {}


def animal(meets: str = "request", certificate: str = "") -> Callable[[Act], Act]:
    def add(act: Act) -> Act:
        name = act.__name__.replace("_", "-")
        ANIMALS[name] = Animal(name, act, meets, certificate)
        return act

    return add


@dataclass
class Zoo:
    """`asked` holds (animal, method, path, headers) of every request, `canary` what reached the private port."""

    ports: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str, str, dict[str, str]]] = field(default_factory=list)
    canary: list[str] = field(default_factory=list)
    now: ClassVar[datetime] = datetime(2026, 11, 25, 12, tzinfo=UTC)

    @property
    def allowed(self) -> frozenset[tuple[str, int]]:
        return frozenset((HERE, port) for name, port in self.ports.items() if name != "canary")

    def address(self, name: str, path: str = "/page") -> str:
        scheme = "https" if name.startswith("tls-") else "http"
        return f"{scheme}://{name}.zoo:{self.ports[name]}{path}"

    def lookup(self, host: str) -> list[str]:
        """Every name leads here, that of the canary too."""
        return [HERE]

    def requests(self, name: str) -> list[str]:
        """What an animal was asked, robots.txt aside."""
        return [f"{method} {path}" for who, method, path, _ in self.asked if who == name and path != "/robots.txt"]

    async def meet(self, one: Animal, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visit = Visit(one.name, reader, writer, self)
        with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            try:
                await self._meet(one, visit)
            finally:
                writer.close()

    async def _meet(self, one: Animal, visit: Visit) -> None:
        if one.meets == "connection":
            await one.act(visit)
            return
        await visit.read_request()
        self.asked.append((one.name, visit.method, visit.path, visit.headers))
        if visit.path == "/robots.txt" and one.meets != "robots":
            await visit.answer("404 Not Found")
            return
        visit.number = len(self.requests(one.name))
        await one.act(visit)

    async def _count(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.canary.append(str(writer.get_extra_info("peername")))
        writer.close()


@contextmanager
def open_zoo() -> Iterator[Zoo]:
    """Every animal and the canary, each on a port of its own, until the block ends."""
    zoo, loop = Zoo(), asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # an animal that is left in the middle of its answer
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(_let_out(zoo), loop).result()
        yield zoo
    finally:
        asyncio.run_coroutine_threadsafe(_bring_in(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _let_out(zoo: Zoo) -> None:
    for one in ANIMALS.values():
        server = await asyncio.start_server(
            lambda reader, writer, one=one: zoo.meet(one, reader, writer), HERE, 0, ssl=_tls(one.certificate)
        )
        zoo.ports[one.name] = server.sockets[0].getsockname()[1]
    canary = await asyncio.start_server(zoo._count, HERE, 0)
    zoo.ports["canary"] = canary.sockets[0].getsockname()[1]


async def _bring_in() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _tls(certificate: str) -> ssl.SSLContext | None:
    if not certificate:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
    return context


def trusted() -> ssl.SSLContext:
    """Trusts the authority of the zoo and nobody else."""
    return ssl.create_default_context(cafile=str(CERTIFICATES / "authority.pem"))
