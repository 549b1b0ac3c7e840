"""A copy of the project to plant faults in, built as our own site is, and looked at as the command does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from records.problem import Problem
from validator.choosing import chosen
from validator.engine import check
from validator.mending import planned
from validator.opening import open_project, open_site
from validator.project import Project
from validator.rule import Rule

HERE: Final = Path(__file__).resolve().parents[2]
COPIED: Final = ("docs", "overrides", "scripts", "mkdocs.yml", "pyproject.toml", "README.md")
ON_BUILT: Final = frozenset({"html", "site"})
PLACES: Final = {
    "page": ("docs/en/*.md",),
    "box": ("docs/en/_shared/safety-short.md", "docs/en/_shared/safety-full.md"),
    "person": ("docs/data/instructors/*/*.yml",),
    "organisation": ("docs/data/organisations.yml",),
    "chapter": ("docs/data/chapter.yml",),
    "claims": ("docs/data/evidence/claims.yml",),
    "references": ("docs/data/evidence/references.yml",),
    "settings": ("mkdocs.yml",),
    "template": tuple(
        f"overrides/{path}.html"
        for path in (
            "main",
            "components/site-header/site-header",
            "components/site-footer/site-footer",
            "components/site-nav/site-nav",
            "components/lean-nav/lean-nav",
            "components/quick-nav/quick-nav",
            "components/profile/profile",
            "components/place/place",
            "components/finder/finder",
            "components/claim-list/claim-list",
            "components/help-numbers/help-numbers",
        )
    ),
    "built page": ("site/*.html",),
    "style sheet": ("site/assets/*.css",),
    "sitemap": ("site/sitemap.xml",),
    "robots": ("site/robots.txt",),
    "manifest": ("site/app.webmanifest",),
    "redirects": ("site/_redirects",),
}
"""Which files a kind of fault may be planted in."""
_LEFT_OUT: Final = ("docs/en/_shared/*.md", "docs/en/editors/*.md", "site/404.html")
_NEW: Final = ("site/robots.txt", "site/app.webmanifest", "site/_redirects")
"""Files that the site has not, and a host may have."""


@dataclass
class Ground:
    """A copy of the project in `root`, and what was planted in it: the texts of files as they were."""

    root: Path
    today: date
    before: dict[str, str | None] = field(default_factory=dict)

    def files(self, where: str) -> list[str]:
        """The files of one kind, sorted."""
        if where not in self._listed:
            wanted = PLACES[where]
            found = {path for path in self._all(wanted) if any(fnmatch(path, one) for one in wanted)}
            found |= set(wanted).intersection(_NEW)
            kept = (
                found if where == "box" else {one for one in found if not any(fnmatch(one, out) for out in _LEFT_OUT)}
            )
            self._listed[where] = sorted(kept)
        return self._listed[where]

    _listed: dict[str, list[str]] = field(default_factory=dict)

    def _all(self, wanted: Iterable[str]) -> list[str]:
        tops = {one.split("/")[0] for one in wanted}
        return [
            path.relative_to(self.root).as_posix()
            for top in tops
            for path in ([self.root / top] if (self.root / top).is_file() else (self.root / top).rglob("*"))
            if path.is_file()
        ]

    def text(self, path: str) -> str:
        """The text of a file; "" where there is none yet."""
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def write(self, path: str, text: str) -> None:
        """Writes a file, and remembers what it was."""
        self.before.setdefault(path, self.text(path) if (self.root / path).exists() else None)
        (self.root / path).unlink(missing_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", newline="")

    def restore(self) -> None:
        """Takes out all that was planted."""
        for path, text in self.before.items():
            (self.root / path).unlink(missing_ok=True)
            if text is not None:
                (self.root / path).write_text(text, encoding="utf-8", newline="")
        self.before.clear()

    def build(self) -> str:
        """Builds the site; what the build said when it failed, else ""."""
        command = [sys.executable, "-m", "mkdocs", "build", "-q"]
        quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        quiet.pop("VALIDATE", None)
        done = subprocess.run(
            command, cwd=self.root, env=quiet, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        return "" if done.returncode == 0 else (done.stdout + done.stderr)[-2000:]

    def whole(self, wanted: Callable[[Rule], bool] = lambda rule: True) -> list[Problem]:
        """What is found in the sources and the built site, by the rules that are `wanted`."""
        return _found(open_project(self.root, self.today), wanted)

    def unbuilt(self) -> list[Problem]:
        """What is found in the sources alone."""
        return _found(open_project(self.root, self.today, with_site=False), lambda rule: True)

    def mended(self, problems: list[Problem]) -> dict[str, str]:
        """The files that `--fix` would change, and what it would make of them."""
        plan = planned(open_project(self.root, self.today), problems)
        return {one.path: one.after.decode() for one in plan.files}

    def built(self) -> list[Problem]:
        """What is found in the built site alone, under the paths that it has in the project."""
        project = open_site(self.root / "site", self.today)
        project.root = self.root
        return _found(project, lambda rule: True)


def _found(project: Project, wanted: Callable[[Rule], bool]) -> list[Problem]:
    rules = tuple(rule for rule in chosen(project.settings, [], []) if wanted(rule))
    return check(project, rules)


def looks_at_built(rule: Rule) -> bool:
    """Whether a rule looks at built files, so that what it finds has to be mapped."""
    return rule.kind in ON_BUILT


def lay_out(root: Path, today: date) -> Ground:
    """A copy of what git knows of the project, with its site built."""
    listed = subprocess.run(["git", "ls-files", *COPIED], cwd=HERE, capture_output=True, text=True, check=True)
    for path in listed.stdout.splitlines():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / path, root / path)
    ground = Ground(root, today)
    if reason := ground.build():
        raise RuntimeError(f"the untouched copy cannot be built: {reason}")
    return ground
