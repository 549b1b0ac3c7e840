"""The zoo, let out once for all tests of a process."""

from __future__ import annotations

from asyncio import _get_running_loop, _set_running_loop
from collections.abc import Callable, Iterator

import pytest
import zoo.animals  # noqa: F401 - each animal registers itself
from validator.external import Options
from zoo.keeper import Zoo, open_zoo, trusted


@pytest.fixture(autouse=True, scope="module")
def no_browser_in_the_way() -> Iterator[None]:
    """A browser that stays open for the tests of other modules keeps an event loop, and a thread may run only one."""
    loop = _get_running_loop()
    _set_running_loop(None)
    yield
    _set_running_loop(loop)


@pytest.fixture(scope="session")
def animals() -> Iterator[Zoo]:
    with open_zoo() as found:
        yield found


@pytest.fixture(scope="session")
def patient(animals: Zoo) -> Callable[..., Options]:
    """Options as a run has them, but with short limits and with the zoo in the place of the network."""

    def options(**changes: object) -> Options:
        shown: dict[str, object] = {
            "pause": 0.0,
            "hosts": 100,
            "connect_seconds": 4.0,
            "total_seconds": 8.0,
            "run_seconds": 120.0,
            "longest_wait": 1.0,
            "now": lambda: animals.now,
            "lookup": animals.lookup,
            "allowed": animals.allowed,
            "tls": trusted(),
        }
        return Options(**(shown | changes))  # type: ignore[arg-type]

    return options
