"""Whole runs: what is remembered, what is asked again, and how a run ends early."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from validator.external import Kind, Options, check_external
from validator.external.cache import read_cache
from zoo.keeper import Zoo

DAY = timedelta(days=1)


def kinds(addresses: Iterable[str], options: Options) -> list[str]:
    """The kind of each verdict, in the order of `addresses`, "remembered ok" for one that was not asked for."""
    found = {
        one.address: f"{'remembered ' * one.is_remembered}{one.kind}" for one in check_external(addresses, options)
    }
    return [found[address] for address in addresses]


RUNS = [
    ("there", "/days", ["ok", "remembered ok", "remembered ok", "ok"], [0, 1, 6, 8]),
    ("gone", "/404", ["suspect", "dead", "dead", "dead"], [0, 1, 2, 9]),
    ("gone, asked twice a day", "/410", ["suspect", "remembered suspect", "dead", "remembered dead"], [0, 0.4, 1, 1.4]),
    ("refused", "/403", ["unsure", "remembered unsure", "unsure", "unsure"], [0, 0.2, 0.3, 30]),
    ("a clock that goes back", "/404", ["suspect", "suspect", "dead"], [0, -3, -2]),
    ("a clock that goes back over what was there", "/days", ["ok", "ok", "remembered ok"], [0, -3, -2]),
]


@pytest.mark.parametrize(("name", "path", "expected", "days"), RUNS, ids=[row[0] for row in RUNS])
def test_runs_on_several_days_build_on_one_another(
    animals: Zoo,
    patient: Callable[..., Options],
    tmp_path: Path,
    name: str,
    path: str,
    expected: list[str],
    days: list[float],
) -> None:
    address = animals.address("well" if path == "/days" else "gone", path)
    notes: list[str] = []
    found = []
    for day in days:
        now = animals.now + day * DAY
        options = patient(cache=tmp_path / "links", now=lambda now=now: now, note=notes.append)
        found += kinds([address], options)
    assert found == expected
    assert notes == []


def test_one_request_serves_all_places_of_a_page(animals: Zoo, patient: Callable[..., Options]) -> None:
    before = len(animals.asked)
    page = animals.address("well", "/many")
    assert kinds([page, f"{page}#a", f"{page}#b"], patient()) == ["ok", "ok", "ok"]
    assert [method for _, method, path, _ in animals.asked[before:] if path == "/many"] == ["HEAD"]


PLACES = [
    ("well", "#here", "ok"),
    ("well", "#nowhere", "unsure"),
    ("well", "#", "ok"),
    ("well", "#top", "ok"),
    ("well", "#:~:text=Hello", "ok"),
    ("well", "#nowhere:~:text=Hello", "unsure"),
    ("well", "#!/for/a/script", "ok"),
    ("well", "#/for/a/script", "ok"),
    ("says-nothing-more", "#here", "ok"),
    ("huge-page", "#here", "ok"),
    ("endless-chunks", "#here", "ok"),
    ("drips-its-page", "#here", "unsure"),
    ("gzip-bomb", "#here", "ok"),
    ("breaks-in-its-page", "#there", "ok"),
    ("promises-too-much", "#here", "ok"),
    ("promises-too-little", "#here", "unsure"),
    ("speaks-an-unknown-charset", "#here", "unsure"),
    ("gone", "#here", "unsure"),
]


def test_places_are_looked_for_in_what_was_read_and_never_make_a_page_dead(
    animals: Zoo, patient: Callable[..., Options]
) -> None:
    addresses = [animals.address(name, f"/403{place}") for name, place, _ in PLACES]
    found = kinds(addresses, patient(fragments=True))
    assert list(zip(*zip(*PLACES, strict=True), strict=True)) == [
        (*row[:2], kind) for row, kind in zip(PLACES, found, strict=True)
    ]


def test_a_missing_place_is_named(animals: Zoo, patient: Callable[..., Options]) -> None:
    [found] = check_external([animals.address("well", "/page#nowhere")], patient(fragments=True))
    assert found.reason == 'its page, as it is sent, has no place called "nowhere"'


def test_what_the_time_of_a_run_does_not_suffice_for_is_unsure_and_not_remembered(
    animals: Zoo, patient: Callable[..., Options], tmp_path: Path
) -> None:
    addresses = [animals.address("well", "/first"), *(animals.address("never-answers", f"/{one}") for one in range(3))]
    found = list(check_external(addresses, patient(cache=tmp_path / "links", run_seconds=4.0, total_seconds=60.0)))
    late = "its turn did not come within the 4 seconds of this run"
    assert [(one.kind, one.reason) for one in found] == [(Kind.OK, ""), *[(Kind.UNSURE, late)] * 3]
    assert list(read_cache(tmp_path / "links")) == addresses[:1]


def test_what_was_not_asked_for_longest_comes_first(
    animals: Zoo, patient: Callable[..., Options], tmp_path: Path
) -> None:
    paths = ["/old", "/older", "/never"]
    for path, day in (("/older", 0), ("/old", 1)):
        now = animals.now + day * DAY
        kinds([animals.address("well", path)], patient(cache=tmp_path / "links", now=lambda now=now: now))
    before = len(animals.asked)
    later = animals.now + 60 * DAY
    kinds([animals.address("well", path) for path in paths], patient(cache=tmp_path / "links", now=lambda: later))
    assert [path for _, _, path, _ in animals.asked[before:]] == ["/robots.txt", "/never", "/older", "/old"]


def test_who_wants_no_more_verdicts_leaves_what_was_found(
    animals: Zoo, patient: Callable[..., Options], tmp_path: Path
) -> None:
    addresses = [animals.address("well", "/left"), animals.address("never-answers", "/left")]
    verdicts = check_external(addresses, patient(cache=tmp_path / "links", total_seconds=60.0))
    assert next(verdicts).kind is Kind.OK
    verdicts.close()  # type: ignore[attr-defined]
    assert list(read_cache(tmp_path / "links")) == addresses[:1]


def test_a_disk_that_does_not_let_us_is_told_and_ends_nothing(animals: Zoo, patient: Callable[..., Options]) -> None:
    notes: list[str] = []
    options = patient(cache=Path("/dev/full/links"), note=notes.append)
    assert kinds([animals.address("well", "/full")], options) == ["ok"]
    assert [note.partition(" (")[0] for note in notes] == ["/dev/full/links cannot be written"]


def test_progress_tells_each_verdict_and_the_end(animals: Zoo, patient: Callable[..., Options]) -> None:
    told: list[tuple[int, int]] = []
    addresses = ["mailto:a@b.zoo", animals.address("well", "/progress"), "mailto:a@b.zoo", "tel:1"]
    list(check_external(addresses, patient(progress=lambda done, total: told.append((done, total)))))
    assert told == [(1, 3), (2, 3), (3, 3), (3, 3)]


def test_no_addresses_make_no_verdicts(patient: Callable[..., Options]) -> None:
    assert list(check_external([], patient())) == []


BROKEN_OFF = """
import os, signal, sys, threading
from pathlib import Path
import zoo.animals
from validator.external import Options, check_external
from zoo.keeper import open_zoo

with open_zoo() as animals:
    three = threading.Event()
    def lookup(host):
        if host == "hangs.zoo":
            three.wait()
            os.kill(os.getpid(), signal.SIGINT)
            threading.Event().wait()
        return animals.lookup(host)
    options = Options(
        cache=Path(sys.argv[1]), pause=0, lookup=lookup, allowed=animals.allowed, connect_seconds=60,
        now=lambda: animals.now,
    )
    well = [animals.address("well", f"/{one}") for one in range(4)]
    try:
        for number, verdict in enumerate(check_external([*well[:3], "http://hangs.zoo/"], options), 1):
            print(verdict.kind)
            if number == 3:
                three.set()
    except KeyboardInterrupt:
        print("broken off")
    for verdict in check_external(well, options):
        print("remembered" if verdict.is_remembered else "asked", verdict.kind)
"""


def test_a_run_that_is_broken_off_by_the_keyboard_is_taken_up_again(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN_OFF, str(tmp_path / "links")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / folder) for folder in ("scripts", "tests"))},
        capture_output=True,
        text=True,
        check=False,
    )
    said = ["ok"] * 3 + ["broken off"] + ["remembered ok"] * 3 + ["asked ok"]
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, said, "")
