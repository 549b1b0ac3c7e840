"""What other sites notice of us: how often they are asked, and how."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

import pytest
from validator.external import Kind, Options, check_external
from validator.external.outcome import NoAnswer
from validator.external.pacing import Host, Pacing
from zoo.keeper import Zoo


class Clock(asyncio.SelectorEventLoop):
    """A loop in which waiting takes no time: when all wait, the clock jumps to the first that is due."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        select = self._selector.select  # type: ignore[attr-defined]
        self._selector.select = lambda seconds: (self._jump(seconds), select(0))[1]  # type: ignore[attr-defined]

    def _jump(self, seconds: float | None) -> None:
        self.now += seconds or 0.0

    def time(self) -> float:
        return self.now


def in_no_time(work: Coroutine[None, None, None]) -> None:
    with asyncio.Runner(loop_factory=Clock) as runner:
        runner.run(work)


async def ask(host: Host, at_once: asyncio.Semaphore, starts: list[float], seconds: float = 0.0) -> None:
    async with host.turn(at_once):
        starts.append(round(asyncio.get_running_loop().time(), 3))
        await asyncio.sleep(seconds)


def test_a_host_has_a_pause_after_each_request_and_others_do_not_wait_for_it() -> None:
    one, other = [], []

    async def run() -> None:
        pacing, at_once = Pacing(pause=1.0, patience=3), asyncio.Semaphore(16)
        await asyncio.gather(
            *(ask(pacing.host("one.zoo"), at_once, one, seconds=0.5) for _ in range(4)),
            *(ask(pacing.host("other.zoo"), at_once, other) for _ in range(3)),
        )

    in_no_time(run())
    assert one == [0.0, 1.5, 3.0, 4.5]
    assert other == [0.0, 1.0, 2.0]


def test_a_host_that_asks_for_time_gets_it() -> None:
    starts = []

    async def run() -> None:
        host, at_once = Host(pause=1.0, patience=3), asyncio.Semaphore(16)
        await ask(host, at_once, starts)
        host.wait(30)
        await ask(host, at_once, starts)
        await ask(host, at_once, starts)

    in_no_time(run())
    assert starts == [0.0, 30.0, 31.0]


def test_no_more_hosts_are_asked_at_once_than_wanted() -> None:
    starts = []

    async def run() -> None:
        pacing, at_once = Pacing(pause=1.0, patience=3), asyncio.Semaphore(2)
        await asyncio.gather(*(ask(pacing.host(f"{one}.zoo"), at_once, starts, seconds=5) for one in range(6)))

    in_no_time(run())
    assert starts == [0.0, 0.0, 5.0, 5.0, 10.0, 10.0]


def test_a_host_that_is_silent_again_and_again_is_left_alone() -> None:
    told = []

    async def fail(host: Host, *, is_silence: bool) -> None:
        async with host.turn(asyncio.Semaphore(1)):
            raise NoAnswer("no", is_silence=is_silence)

    async def run() -> None:
        host = Host(pause=1.0, patience=3)
        for is_silence in (True, True, False, True, True, True, True):
            with pytest.raises(NoAnswer) as found:
                await fail(host, is_silence=is_silence)
            told.append(found.value.reason)

    in_no_time(run())
    assert told == ["no"] * 6 + ["its host did not answer 3 times in a row, and was left alone"]


def test_the_run_is_as_polite_as_the_project_promises() -> None:
    chosen = Options()
    assert (chosen.pause, chosen.connect_seconds, chosen.total_seconds, chosen.run_seconds) == (1.0, 5.0, 20.0, 600.0)
    assert (chosen.redirects, chosen.page_bytes, chosen.longest_wait) == (5, 64 * 1024, 30.0)
    assert (chosen.allowed, chosen.tls, chosen.cache) == (frozenset(), None, None)


ASKED = [
    ("well", ["/a", "/a#x", "/a#y"], ["HEAD /a"]),
    ("refuses-head-with-404", ["/a"], ["HEAD /a", "GET /a"]),
    ("busy-for-a-day", ["/a", "/b", "/c"], ["HEAD /a"]),
    ("busy-whenever-asked", ["/a", "/b", "/c"], ["HEAD /a", "HEAD /a"]),
    ("keeps-us-out", ["/a", "/b"], []),
    ("broken-robots", ["/a", "/b"], []),
    ("wants-a-day-between-pages", ["/a", "/b"], []),
    ("drips-headers", ["/a", "/b", "/c", "/d"], ["HEAD /a", "GET /a", "HEAD /b"]),
]


@pytest.mark.parametrize(("name", "paths", "expected"), ASKED, ids=[row[0] for row in ASKED])
def test_a_host_is_asked_no_more_than_needed(
    animals: Zoo, patient: Callable[..., Options], name: str, paths: list[str], expected: list[str]
) -> None:
    before = len(animals.asked)
    list(check_external([animals.address(name, path) for path in paths], patient(total_seconds=4.0)))
    asked = [f"{method} {path}" for _, method, path, _ in animals.asked[before:]]
    assert asked == ["GET /robots.txt", *expected]


def test_name_and_password_of_a_user_are_not_sent(animals: Zoo, patient: Callable[..., Options]) -> None:
    address = animals.address("well", "/secret").replace("://", "://me:secret@")
    assert [verdict.kind for verdict in check_external([address], patient())] == [Kind.OK]
    *_, headers = animals.asked[-1]
    assert headers == {
        "host": f"well.zoo:{animals.ports['well']}",
        "user-agent": "Mozilla/5.0 (compatible; site-validator/1; looks whether links still lead somewhere)",
        "accept": "text/html,*/*",
        "accept-encoding": "identity",
        "connection": "close",
    }
