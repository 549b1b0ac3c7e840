"""`make serve` shows a change as soon as it is saved."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import BUILD_DAY, edit
from playwright.sync_api import Browser, expect


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    """The address of a running preview of a copy of the project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_DAY, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urlopen(address, timeout=5).read()
            return
        except (URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"no preview at {address} within a minute")


def test_a_saved_change_shows_by_itself_and_one_bad_file_stops_nothing(
    preview: str, project: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{preview}families/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Can the whole family join in with massage?")
    edit(project / "docs/en/families.md", "# Can the whole family join in", "# May the whole family join in")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^May the whole family"), timeout=30_000)
    style = project / "overrides/styles/tokens.css"
    edit(style, "--color-page: #fdf8f1", "--color-page: #ffeeff")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 238, 255)", timeout=30_000)
    page.goto(f"{preview}instructors/thomas-okafor-manchester/")
    edit(project / "docs/data/instructors/gb/maria-garcia-london.yml", "name: Maria García", "nane: Maria García")
    edit(project / "docs/data/instructors/gb/thomas-okafor-manchester.yml", "Thomas Okafor", "Thomas Okafor-Smith")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thomas Okafor-Smith", timeout=30_000)
    page.close()
