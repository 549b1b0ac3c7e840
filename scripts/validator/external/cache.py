"""Verdicts of former runs, in one small file that is whole or ignored.

Its first line holds its name, the number of its format and the SHA-256 of the rest, which is JSON: so a file that is
cut off, changed, or written by a newer version is known at once.  It is written beside itself and put into place in
one step.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from validator.external.verdict import Kind, Verdict

NAME: Final = "external-links"
FORMAT: Final = 1
LARGEST: Final = 64 * 1024 * 1024
KEPT_FOR: Final = timedelta(days=90)
"""How long an address is remembered that no run has asked for."""


class UnreadableCache(Exception):  # noqa: N818 - told to the user as what it is
    """A cache that is ignored, and why."""


def read_cache(path: Path) -> dict[str, Verdict]:
    """Verdicts by key; none if there is no file.  Raises UnreadableCache with a sentence for the reader of a run."""
    try:
        if not path.exists():
            return {}
        data = _bytes(path)
    except OSError as error:
        raise UnreadableCache(f"{path} cannot be read ({error.strerror}); every address is asked for anew") from None
    return verdicts_in(data, path)


def _bytes(path: Path) -> bytes:
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise UnreadableCache(f"{path} is no cache of ours; every address is asked for anew")
    return path.read_bytes()


def verdicts_in(data: bytes, path: Path) -> dict[str, Verdict]:
    """What the file at `path` holds, if it is whole.  Raises UnreadableCache."""
    head, _, body = data.partition(b"\n")
    if head != _head(body):
        found = re.fullmatch(rb"%s (\d{1,9}) [0-9a-f]{64}" % NAME.encode(), head)
        why = "was written by a newer version" if found and int(found[1]) > FORMAT else "is damaged"
        raise UnreadableCache(f"{path} {why} and is ignored; every address is asked for anew")
    try:
        return {key: _verdict(values) for key, values in json.loads(body).items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UnreadableCache(f"{path} is damaged and is ignored; every address is asked for anew") from None


def write_cache(path: Path, verdicts: Mapping[str, Verdict], now: datetime) -> None:
    """Puts the file into place in one step, without what is too old.  Raises OSError."""
    kept = {key: _values(one) for key, one in verdicts.items() if one.checked and now - one.checked < KEPT_FOR}
    body = json.dumps(kept, indent=0, sort_keys=True).encode("ascii")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(_head(body) + b"\n" + body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _head(body: bytes) -> bytes:
    return f"{NAME} {FORMAT} {sha256(body).hexdigest()}".encode()


def _values(verdict: Verdict) -> dict[str, Any]:
    """What differs from the default values, as JSON holds it."""
    found = {field.name: getattr(verdict, field.name) for field in fields(verdict) if field.name != "is_remembered"}
    dates = {name: value.isoformat() for name, value in found.items() if isinstance(value, date)}
    return {name: value for name, value in (found | dates).items() if value}


def _verdict(values: dict[str, Any]) -> Verdict:
    checked, missed = datetime.fromisoformat(values["checked"]), values.get("missed")
    if checked.tzinfo is None:
        raise ValueError("a time without its zone")
    kept = values | {
        "kind": Kind(values["kind"]),
        "checked": checked,
        "missed": date.fromisoformat(missed) if missed else None,
    }
    return Verdict(**kept, is_remembered=True)
