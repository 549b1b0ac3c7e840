"""A finished build takes the place of the site that is served, file by file, writing only what differs.

New files come first and pages after the assets they need, so a reader never gets a page whose parts are missing;
files that are gone are removed last. Each file is replaced in one step.
"""

from __future__ import annotations

import filecmp
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Published:
    """What a build changed, counted in files, and what the site holds now."""

    pages: int
    size: int
    written: int
    removed: int

    def summary(self, site: str, warnings: int) -> str:
        """What a person reads at the end of a build; `site` is the folder as they would type it."""
        return (
            f"\nThe site is ready: {self.pages} pages, {self.size / 1e6:.1f} MB, warnings {warnings}"
            f" ({self.written} files written, {self.removed} removed)\n"
            f"Look at it: open {site}/index.html, or run `make serve`"
        )


def publish(built: Path, site: Path) -> Published:
    """Make `site` equal to `built`. Raises OSError with the path if the disk does not let us."""
    new = _files(built)
    changed = [name for name in new if not _same(built / name, site / name)]
    for name in sorted(changed, key=lambda name: (name.endswith(".html"), name)):
        _replace(built / name, site, name)
    gone = sorted(_files(site) - new)
    for name in gone:
        (site / name).unlink(missing_ok=True)
    _remove_empty_folders(site)
    size = sum((site / name).stat().st_size for name in new)
    return Published(sum(name.endswith(".html") for name in new), size, len(changed), len(gone))


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()}


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and not other.is_symlink() and filecmp.cmp(one, other, shallow=False)


def _replace(source: Path, site: Path, name: str) -> None:
    target = site / name
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    for folder in (site / parent for parent in Path(name).parents[:-1]):
        if folder.is_file() or folder.is_symlink():
            folder.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, beside)
    beside.replace(target)


def _remove_empty_folders(site: Path) -> None:
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
