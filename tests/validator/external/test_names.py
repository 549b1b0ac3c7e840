"""Names and the machines behind them: looked up once, all checked, and nothing else is connected to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from validator.external import Kind, Options, check_external
from validator.external.cache import read_cache
from validator.external.outcome import UnknownHost
from zoo.keeper import HERE, Zoo


def lookup(**answers: Sequence[str] | Exception) -> Callable[[str], Sequence[str]]:
    """As the names of `answers` (`a` for a.zoo) say; no other name is known."""

    def look_up(host: str) -> Sequence[str]:
        answer = answers.get(host.removesuffix(".zoo"), UnknownHost())
        if isinstance(answer, Exception):
            raise answer
        return answer

    return look_up


def verdict_on(host: str, options: Options, port: int) -> tuple[Kind, str]:
    [found] = check_external([f"http://{host}:{port}/names"], options)
    return found.kind, found.reason


ROWS = [
    ("one machine", [HERE], Kind.OK, ""),
    ("the second one answers", ["::1", HERE], Kind.OK, ""),
    ("IPv6 alone, where nobody answers", ["::1"], Kind.UNSURE, "no connection could be made"),
    ("by way of NAT64", ["64:ff9b::7f00:1"], Kind.OK, ""),
    ("no machine", [], Kind.UNSURE, "a.zoo has no machine"),
    ("no network", socket.gaierror(socket.EAI_AGAIN, "later"), Kind.UNSURE, "a.zoo could not be looked up"),
    ("a name too long", UnicodeError(), Kind.UNSURE, "a.zoo could not be looked up"),
    ("unknown", UnknownHost(), Kind.SUSPECT, "there is no host of this name"),
    *(
        (
            f"leads to {one}",
            [one],
            Kind.UNSURE,
            f"a.zoo leads to {one}, which is a private address, and was not contacted",
        )
        for one in ("127.0.0.2", "10.0.0.1", "169.254.169.254", "fe80::1", "::ffff:127.0.0.1", "100.64.0.1", "nonsense")
    ),
    (
        "one of two is private",
        [HERE, "10.0.0.1"],
        Kind.UNSURE,
        "a.zoo leads to 10.0.0.1, which is a private address, and was not contacted",
    ),
]


@pytest.mark.parametrize(("name", "machines", "kind", "reason"), ROWS, ids=[row[0] for row in ROWS])
def test_a_name_leads_to_machines(
    animals: Zoo,
    patient: Callable[..., Options],
    name: str,
    machines: Sequence[str] | Exception,
    kind: Kind,
    reason: str,
) -> None:
    port = animals.ports["well"]
    options = patient(
        lookup=lookup(a=machines, known=["9.9.9.9"]),
        known_host="known.zoo",
        allowed=animals.allowed | {("::1", port)},
    )
    assert verdict_on("a.zoo", options, port) == (kind, reason)


def test_an_unknown_host_is_neither_gone_nor_remembered_if_no_host_is_found_at_all(
    animals: Zoo, patient: Callable[..., Options], tmp_path: Path
) -> None:
    options = patient(lookup=lookup(), known_host="known.zoo", cache=tmp_path / "links")
    reason = "this machine finds no host at all; it may have no network"
    assert verdict_on("a.zoo", options, 80) == (Kind.UNSURE, reason)
    assert read_cache(tmp_path / "links") == {}


def test_a_look_up_that_hangs_does_not_hold_the_run_up(animals: Zoo, patient: Callable[..., Options]) -> None:
    end = threading.Event()

    def hang(host: str) -> Sequence[str]:
        end.wait()
        return [HERE]

    found = verdict_on("a.zoo", patient(lookup=hang, connect_seconds=0.2), animals.ports["well"])
    end.set()
    assert found == (Kind.UNSURE, "a.zoo was not found within 0.2 seconds")


def test_a_name_is_looked_up_once_so_that_it_cannot_lead_elsewhere_later(
    animals: Zoo, patient: Callable[..., Options]
) -> None:
    """A rebinding name: well at the first look, the canary ever after.  HEAD, GET, robots.txt: three connections."""
    looks: list[str] = []

    def rebinding(host: str) -> Sequence[str]:
        looks.append(host)
        return [HERE] if len(looks) == 1 else ["10.0.0.1"]

    port = animals.ports["refuses-head-with-404"]
    assert verdict_on("a.zoo", patient(lookup=rebinding), port) == (Kind.OK, "")
    assert looks == ["a.zoo"]


def test_the_system_is_never_asked_for_a_name_behind_the_check(
    animals: Zoo, patient: Callable[..., Options], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **_: asked.append(arguments))
    assert verdict_on("well.zoo", patient(), animals.ports["well"]) == (Kind.OK, "")
    assert asked == []


PRIVATE = ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"]


@pytest.mark.parametrize("host", PRIVATE)
def test_a_private_machine_is_not_contacted_however_it_is_written(
    animals: Zoo, patient: Callable[..., Options], host: str
) -> None:
    kind, _ = verdict_on(host, patient(), animals.ports["canary"])
    assert (kind, animals.canary) == (Kind.PRIVATE, [])


def test_without_a_word_of_the_tests_nothing_on_this_machine_is_contacted(
    animals: Zoo, patient: Callable[..., Options]
) -> None:
    before = len(animals.asked)
    found = list(check_external([animals.address("well"), animals.address("gone")], patient(allowed=frozenset())))
    assert {verdict.kind for verdict in found} == {Kind.UNSURE}
    assert len(animals.asked) == before


def test_a_private_number_that_tests_allow_is_contacted(animals: Zoo, patient: Callable[..., Options]) -> None:
    assert verdict_on(HERE, patient(), animals.ports["well"]) == (Kind.OK, "")
