"""A picture, style, script or font is published, and nothing in the site names it.

It makes the site heavier and is looked after for nobody.  Files that hosts and browsers ask for by themselves
(`favicon.ico`, `apple-touch-icon.png`) are not asked, nor one whose name, or whose folder's name, stands in any text
of the site: a script may put its address together.

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
    idle = {path for path in site.paths_of(*_ENDINGS) if path not in site.used and not _is_asked_for(path)}
    called = named(site, {_name(path) for path in idle})
    left = {path for path in idle if _name(path) not in called}
    folders = named_in_scripts(site, {_folder(path) for path in left} - {""})
    for path in sorted(left):
        if _folder(path) not in folders:
            yield Finding(Place(), f"nothing in the site names {quoted(path)}", "take it out, or use it", path=path)


def _is_asked_for(path: str) -> bool:
    return path.startswith(".well-known/") or _name(path).lower().startswith(_ASKED_FOR)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _folder(path: str) -> str:
    folder = path.rpartition("/")[0].rpartition("/")[2]
    return f"{folder}/" if folder else ""
