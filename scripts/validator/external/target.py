"""An address as it is written → what is asked for, or why it is not followed."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from ada_url import URL
from records.hosts import is_for_examples

from validator.external.public import is_number, is_public
from validator.parse.urls import split_fragment

_PORTS: Final = {"http:": 80, "https:": 443}
_LOCAL: Final = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
)
_NOBODYS: Final = frozenset({"test", "invalid", "example", "onion", "alt"})
"""Names that no host of the internet has (RFC 6761, 7686, 9476)."""


class Target(NamedTuple):
    """What is asked for.  `page` is the address without fragment and without name and password of a user.

    `host` is an ASCII name, or a number without brackets; `path` holds the query too.
    """

    page: str
    scheme: str
    host: str
    port: int
    path: str
    fragment: str


class Why(StrEnum):
    """Why an address is not followed."""

    NOT_WEB = "not-web"
    NOBODYS = "nobodys"
    PRIVATE = "private"


class NotFollowed(NamedTuple):
    """An address that is left alone; `reason` is a sentence without its beginning."""

    why: Why
    reason: str


Followed: TypeAlias = Target | NotFollowed


def target_of(address: str, base: str = "", allowed: frozenset[tuple[str, int]] = frozenset()) -> Followed:
    """What `address` leads to as a browser reads it, followed from `base`, an absolute address, if given.

    So `http://0x7f.1/` is 127.0.0.1, and is not followed, unless tests have `allowed` this machine and port.
    """
    try:
        url = URL(address, base=base) if base else URL(address)
    except ValueError:
        return NotFollowed(Why.NOT_WEB, "it is no address")
    if url.protocol not in _PORTS:
        return NotFollowed(Why.NOT_WEB, f"{url.protocol} is no address of the web")
    host = url.hostname.strip("[]")
    port = int(url.port) if url.port else _PORTS[url.protocol]
    refused = _refused(host)
    if refused and (host, port) not in allowed:
        return refused
    path = (url.pathname or "/") + url.search
    _, fragment = split_fragment(url.hash)
    return Target(f"{url.protocol}//{url.host}{path}", url.protocol[:-1], host, port, path, fragment or "")


def _refused(host: str) -> NotFollowed | None:
    last = host.rstrip(".").rpartition(".")[2]
    if is_number(host):
        return None if is_public(host) else NotFollowed(Why.PRIVATE, f"{host} is a private address")
    if last in _LOCAL or "." not in host.rstrip(".") or host.endswith(".home.arpa"):
        return NotFollowed(Why.PRIVATE, f"{host} is a name inside a network of one's own")
    if last in _NOBODYS or is_for_examples(host.rstrip(".")):
        return NotFollowed(Why.NOBODYS, f"{host} is kept for examples and tests")
    return None
