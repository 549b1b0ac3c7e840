"""One request: no more is read than may be, whatever is sent."""

from __future__ import annotations

import asyncio

import pytest
from validator.external.asking import Reply, Way, ask
from validator.external.target import Target, target_of
from zoo.keeper import HERE, Zoo, trusted

WAY = Way("test", connect_seconds=4.0, total_seconds=8.0, tls=trusted())


def reply(animals: Zoo, name: str, method: str = "GET", *, most: int = 64 * 1024, body: bool = True) -> Reply:
    target = target_of(animals.address(name))
    assert isinstance(target, Target)
    return asyncio.run(ask(method, target, [HERE], WAY, most=most, body=body))


def test_a_small_page_is_read_to_its_end(animals: Zoo) -> None:
    found = reply(animals, "well")
    assert (found.status, found.body, found.is_whole) == (200, b"<title>Well</title><p id=here>Hello", True)


@pytest.mark.parametrize("name", ["huge-page", "endless-chunks", "gzip-bomb"])
@pytest.mark.parametrize("most", [1000, 64 * 1024])
def test_a_large_page_is_read_as_far_as_allowed_and_is_not_whole(animals: Zoo, name: str, most: int) -> None:
    found = reply(animals, name, most=most, body=True)
    is_all = name == "gzip-bomb" and most > 30_000  # it is small on its way, and is not unpacked
    assert (found.status, found.is_whole) == (200, is_all)
    assert 0 < len(found.body) < most


@pytest.mark.parametrize("name", ["well", "huge-page", "drips-its-page"])
def test_without_need_nothing_is_read_after_the_headers(animals: Zoo, name: str) -> None:
    found = reply(animals, name, body=False)
    assert (found.status, found.body, found.is_whole) == (200, b"", False)
