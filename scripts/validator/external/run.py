"""Addresses → verdicts, as they come: what is remembered first, then host beside host.

A run can be broken off at any moment (Ctrl-C, or a caller that wants no more): what it has found by then is remembered,
and the next run goes on with the rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from validator.external.client import Client
from validator.external.following import Following
from validator.external.memory import NEVER, Memory
from validator.external.options import Options
from validator.external.outcome import Outcome, Said
from validator.external.robots import Robots
from validator.external.target import NotFollowed, Target, Why, target_of
from validator.external.verdict import Kind, Verdict, place_of

_DEFAULT: Final = Options()


@dataclass
class _Page:
    """One page to be asked for, and the addresses that lead to it: fragments are no part of a request."""

    target: Target
    addresses: list[str] = field(default_factory=list)
    asked_at: datetime = NEVER

    @property
    def fragments(self) -> frozenset[str]:
        """The places in the page that the addresses name."""
        return frozenset(found for address in self.addresses if (found := place_of(address)))


def check_external(addresses: Iterable[str], options: Options = _DEFAULT) -> Iterator[Verdict]:
    """One verdict on each different address; nothing that only a network of its own knows is contacted.

    Cannot be called where an event loop runs.  Take the verdicts as they come: while nobody asks for the next, nobody
    listens to the network.
    """
    wanted = list(dict.fromkeys(addresses))
    memory = Memory(options)
    done = 0
    try:
        for verdict in _verdicts(wanted, memory, options):
            done += 1
            options.progress(done, len(wanted))
            yield verdict
    finally:
        memory.save()
        options.progress(len(wanted), len(wanted))


def _verdicts(wanted: list[str], memory: Memory, options: Options) -> Iterator[Verdict]:
    pages: dict[str, _Page] = {}
    for address in wanted:
        target = target_of(address, allowed=options.allowed)
        if isinstance(target, NotFollowed):
            kind = Kind.PRIVATE if target.why is Why.PRIVATE else Kind.SKIPPED
            yield Verdict(address, kind, target.reason)
        elif known := memory.fresh(address):
            yield replace(known, address=address, is_remembered=True)
        else:
            page = pages.setdefault(target.page, _Page(target))
            page.addresses.append(address)
            page.asked_at = max(page.asked_at, memory.asked_at(address))
    yield from _asked(list(pages.values()), memory, options)


def _asked(pages: list[_Page], memory: Memory, options: Options) -> Iterator[Verdict]:
    """Asks for each page.  What the time of the run does not suffice for is unsure, and comes first in the next run."""
    if not pages:
        return
    left = {page.target.page: page for page in pages}
    with asyncio.Runner() as runner:
        answers: asyncio.Queue[tuple[_Page, Outcome] | None] = asyncio.Queue()
        task = runner.get_loop().create_task(_ask_all(pages, options, answers))
        while answer := runner.run(answers.get()):
            page, outcome = answer
            del left[page.target.page]
            yield from (memory.judge(address, outcome) for address in page.addresses)
        task.result()
    reason = f"its turn did not come within the {options.run_seconds:g} seconds of this run"
    yield from (Verdict(address, Kind.UNSURE, reason) for page in left.values() for address in page.addresses)


async def _ask_all(pages: list[_Page], options: Options, answers: asyncio.Queue[tuple[_Page, Outcome] | None]) -> None:
    client = Client(options)
    following = Following(client, Robots(client))
    by_host: dict[str, list[_Page]] = {}
    for page in sorted(pages, key=lambda page: page.asked_at):
        by_host.setdefault(page.target.host, []).append(page)
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(options.run_seconds), asyncio.TaskGroup() as group:
                for at_host in by_host.values():
                    group.create_task(_ask_host(at_host, following, answers))
    finally:
        answers.put_nowait(None)


async def _ask_host(
    pages: list[_Page], following: Following, answers: asyncio.Queue[tuple[_Page, Outcome] | None]
) -> None:
    wants_fragments = following.client.options.fragments
    for page in pages:
        try:
            outcome = await following.visit(page.target, page.fragments if wants_fragments else frozenset())
        except Exception as error:  # one strange server must not end the run
            outcome = Outcome(Said.UNSURE, f"it could not be looked at ({type(error).__name__})")
        answers.put_nowait((page, outcome))
