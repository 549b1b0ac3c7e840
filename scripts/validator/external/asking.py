"""One request → a small reply, or a sentence that says why there is none."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass

import httpcore2

from validator.external.connecting import Connections, Reading
from validator.external.outcome import NoAnswer
from validator.external.target import Target


@dataclass(frozen=True)
class Reply:
    """`headers` have names in lower case, the last value of each; `is_whole` tells that `body` was read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes = b""
    is_whole: bool = False

    @property
    def is_good(self) -> bool:
        return 200 <= self.status < 300

    @property
    def location(self) -> str:
        """Where it redirects to, "" if nowhere; what is UTF-8 is read as such, as browsers do."""
        written = self.headers.get("location", "")
        try:
            return written.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return written


@dataclass(frozen=True)
class Way:
    """How requests are made."""

    agent: str
    connect_seconds: float
    total_seconds: float
    tls: ssl.SSLContext


async def ask(method: str, target: Target, machines: Sequence[str], way: Way, *, most: int, body: bool) -> Reply:
    """The reply of `target` at one of `machines`, of which at most `most` bytes are read, headers included.

    Without `body` nothing is read that comes after the headers.  Cookies are neither kept nor sent, and nothing is
    unpacked.  Raises NoAnswer.
    """
    reading = Reading(most)
    connection = httpcore2.AsyncHTTPConnection(
        httpcore2.Origin(target.scheme.encode(), target.host.encode(), target.port),
        ssl_context=way.tls,
        network_backend=Connections(machines, reading),
    )
    try:
        async with connection:
            response = await connection.handle_async_request(_request(method, target, way))
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if not body:
                return Reply(response.status, headers)
            data, is_whole = await _body(response, reading)
            return Reply(response.status, headers, data, is_whole)
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
        raise _no_answer(error, way) from None


def _request(method: str, target: Target, way: Way) -> httpcore2.Request:
    url = httpcore2.URL(
        scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
    )
    headers = {
        "Host": target.page.split("/", 3)[2],
        "User-Agent": way.agent,
        "Accept": "text/html,*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    limits = {"connect": way.connect_seconds, "read": way.total_seconds, "write": way.total_seconds}
    pairs = [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
    return httpcore2.Request(method, url, headers=pairs, extensions={"timeout": limits})


async def _body(response: httpcore2.Response, reading: Reading) -> tuple[bytes, bool]:
    """What may be read, and whether it is all; what breaks off has told its status all the same."""
    parts: list[bytes] = []
    try:
        async with aclosing(response.aiter_stream()) as stream:
            async for part in stream:
                parts.append(part)
    except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError):
        return b"".join(parts), False
    return b"".join(parts), not reading.is_over


def _no_answer(error: Exception, way: Way) -> NoAnswer:
    cause = error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return NoAnswer(f"its certificate is not trusted: {cause.verify_message}")
    if isinstance(cause, ssl.SSLError):
        return NoAnswer("no secure connection could be made")
    if isinstance(error, httpcore2.ConnectTimeout):
        return NoAnswer(f"no connection could be made within {way.connect_seconds:g} seconds", is_silence=True)
    if isinstance(error, httpcore2.ConnectError):
        return NoAnswer("no connection could be made", is_silence=True)
    if isinstance(error, httpcore2.TimeoutException):
        return NoAnswer(f"it gave no answer within {way.total_seconds:g} seconds", is_silence=True, is_odd=True)
    return NoAnswer("its answer is not HTTP, or broke off", is_odd=True)
