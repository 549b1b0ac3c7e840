"""The zoo, let out once for all tests of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import zoo.animals  # noqa: F401 - each animal registers itself
from validator.external import Options
from zoo.keeper import Zoo, open_zoo, trusted


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
