"""`_redirects`, the file by which Netlify, Cloudflare Pages and others are told what has moved.

/old/        /new/        301
/blog/*      /news/:splat
/app/*       /index.html  200
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from validator.finding import Place

NAME: Final = "_redirects"
_SIGN: Final = re.compile(r"(?<=/):[A-Za-z]\w*|(?<=/)\*\Z")
"""A whole step of a path, or all the rest of it."""
_VALUE: Final = re.compile(r":([A-Za-z]\w*)")
_STATUS: Final = re.compile(r"\d{3}!?")
MOVED: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Redirect:
    """One line; `status` is 200 where another file is shown in place, `to` is "" where the line is no rule."""

    source: str
    to: str
    status: int
    place: Place
    to_place: Place
    pattern: re.Pattern[str]

    @property
    def has_moved(self) -> bool:
        return self.status in MOVED

    @property
    def is_open(self) -> bool:
        """Whether `to` depends on the address that was asked for."""
        return bool(_VALUE.search(self.to.partition("://")[2] or self.to))

    def leads(self, path: str) -> str:
        """Where `path` (with its slash at the start) is sent; "" when the line does not speak of it."""
        found = self.pattern.fullmatch(path.rstrip("/") or "/")
        if not found:
            return ""
        values = found.groupdict()
        return _VALUE.sub(lambda sign: values.get(sign[1]) or "", self.to) if values else self.to


def redirects_in(text: str) -> Iterator[Redirect]:
    """The rules of the file, in order; comments and empty lines are none."""
    for number, line in enumerate(text.split("\n"), 1):
        words = list(re.finditer(r"\S+", re.sub(r"(^|\s)#.*", "", line)))
        if words:
            yield _redirect(words, number)


def _redirect(words: list[re.Match[str]], number: int) -> Redirect:
    to = next((word for word in words[1:] if word[0].startswith("/") or "://" in word[0]), None)
    status = next((int(word[0][:3]) for word in words[1:] if _STATUS.fullmatch(word[0])), 301)
    source = words[0]
    return Redirect(
        source=source[0],
        to=to[0] if to else "",
        status=status,
        place=Place(number, source.start() + 1),
        to_place=Place(number, (to or source).start() + 1),
        pattern=_pattern(source[0]),
    )


def _pattern(source: str) -> re.Pattern[str]:
    """What a source matches; that of another host matches nothing here."""
    if not source.startswith("/"):
        return re.compile(r"(?!)")
    parts, at, names = [], 0, set()
    for sign in _SIGN.finditer(source):
        name = "splat" if sign[0] == "*" else sign[0][1:]
        parts.append(re.escape(source[at : sign.start()]))
        parts.append((f"(?P<{name}>.*)" if sign[0] == "*" else f"(?P<{name}>[^/]+)") if name not in names else "[^/]*")
        names.add(name)
        at = sign.end()
    text = "".join(parts) + re.escape(source[at:].rstrip("/") if at else source.rstrip("/"))
    return re.compile(re.sub(r"/\(\?P<splat>\.\*\)$", r"(?:/(?P<splat>.*))?", text) or "/")
