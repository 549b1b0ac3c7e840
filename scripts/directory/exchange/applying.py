"""Files written all or not at all, also when the disk is full or the light goes out in between."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Writes one file of the user's, whole or not at all; the folder must be there."""
    _replace({path: text.encode("utf-8")})


def apply(files: Mapping[str, bytes], gone: Iterable[str], root: Path) -> None:
    """Writes ``files`` and removes ``gone``, paths from the root.  Raises OSError with everything as it was."""
    targets = {_inside(root, path): data for path, data in files.items()}
    away = [_inside(root, path) for path in gone]
    before = {path: path.read_bytes() if path.exists() else None for path in [*targets, *away]}
    for path in targets:
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replace(targets)
        for path in away:
            path.unlink()
    except BaseException:
        _restore(before)
        for path in targets:
            remove_if_empty(path.parent)
        raise
    for path in away:
        remove_if_empty(path.parent)


def remove_if_empty(folder: Path) -> None:
    """A country without anyone needs no folder."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _inside(root: Path, path: str) -> Path:
    """``path`` below ``root``; raises OSError when a link would lead out of it."""
    target = root / path
    if target.is_symlink() or not target.parent.resolve().is_relative_to(root.resolve()):
        raise OSError(f"{path} is a link to another place")
    return target


def _replace(targets: Mapping[Path, bytes]) -> None:
    """Everything is on the disk before the first name is changed."""
    written: dict[Path, Path] = {}
    try:
        for target, data in targets.items():
            written[target] = target.with_name(f".{target.name}.{os.getpid()}.new")
            with written[target].open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for target, new in written.items():
            new.replace(target)
    finally:
        for new in written.values():
            new.unlink(missing_ok=True)


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, data in before.items():
        if data is None:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
