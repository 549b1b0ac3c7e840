"""Pages of the browser that record everything a family must never meet: errors, blocked parts, other origins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

WATCH_POLICY = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.policyViolations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile ?? ""}`));
"""


@dataclass
class Visit:
    """A page in the browser and what went wrong on it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> Page:
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def check(self) -> None:
        """Nothing went wrong so far: no error, no blocked part, no request to another origin."""
        blocked = self.page.evaluate("window.policyViolations")
        assert self.faults + blocked == []


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """`visit(width=360, dark=True, javascript=False, …)` opens a fresh browser profile."""
    contexts = []

    def open_page(width: int = 360, height: int = 740, *, dark: bool = False, **options: Any) -> Visit:
        options["java_script_enabled"] = options.pop("javascript", True)
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **options
        )
        contexts.append(context)
        context.add_init_script(WATCH_POLICY)
        found = Visit(context.new_page(), address)
        _record(found)
        return found

    yield open_page
    for context in contexts:
        context.close()


def _note_failure(request: Request, faults: list[str]) -> None:
    if request.failure != "net::ERR_ABORTED":  # the reader went on before everything had come
        faults.append(f"failed: {request.url} {request.failure}")


def _record(visit: Visit) -> None:
    page, faults = visit.page, visit.faults
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on(
        "console",
        lambda line: faults.append(f"console: {line.text}") if line.type in ("error", "warning") else None,
    )
    page.on("requestfailed", lambda request: _note_failure(request, faults))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((visit.address, "data:", "blob:"))
            else faults.append(f"other origin: {request.url}")
        ),
    )
