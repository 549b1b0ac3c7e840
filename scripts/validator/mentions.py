"""Names that stand somewhere in the texts of a site, so that a script may make an address of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from validator.site import Site

_TEXTS: Final = (
    ".html",
    ".htm",
    ".xhtml",
    ".css",
    ".js",
    ".mjs",
    ".cjs",
    ".json",
    ".xml",
    ".txt",
    ".webmanifest",
    ".svg",
)
SCRIPTS: Final = (".js", ".mjs", ".cjs")
_TOKEN: Final = re.compile(r"[\w.~@+-]+/?")
_A_FEW: Final = 200
_INLINE: Final = re.compile(r"<script\b[^>]*>(.*?)</script", re.I | re.S)


def named(site: Site, names: Iterable[str]) -> set[str]:
    """Those of `names`, file names or folder names with a slash, that some text of the site holds."""
    left = {_key(name): name for name in names}
    found: set[str] = set()
    for path in site.paths_of(*_TEXTS):
        if not left:
            break
        text = site.text(path) or ""
        found.update(left.pop(key) for key in _held(text, left))
    return found


def named_in_scripts(site: Site, names: Iterable[str]) -> set[str]:
    """Those of `names` that a script of the site holds, in a file or in a page."""
    wanted = {_key(name): name for name in names}
    found: set[str] = set()
    for path in site.paths_of(*SCRIPTS, *(".html", ".htm")) if wanted else ():
        text = site.text(path) or ""
        code = text if path.lower().endswith(SCRIPTS) else "\n".join(_INLINE.findall(text)) if "<script" in text else ""
        found.update(wanted[key] for key in _held(code, wanted))
    return found


def _held(text: str, keys: Mapping[str, str]) -> set[str]:
    """Those of `keys` that stand in `text` as whole names.  To look for a few is faster than to cut a text up."""
    if len(keys) <= _A_FEW and not any(key in text for key in keys):
        return set()
    return keys.keys() & set(_TOKEN.findall(text))


def _key(name: str) -> str:
    """The last piece of a name that is written alike in any address."""
    pieces = _TOKEN.findall(name)
    return pieces[-1] if pieces else name
