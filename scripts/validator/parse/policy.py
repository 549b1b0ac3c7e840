"""A Content-Security-Policy in a `<meta>` (CSP Level 3), and whether it lets a source through."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from turbohtml import Element

from validator.parse.urls import Parts, decoded

if TYPE_CHECKING:
    from validator.parse.html import HtmlPage

_FALLBACKS: Final[dict[str, tuple[str, ...]]] = {
    "script-src-elem": ("script-src", "default-src"),
    "script-src-attr": ("script-src", "default-src"),
    "style-src-elem": ("style-src", "default-src"),
    "style-src-attr": ("style-src", "default-src"),
    "frame-src": ("child-src", "default-src"),
    "form-action": (),
    "base-uri": (),
}
"""Where a browser looks when a directive is not written; all others fall back to `default-src`."""
_KNOWN: Final = frozenset(
    {"default-src", "script-src", "style-src", "img-src", "font-src", "connect-src", "media-src", "object-src"}
    | {"child-src", "worker-src", "manifest-src", "prefetch-src", "fenced-frame-src", "upgrade-insecure-requests"}
    | {"block-all-mixed-content", "require-trusted-types-for", "trusted-types", "plugin-types", "webrtc"}
    | {"navigate-to", "require-sri-for", "reflected-xss", "referrer", *_FALLBACKS}
)
_ONLY_IN_HEADER: Final = frozenset({"frame-ancestors", "report-uri", "report-to", "sandbox"})
_KEYWORDS: Final = frozenset(
    {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'", "'unsafe-hashes'", "'report-sample'"}
    | {"'wasm-unsafe-eval'", "'unsafe-allow-redirects'", "'inline-speculation-rules'", "'trusted-types-eval'"}
    | {"'unsafe-webtransport-hashes'", "'allow-duplicates'", "'script'"}
)
_SECRET: Final = re.compile(r"'(?:nonce-[\w+/=-]+|(?P<way>sha(?:256|384|512))-(?P<sum>[\w+/-]+=*))'", re.I | re.A)
_HOST: Final = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\*|(?:\*\.)?[^/:*?#']+)(?::(?P<port>[0-9]+|\*))?(?P<path>/[^?#]*)?",
    re.I,
)
_PORTS: Final = {"http": "80", "https": "443", "ws": "80", "wss": "443"}
_SECURER: Final = {"http": {"http", "https"}, "ws": {"ws", "wss", "http", "https"}, "wss": {"wss", "https"}}


@dataclass
class Sources:
    """The words of one directive; answers about addresses are kept, since pages ask the same again and again."""

    words: tuple[str, ...]
    _known: dict[tuple[Parts, Parts | None], bool] = field(default_factory=dict, repr=False)

    @cached_property
    def keywords(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.words)

    @cached_property
    def secrets(self) -> frozenset[str]:
        """Nonces and hashes as written, with the letters of base64 that the standard compares."""
        return frozenset(_same(word) for word in self.words if _SECRET.fullmatch(word))

    @cached_property
    def let_own(self) -> bool:
        """Whether all that the site itself has passes."""
        return "'self'" in self.keywords and "'strict-dynamic'" not in self.keywords

    def let_inline(self, text: str, nonce: str, kind: str) -> bool:
        """Whether a script or style inside the page passes; `kind` is "script", "style" or one with " attribute"."""
        is_dynamic = "'strict-dynamic'" in self.keywords and kind.startswith("script")
        if "'unsafe-inline'" in self.keywords and not self.secrets and not is_dynamic:
            return True
        if nonce and kind in ("script", "style") and _same(f"'nonce-{nonce}'") in self.secrets:
            return True
        return (kind in ("script", "style") or "'unsafe-hashes'" in self.keywords) and self._has_hash_of(text)

    def _has_hash_of(self, text: str) -> bool:
        data = text.encode("utf-8", "replace")
        ways = {word[1:7] for word in self.secrets}
        sums = ((way, hashlib.new(way, data).digest()) for way in ("sha256", "sha384", "sha512") if way in ways)
        return any(_same(f"'{way}-{base64.b64encode(told).decode()}'") in self.secrets for way, told in sums)

    def let_url(
        self, parts: Parts, own: Parts | None, nonce: str = "", integrity: str = "", is_script: bool = False
    ) -> bool:
        """Whether what is fetched from `parts` passes; `own` is the page's address, None when nobody knows it."""
        if nonce and _same(f"'nonce-{nonce}'") in self.secrets:
            return True
        hashes = [_same(f"'{word}'") for word in integrity.split()]
        if hashes and is_script and all(one in self.secrets for one in hashes):
            return True
        if is_script and "'strict-dynamic'" in self.keywords:
            return False
        if (known := self._known.get((parts, own))) is None:
            known = self._known[parts, own] = any(_lets(word, parts, own) for word in self.words)
        return known


def _same(word: str) -> str:
    """A nonce or hash with its own letters, its name in lower case and the signs of base64 made one."""
    name, _, value = word.partition("-")
    return f"{name.lower()}-{value.replace('-', '+').replace('_', '/')}"


def _lets(word: str, parts: Parts, own: Parts | None) -> bool:
    scheme = own.scheme if own else "https"
    if word == "*":
        return parts.scheme in _PORTS or parts.scheme == scheme
    if word.lower() == "'self'":
        return own is None or (parts.host == own.host and _is_as_good(parts.scheme, own.scheme))
    if word.endswith(":") and "/" not in word:
        return _is_as_good(parts.scheme, word[:-1].lower())
    found = _HOST.fullmatch(word)
    return bool(found and parts.host and _lets_host(found, parts, scheme))


def _is_as_good(scheme: str, asked: str) -> bool:
    return scheme in _SECURER.get(asked, {asked})


def _lets_host(found: re.Match[str], parts: Parts, scheme: str) -> bool:
    asked, host, port, path = found["host"].lower(), parts.host.lower(), found["port"], found["path"] or ""
    is_host = asked in ("*", host) or (asked[:2] == "*." and host.endswith(asked[1:]))
    own_port = parts.port or _PORTS.get(parts.scheme, "")
    is_port = port in ("*", own_port) or (port is None and not parts.port) or (port == "80" and own_port == "443")
    is_path = path in ("", "/") or decoded(parts.path) == decoded(path)
    is_path = is_path or (path.endswith("/") and decoded(parts.path).startswith(decoded(path)))
    return is_host and is_port and is_path and _is_as_good(parts.scheme, (found["scheme"] or scheme).lower())


@dataclass
class Policy:
    """The policy of one `<meta>`; what stands before it in the page is not judged by it."""

    element: Element
    text: str
    is_report: bool = False

    @property
    def directives(self) -> dict[str, Sources]:
        return _directives_of(self.text)

    @property
    def is_in_head(self) -> bool:
        return getattr(self.element.parent, "tag", "") == "head"

    def deciding(self, name: str) -> str:
        """The directive that decides about what `name` would; "" when none does, and all is let through."""
        return next((one for one in (name, *_FALLBACKS.get(name, ("default-src",))) if one in self.directives), "")

    def idle_parts(self) -> tuple[tuple[str, str], ...]:
        """What does nothing as it is written, and why."""
        if self.is_report:
            return ((self.text.strip(), "a <meta> cannot hold one that only reports"),)
        return _idle_parts(self.text) if self.is_in_head else ((self.text.strip(), "it stands outside of <head>"),)


def _written(text: str) -> Iterator[tuple[str, list[str]]]:
    parts = (part.split() for part in text.split(";"))
    return ((part[0], part[1:]) for part in parts if part)


@lru_cache(maxsize=256)
def _directives_of(text: str) -> dict[str, Sources]:
    """Each directive by its name; most pages of a site have the same policy."""
    found: dict[str, Sources] = {}
    for name, words in _written(text):
        found.setdefault(name.lower(), Sources(tuple(words)))
    return found


@lru_cache(maxsize=256)
def _idle_parts(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(_idle(text))


def _idle(text: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for name, words in _written(text):
        if name.lower() in _ONLY_IN_HEADER:
            yield name, "browsers heed it in the headers of a host only"
        elif name.lower() not in _KNOWN:
            yield name, "there is no such directive"
        elif name.lower() in seen:
            yield name, "it is written a second time, and only the first counts"
        elif name.lower().endswith(("-src", "-elem", "-attr", "-uri", "-action")):
            yield from _idle_words(words)
        seen.add(name.lower())


def _idle_words(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        low = word.lower()
        if f"'{low}'" in _KEYWORDS - {"'script'"} or _SECRET.fullmatch(f"'{word}'"):
            yield word, "without quotes it is the name of a host; write it in single quotes"
        elif low.startswith("'") and low not in _KEYWORDS and not _SECRET.fullmatch(word):
            yield word, "there is no such word"
        elif low == "'none'" and len(words) > 1:
            yield word, "it counts only where it stands alone"


def policies_of(page: HtmlPage, with_idle: bool = False) -> list[Policy]:
    """The policies of a page that browsers heed; `with_idle`, those too that they do not."""
    found = []
    for name in ("=content-security-policy", "=content-security-policy-report-only"):
        for element in page.metas.get(name, ()):
            found.append(Policy(element, element.attr("content") or "", name.endswith("-report-only")))
    return [one for one in found if with_idle or (one.is_in_head and not one.is_report)]
