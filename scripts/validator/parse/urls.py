"""Addresses as the URL standard reads them, with a short way for the plain ones that most links are.

`resolve` and the long way by `ada_url` give the same answers; a property test holds them together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from ada_url import URL

HERE: Final = "https://site.invalid"
"""Stands for the address of a site that does not tell its own; a name that no host can have (RFC 6761)."""
_PLAIN: Final = re.compile(r"(?:[A-Za-z0-9_~-][A-Za-z0-9_~.-]*|\.\.)(?:/(?:[A-Za-z0-9_~-][A-Za-z0-9_~.-]*|\.\.))*/?")
_DIRECTIVE: Final = ":~:"


class Parts(NamedTuple):
    """An absolute address.  `path` still has its percent signs; `port` is "" for the scheme's own."""

    scheme: str
    host: str
    port: str
    path: str
    query: str


@lru_cache(maxsize=100_000)
def resolve(url: str, base: str) -> Parts | None:
    """`url`, without its fragment, followed from a page at the absolute address `base`; None when it is malformed."""
    if url and _PLAIN.fullmatch(url):
        return _joined(url, parts_of(base))
    try:
        return _parts(URL(url, base=base))
    except ValueError:
        return None


@lru_cache(maxsize=100_000)
def parts_of(url: str) -> Parts:
    """The parts of an absolute address that is known to be good."""
    return _parts(URL(url))


def _parts(url: URL) -> Parts:
    return Parts(url.protocol.rstrip(":"), url.hostname, url.port, url.pathname, url.search.removeprefix("?"))


def _joined(url: str, base: Parts) -> Parts:
    folders = base.path.split("/")[:-1]
    for step in url.split("/"):
        if step == "..":
            del folders[max(1, len(folders) - 1) :]
        else:
            folders.append(step)
    ends_in_folder = url.endswith("..")
    return base._replace(path="/".join(folders) + ("/" if ends_in_folder else ""), query="")


def split_fragment(url: str) -> tuple[str, str | None]:
    """The address and its fragment; None where there is no `#`.  A text directive (`:~:text=…`) is no part of it."""
    rest, sign, fragment = url.partition("#")
    return rest, fragment.partition(_DIRECTIVE)[0] if sign else None


def decoded(text: str) -> str:
    """`text` with its percent signs resolved; what is no UTF-8 becomes U+FFFD, as in a browser."""
    return unquote_to_bytes(text).decode("utf-8", "replace") if "%" in text else text


def leads_to_anchor(fragment: str, anchors: frozenset[str] | set[str]) -> bool:
    """Whether a browser finds the place (HTML Living Standard, "find a potential indicated element")."""
    return not fragment or fragment in anchors or decoded(fragment) in anchors or fragment.lower() == "top"
