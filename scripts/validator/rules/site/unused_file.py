"""A picture, style, script or font is published, and nothing in the site names it.

It makes the site heavier and is looked after for nobody.  Files that hosts and browsers ask for by themselves
(`favicon.ico`, `apple-touch-icon.png`) are not asked, nor one whose name stands in any text of the site, or
the name of its folder or its name without ending in a script, which may put an address together.

Bad:
    left-over.png

Good:
    used.png
"""

from collections.abc import Iterator
from typing import Final

from records.problem import quoted

from validator.finding import Finding, Place
from validator.mentions import named, named_in_scripts
from validator.project import Project
from validator.site import Site

CODE = "W602"
LEVEL = "warning"
_ENDINGS: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".css", ".js", ".mjs"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot"),
)
_ASKED_FOR: Final = ("favicon", "apple-touch-icon", "mstile-", "sw.js", "service-worker", "_worker.js")


def check(site: Site, project: Project) -> Iterator[Finding]:
    idle = {path for path in site.paths_of(*_ENDINGS) if path not in site.reach.used and not _is_asked_for(path)}
    called = named(site, {_name(path) for path in idle})
    left = {path for path in idle if _name(path) not in called}
    pieces = named_in_scripts(site, {piece for path in left for piece in _pieces(path)})
    for path in sorted(left):
        if pieces.isdisjoint(_pieces(path)):
            yield Finding(Place(), f"nothing in the site names {quoted(path)}", "take it out, or use it", path=path)


def _is_asked_for(path: str) -> bool:
    return path.startswith(".well-known/") or _name(path).lower().startswith(_ASKED_FOR)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _pieces(path: str) -> set[str]:
    """What a script may put its address together from: its folder, its name without ending, and without a number."""
    folder = path.rpartition("/")[0].rpartition("/")[2]
    stem = _name(path).partition(".")[0]
    return {f"{folder}/" if folder else stem, stem, stem.rstrip("0123456789") or stem}
