"""What a robots.txt asks, whatever stands in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validator.external import Options
from validator.external.client import Client
from validator.external.robots import Robots, rules_in
from validator.external.target import Target, target_of
from zoo.keeper import Zoo

RULES = (
    "User-agent: *|user-agent:site-validator|Disallow: /|Allow: /page|Disallow: *$|Disallow: /%zz|Crawl-delay: nan"
    "|Crawl-delay: -1|Request-rate: 1/0|Visit-time: 9999-1|Sitemap: x|Host|:"
)
LINES = st.sampled_from(RULES.encode().split(b"|"))


@given(st.lists(LINES | st.binary(max_size=30)).map(b"\n".join), st.booleans())
def test_any_robots_txt_is_read(body: bytes, is_whole: bool) -> None:
    rules = rules_in(body, is_whole=is_whole)
    assert rules.can_fetch("https://a.zoo/page", "site-validator") in (True, False)
    assert (rules.crawl_delay("site-validator") or 0.0) is not None


CUT = [
    (b"User-agent: *\nDisallow: /page", True, "/page", False),
    (b"User-agent: *\nDisallow: /page", False, "/page", True),
    (b"User-agent: *\nDisallow: /page\nDisallow: /", True, "/other", False),
    (b"User-agent: *\nDisallow: /page\nDisallow: /", False, "/other", True),
    (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n", True, "/other", False),
    (b"", False, "/other", True),
]


@pytest.mark.parametrize(("body", "is_whole", "path", "may"), CUT)
def test_the_last_line_counts_only_if_it_was_read_to_its_end(body: bytes, is_whole: bool, path: str, may: bool) -> None:
    assert rules_in(body, is_whole=is_whole).can_fetch(f"https://a.zoo{path}", "site-validator") is may


def test_a_pause_that_a_site_asks_for_is_made(animals: Zoo, patient: Callable[..., Options]) -> None:
    target = target_of(animals.address("wants-a-moment-between-pages"))
    assert isinstance(target, Target)

    async def pause() -> float:
        client = Client(patient(longest_wait=10.0))
        await Robots(client).check(target)
        return client.host(target).pause

    assert asyncio.run(pause()) == 2.5
