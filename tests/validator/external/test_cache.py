"""The file of former runs is whole or ignored, whatever happens to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from validator.external import Kind, Options, Verdict, check_external
from validator.external.cache import UnreadableCache, read_cache, verdicts_in, write_cache
from zoo.keeper import Zoo

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
VERDICTS = {
    "https://a.zoo/": Verdict("https://a.zoo/", Kind.OK, "", 200, checked=NOW, is_remembered=True),
    "https://b.zoo/é\udcff": Verdict(
        "https://b.zoo/é\udcff", Kind.SUSPECT, "it answers 404", 404, "", True, NOW, date(2026, 11, 25), True
    ),
    "https://c.zoo/": Verdict("https://c.zoo/", Kind.MOVED, "", 200, "https://d.zoo/", checked=NOW, is_remembered=True),
}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "links"
    write_cache(path, VERDICTS, NOW)
    assert read_cache(path) == VERDICTS
    assert [file.name for file in path.parent.iterdir()] == ["links"]


def test_what_nobody_asked_for_in_ninety_days_is_forgotten(tmp_path: Path) -> None:
    write_cache(tmp_path / "links", VERDICTS, NOW + timedelta(days=91))
    assert read_cache(tmp_path / "links") == {}


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_cache(tmp_path / "links") == {}


def sealed(body: bytes, number: int = 1) -> bytes:
    return f"external-links {number} {sha256(body).hexdigest()}\n".encode() + body


DAMAGED = [
    ("empty", b"", "is damaged"),
    ("another file", b"# A heading\n\nText\n", "is damaged"),
    ("binary", bytes(range(256)), "is damaged"),
    ("half of it", sealed(b'{"https://a.zoo/": {}}')[:-5], "is damaged"),
    ("without its head", b'{"https://a.zoo/": {}}', "is damaged"),
    ("a newer version", sealed(b"whatever it means", 2), "was written by a newer version"),
    ("a much newer version", sealed(b"", 999999999), "was written by a newer version"),
    ("no JSON", sealed(b"{"), "is damaged"),
    ("a list", sealed(b"[]"), "is damaged"),
    ("deep nesting", sealed(b"[" * 100_000), "is damaged"),
    ("an unknown kind", sealed(b'{"a": {"kind": "odd", "checked": "2026-11-25T12:00:00+00:00"}}'), "is damaged"),
    (
        "an unknown field",
        sealed(b'{"a": {"address": "a", "kind": "ok", "checked": "2026-11-25", "x": 1}}'),
        "is damaged",
    ),
    ("no date", sealed(b'{"a": {"address": "a", "kind": "ok", "checked": "soon"}}'), "is damaged"),
    ("no time zone", sealed(b'{"a": {"address": "a", "kind": "ok", "checked": "2026-11-25T12:00"}}'), "is damaged"),
]


@pytest.mark.parametrize(("name", "data", "why"), DAMAGED, ids=[row[0] for row in DAMAGED])
def test_a_file_that_is_not_whole_is_ignored_with_a_note(
    animals: Zoo, patient: Callable[..., Options], tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    path, notes = tmp_path / "links", []
    path.write_bytes(data)
    found = list(check_external([animals.address("well", "/cached")], patient(cache=path, note=notes.append)))
    assert [verdict.kind for verdict in found] == [Kind.OK]
    assert notes == [f"{path} {why} and is ignored; every address is asked for anew"]
    assert list(read_cache(path)) == [animals.address("well", "/cached")]


def test_something_else_in_its_place_is_ignored_and_left(
    animals: Zoo, patient: Callable[..., Options], tmp_path: Path
) -> None:
    path, notes = tmp_path / "links", []
    path.mkdir()
    found = list(check_external([animals.address("well", "/cached")], patient(cache=path, note=notes.append)))
    assert [verdict.kind for verdict in found] == [Kind.OK]
    assert notes[0] == f"{path} is no cache of ours; every address is asked for anew"
    assert notes[-1].startswith(f"{path} cannot be written (")
    assert path.is_dir()


def test_no_change_of_a_bit_goes_unseen(tmp_path: Path) -> None:
    write_cache(tmp_path / "links", VERDICTS, NOW)
    whole = (tmp_path / "links").read_bytes()
    assert verdicts_in(whole, tmp_path) == VERDICTS
    for bit in range(8 * len(whole)):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        with pytest.raises(UnreadableCache):
            verdicts_in(bytes(data), tmp_path)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_in_a_sealed_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.getbasetemp() / "any-links"
    path.write_bytes(sealed(json.dumps(value).encode()))
    try:
        assert read_cache(path) == {}
    except UnreadableCache:
        assert value != {}


KILLER = """
import os, random, signal, sys, time
from datetime import UTC, datetime
from pathlib import Path
from validator.external.cache import read_cache, write_cache
from validator.external.verdict import Kind, Verdict

path, now, chance = Path(sys.argv[1]), datetime(2026, 11, 25, tzinfo=UTC), random.Random(6)
names = [f"https://{number}.zoo/" for number in range(200)]
for _ in range(100):
    child = os.fork()
    while not child:
        status = chance.randrange(1000)
        write_cache(path, {name: Verdict(name, Kind.OK, "", status, checked=now) for name in names}, now)
    time.sleep(chance.uniform(0.001, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print(len({verdict.status for verdict in read_cache(path).values()}))
"""


def test_a_run_that_is_killed_while_it_writes_leaves_a_whole_file(tmp_path: Path) -> None:
    """Killed a hundred times: all that is there was written at one time."""
    done = subprocess.run(
        [sys.executable, "-c", KILLER, str(tmp_path / "links")],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=True,
    )
    counts = done.stdout.split()
    assert (len(counts), set(counts) - {"0"}) == (100, {"1"})
    assert {file.name for file in tmp_path.iterdir()} <= {"links", ".links.new"}
