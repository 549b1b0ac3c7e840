"""Addresses as the URL standard reads them, with a short way for the plain relative ones that most links are.

`resolve` by the short way and by `ada_url` give the same answers; a property test holds them together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from ada_url import URL

HERE: Final = "https://site.invalid"
"""Stands for the address of a site that does not tell its own; a name that no host can have (RFC 6761)."""
_STEP: Final = r"[A-Za-z0-9_~-][A-Za-z0-9_~.-]*"
_PLAIN: Final = re.compile(rf"(?P<ups>(?:\.\./)*)(?:\./)?(?P<rest>(?:{_STEP}(?:/{_STEP})*/?)?)")
_AROUND: Final = "".join(map(chr, range(0x21)))
"""What the URL standard cuts off at both ends: controls and the space."""
_DIRECTIVE: Final = ":~:"


class Parts(NamedTuple):
    """An absolute address.  `path` still has its percent signs; `port` is "" for the scheme's own."""

    scheme: str
    host: str
    port: str
    path: str
    query: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"{self.scheme}://{self.host}{f':{self.port}' if self.port else ''}"


class Way(NamedTuple):
    """A plain relative address: so many folders up, then `rest`, which holds no dots, percent signs or queries."""

    ups: int
    rest: str


def bare(url: str) -> str:
    """`url` without the blanks and controls around it, which no browser looks at."""
    return url.strip(_AROUND)


def way_of(url: str) -> Way | None:
    """How a plain relative address leads from a folder; None when it is not plain, or empty."""
    if not url:
        return None
    found = _PLAIN.fullmatch(f"{url}/" if url in (".", "..") or url.endswith("/..") else url)
    return Way(len(found["ups"]) // 3, found["rest"]) if found else None


class Plan(NamedTuple):
    """An address as written, taken apart once for all the pages that hold it."""

    rest: str
    fragment: str
    way: Way | None


@lru_cache(maxsize=200_000)
def plan_of(url: str) -> Plan:
    """The parts of `url` that do not depend on where it is written."""
    rest, fragment = split_fragment(bare(url))
    return Plan(rest, fragment or "", way_of(rest))


def climbed(folder: str, ups: int) -> str:
    """`folder` ("a/b/", or "" for the root) so many levels up; a browser stops at the root."""
    for _ in range(ups):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
    return folder


def folders_above(folder: str) -> list[str]:
    """`folder` ("a/b/"), the folder above it, and so on to the root, ""."""
    found = [folder]
    while found[-1]:
        found.append(climbed(found[-1], 1))
    return found


def resolve(url: str, base: str) -> Parts | None:
    """`url`, without its fragment, followed from a page at the absolute address `base`; None when it is malformed."""
    if way := way_of(url):
        start = parts_of(base)
        folder = start.path[1 : start.path.rfind("/") + 1]
        return start._replace(path=f"/{climbed(folder, way.ups)}{way.rest}", query="")
    return resolve_by_standard(url, base)


def resolve_by_standard(url: str, base: str) -> Parts | None:
    """The same by the whole algorithm of the URL standard."""
    try:
        return _parts(URL(url, base=base))
    except ValueError:  # an address that is none, or a character that UTF-8 cannot hold
        return None


@lru_cache(maxsize=1_000)
def parts_of(url: str) -> Parts:
    """The parts of an absolute address that is known to be good."""
    return _parts(URL(url))


def _parts(url: URL) -> Parts:
    return Parts(url.protocol.rstrip(":"), url.hostname, url.port, url.pathname, url.search.removeprefix("?"))


def split_fragment(url: str) -> tuple[str, str | None]:
    """The address and its fragment; None where there is no `#`.  A text directive (`:~:text=…`) is no part of it."""
    rest, sign, fragment = url.partition("#")
    return rest, fragment.partition(_DIRECTIVE)[0] if sign else None


def decoded(text: str) -> str:
    """`text` with its percent signs resolved; what is no UTF-8 becomes U+FFFD, as in a browser."""
    return unquote_to_bytes(text).decode("utf-8", "replace") if "%" in text else text


def file_path(path: str) -> str:
    """The path of a file that an address names; bytes that are no UTF-8 stay what Python makes of them in names."""
    return unquote_to_bytes(path).decode("utf-8", "surrogateescape") if "%" in path else path


def leads_to_anchor(fragment: str, anchors: frozenset[str] | set[str]) -> bool:
    """Whether a browser finds the place (HTML Living Standard, "find a potential indicated element")."""
    return not fragment or fragment in anchors or decoded(fragment) in anchors or fragment.lower() == "top"
