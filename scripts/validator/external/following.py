"""An address → what its site says of it, redirect after redirect."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import Final

from validator.external.asking import Reply
from validator.external.budget import Budget
from validator.external.client import Client
from validator.external.outcome import NoAnswer, Outcome, Said, UnknownHost, retry_after
from validator.external.robots import REDIRECTS, Robots
from validator.external.target import NotFollowed, Target, target_of
from validator.parse.html import HtmlPage
from validator.parse.urls import leads_to_anchor

_FOR_GOOD: Final = frozenset({301, 308})
_GONE: Final = {404: "it answers 404 (not found)", 410: "it answers 410 (gone)"}
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_BUSY: Final = frozenset({429, 503})
_WAIT: Final = 5.0
"""Seconds, where a busy site does not say how long to wait."""


@dataclass
class _Trail:
    """The redirects so far: `new` is the last address that all before it have moved to for good."""

    new: str = ""
    is_for_good: bool = True
    is_insecure: bool = False
    steps: int = 0

    def step(self, status: int, here: Target, there: Target) -> None:
        self.steps += 1
        self.is_for_good &= status in _FOR_GOOD
        self.is_insecure |= (here.scheme, there.scheme) == ("https", "http")
        if self.is_for_good:
            self.new = there.page + (f"#{there.fragment}" if there.fragment else "")


@dataclass
class Following:
    """Visits one address after another."""

    client: Client
    robots: Robots

    async def visit(self, start: Target, fragments: frozenset[str] = frozenset()) -> Outcome:
        """What the site says of `start`; `fragments` are looked for in the page."""
        trail = _Trail()
        try:
            return await self._visit(start, fragments, trail)
        except UnknownHost:
            return Outcome(Said.GONE, _after(trail, "there is no host of this name"))
        except NoAnswer as failure:
            return Outcome(Said.UNSURE, _after(trail, failure.reason), is_ours=failure.is_ours)

    async def _visit(self, start: Target, fragments: frozenset[str], trail: _Trail) -> Outcome:
        options, here = self.client.options, start
        budget = Budget(options.total_seconds)
        while trail.steps <= options.redirects:
            await self.robots.check(here)
            reply = await self._reply(here, budget, wants_body=bool(fragments))
            if reply.status not in REDIRECTS or not reply.location:
                return self._settled(reply, fragments, trail)
            there = target_of(reply.location, here.page, options.allowed)
            if isinstance(there, NotFollowed):
                raise NoAnswer(f"it redirects, and {there.reason}: not followed")
            trail.step(reply.status, here, there)
            here = there
        return Outcome(Said.UNSURE, f"it redirects more than {options.redirects} times")

    async def _reply(self, here: Target, budget: Budget, *, wants_body: bool) -> Reply:
        """The reply; once more after a while if the site is busy."""
        reply = await self._head_or_get(here, budget, wants_body=wants_body)
        if reply.status not in _BUSY:
            return reply
        options, host = self.client.options, self.client.host(here)
        asked = retry_after(reply.headers.get("retry-after", ""), options.now())
        if asked is None and reply.status == 503:
            return reply
        wait = min(_WAIT, options.longest_wait) if asked is None else asked
        if wait > options.longest_wait:
            host.left = f"its host asked to wait for {_time(wait)}, and was left alone"
            raise NoAnswer(f"it answers {reply.status} and asks to wait for {_time(wait)}")
        host.wait(wait)
        again = await self._head_or_get(here, budget, wants_body=wants_body)
        if again.status == 429:
            host.left = "its host says it is asked too often, and was left alone"
        return again

    async def _head_or_get(self, here: Target, budget: Budget, *, wants_body: bool) -> Reply:
        """A small question first; a server that does not like it is asked as browsers ask."""
        if not wants_body:
            try:
                reply = await self.client.ask("HEAD", here, budget, share=0.5)
            except NoAnswer as failure:
                if not failure.is_odd:
                    raise
            else:
                if reply.is_good or reply.status in REDIRECTS or reply.status in _BUSY:
                    return reply
        return await self.client.ask("GET", here, budget, body_bytes=self.client.options.page_bytes * wants_body)

    def _settled(self, reply: Reply, fragments: frozenset[str], trail: _Trail) -> Outcome:
        if reply.is_good:
            lacking = self._lacking(reply, fragments)
            return Outcome(Said.THERE, "", reply.status, trail.new, trail.is_insecure, lacking)
        if reply.status in _GONE:
            return Outcome(Said.GONE, _after(trail, _GONE[reply.status]), reply.status)
        return Outcome(Said.UNSURE, _after(trail, f"it answers {reply.status}"), reply.status)

    def _lacking(self, reply: Reply, fragments: frozenset[str]) -> frozenset[str]:
        """Those of `fragments` that a whole page of HTML does not have; none where that cannot be told."""
        kind = Message()
        kind["Content-Type"] = reply.headers.get("content-type", "")
        is_packed = reply.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")
        if not reply.is_whole or is_packed or kind.get_content_type() not in _HTML:
            return frozenset()
        anchors = HtmlPage("", reply.body.decode("utf-8", "replace")).anchors
        return frozenset(one for one in fragments if not leads_to_anchor(one, anchors))


def _after(trail: _Trail, reason: str) -> str:
    if not trail.steps:
        return reason
    return f"after {trail.steps} {'redirect' if trail.steps == 1 else 'redirects'} {reason}"


def _time(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"
