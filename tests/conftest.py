"""The built site, a server for it and a browser, made once and shared by all tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No time limit for one example, since a busy machine is no fault; EXAMPLES=3000 searches longer than a run of all tests.
settings.register_profile(
    "house",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=int(os.environ.get("EXAMPLES", "100")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")
expect.set_options(timeout=15_000)  # milliseconds; a busy machine is no fault here either
BUILD_DAY = "1795392000"  # 2026-11-23, so that the tests do not change with the calendar


def build_site(engine: str, site: Path, *arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A strict build with `engine`, run as a person would run it; `root` may be a changed copy of the project."""
    return subprocess.run(
        [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(site), *arguments],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_DAY, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def copy_project(folder: Path) -> Path:
    """A copy of everything a build reads, to be changed by a test."""
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replaces `old`, which must be there, by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make site` builds it, built once for all test processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "built" / "site"
    folder.parent.mkdir(exist_ok=True)
    with (folder.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            done = build_site("mkdocs", folder)
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


class Handler(SimpleHTTPRequestHandler):
    """Serves files as a plain static host does, with the site's own page for what is not there."""

    extensions_map: ClassVar = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Tests say what went wrong themselves."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site on this machine, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def chromium() -> str:
    names = [os.environ.get("CHROMIUM", ""), *BROWSERS]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "the browser tests need Chromium; `make test` installs it or says how"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()
