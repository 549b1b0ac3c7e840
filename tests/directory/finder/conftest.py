"""People of the finder's tests: those of the project, and any that a test changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from benchmarks.finder_site import TODAY, samples
from directory.directory import Directory
from directory.model import Instructor


@pytest.fixture(scope="session")
def sample_people() -> Directory:
    return samples()


@pytest.fixture
def made(sample_people: Directory) -> Callable[..., Directory]:
    """`made({"id": …, "name": …}, …)`: a directory of copies of one sample person, each changed so."""
    person = sample_people.by_id["gwenllian-rhys-cardiff"]

    def make(*changes: dict[str, Any]) -> Directory:
        people: list[Instructor] = [person.model_copy(update=change) for change in changes]
        return Directory.of(people, sample_people.organisations, TODAY)

    return make
