"""A finished build takes the place of the site that is served, file by file, writing only what differs.

New files come first and pages after the assets they need, so a reader never gets a page whose parts are missing;
files that are gone are removed last. Each file is replaced in one step.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
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


def stage(files: Iterable[tuple[str, bytes]], built: Path, site: Path) -> list[str]:
    """Writes into `built` each file that `site` does not hold yet as it is; the names of those that it holds.

    Ten thousand files are compared in a tenth of a second and written in seconds.
    """
    kept, folders = [], {""}
    may_hold = site.is_dir()
    old, new = str(site), str(built)
    for name, data in files:
        if may_hold and _read(f"{old}/{name}") == data:
            kept.append(name)
            continue
        folder = name.rpartition("/")[0]
        if folder not in folders:
            _make_folder(f"{new}/{folder}")
            folders.add(folder)
        with open(f"{new}/{name}", "wb") as file:
            file.write(data)
    return kept


def _make_folder(path: str) -> None:
    """Nearly always the folder above is there and this one is not, so that is tried first."""
    try:
        os.mkdir(path)
    except OSError:
        os.makedirs(path, exist_ok=True)


def publish(built: Path, site: Path, kept: Iterable[str] = ()) -> Published:
    """Make `site` equal to `built` and the files of `site` that are `kept`; `built` is used up.

    Raises OSError with the path if the disk does not let us.
    """
    new, old = _files(built), _files(site)
    whole = new | {name: old[name] for name in kept}
    changed = [name for name in new if new[name] != old.get(name) or _differs(name, built, site)]
    gone = sorted(old.keys() - whole.keys())
    if site.exists():
        for name in sorted(changed, key=lambda name: (name.endswith(".html"), name)):
            _replace(built / name, site, name)
        gone = [name for name in gone if _is_there(site / name)]
        _remove(gone, site)
    else:
        _move(built, site)
    return Published(sum(name.endswith(".html") for name in whole), sum(whole.values()), len(changed), len(gone))


def _files(folder: Path | str, above: str = "") -> dict[str, int]:
    """The size of every file and link below a folder, by its path from there."""
    found: dict[str, int] = {}
    if not os.path.isdir(folder):
        return found
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found |= _files(entry.path, f"{above}{entry.name}/")
            else:
                found[above + entry.name] = entry.stat(follow_symlinks=False).st_size
    return found


def _is_there(path: Path) -> bool:
    """Whether this is still a file or a link; what is new may stand here as a folder, or where its folder was."""
    return path.is_symlink() or (path.exists() and not path.is_dir())


def _differs(name: str, built: Path, site: Path) -> bool:
    return _read(f"{built}/{name}") != _read(f"{site}/{name}")


def _read(path: str) -> bytes | None:
    """What a file holds; nothing is equal to a link, to a folder or to what is not there."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        return os.read(descriptor, os.fstat(descriptor).st_size + 1)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _replace(source: Path, site: Path, name: str) -> None:
    target = site / name
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    for folder in (site / parent for parent in Path(name).parents[:-1]):
        if folder.is_file() or folder.is_symlink():
            folder.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    _move(source, target)


def _move(source: Path, target: Path) -> None:
    """In one step; from another disk first beside the target."""
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.new")
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, beside)
        beside.replace(target)


def _remove(names: Iterable[str], site: Path) -> None:
    """Removes files, and the folders that are empty then."""
    for name in names:
        (site / name).unlink(missing_ok=True)
        for folder in (site / parent for parent in Path(name).parents[:-1]):
            if not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
