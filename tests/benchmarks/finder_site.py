"""The finder's engine and its pieces in a folder, as a plain host would serve them, with any number of people."""

from __future__ import annotations

import json
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from benchmarks.people import write_people
from conftest import ROOT, Handler
from directory.directory import Directory
from directory.gazetteer import TABLE as TOWNS
from directory.load import load
from directory.outputs.finder import Files, finder_files, town_files
from directory.outputs.finder.town_order import ORDER
from directory.postcodes import TABLE as POSTCODES
from playwright.sync_api import Page

TODAY: Final = date(2026, 11, 24)
COMPONENT: Final = ROOT / "overrides/components/finder"
QUERIES: Final = ROOT / "tests/directory/finder/queries.tsv"
SUGGEST: Final = """
queries => Promise.all(queries.map(async (typed) => {
  const [first] = await finder.suggest(typed);
  return first ? [first.kind, first.name, first.country, first.lat, first.lon, first.near] : ["-", "-", "-"];
}))
"""
CONNECT: Final = """
async ({ home, today }) => {
  window.engine = await import("/finder/engine.mjs");
  window.globe = await import("/finder/globe.mjs");
  window.people = (await import("/finder/people.mjs")).people;
  window.index = await (await fetch("/index.json")).json();
  window.connectFinder = (options) => window.engine.connect({ base: location.origin, index, home, today, ...options });
  window.finder = window.connectFinder({});
}
"""


def samples() -> Directory:
    """The sample people of the project."""
    return load(ROOT, TODAY)[0]


def generated(count: int, folder: Path) -> Directory:
    """So many made-up people, whose files are written below ``folder``."""
    shutil.copytree(ROOT / "docs/data/gazetteer", folder / "docs/data/gazetteer")
    shutil.copy(ROOT / "docs/data/organisations.yml", folder / "docs/data")
    write_people(folder / "docs/data/instructors", count)
    return load(folder, TODAY)[0]


def read(path: str) -> str:
    """A table of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def towns() -> Files:
    """The pieces of all towns."""
    return town_files(read(TOWNS), read(ORDER))


def pieces(directory: Directory) -> Files:
    """All pieces for some people, and their index."""
    return finder_files(directory, towns(), read(POSTCODES))


def write_site(made: Files, folder: Path) -> Path:
    """Everything the engine needs, with an empty page to run it in."""
    for path, text in made.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    (folder / "index.json").write_text(json.dumps(made.index, ensure_ascii=False, separators=(",", ":")), "utf-8")
    (folder / "index.html").write_text("<!doctype html><html lang=en><title>Finder</title>", "utf-8")
    shutil.copytree(COMPONENT, folder / "finder")
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of ``folder`` on this machine, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def open_finder(page: Page, address: str, home: str = "GB") -> Page:
    """The page with a connected engine as ``window.finder``."""
    page.goto(address)
    page.evaluate(CONNECT, {"home": home, "today": TODAY.isoformat()})
    return page


def ask_queries(page: Page) -> tuple[Counter[str], list[str]]:
    """How many queries of each kind families may type, and what was answered wrong: ``own: 'Köln' should give …``."""
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").split("\n")[1:-1]]
    answers = page.evaluate(SUGGEST, [typed for _, typed, *_ in rows])
    wrong = [
        f"{kind}: {typed!r} should give {wanted}, gives {given[:3]}"
        for (kind, typed, *wanted), given in zip(rows, answers, strict=True)
        if wanted not in (given[:3], [given[0], given[-1], given[2]])  # of a post code, its area or its town
    ]
    return Counter(row[0] for row in rows), wrong


def tables(made: Files, part: str) -> dict[str, list[dict[str, Any]]]:
    """Path → rows as mappings, of the pieces whose path has ``part``."""
    read = {path: json.loads(text) for path, text in made.files.items() if f"/{part}" in path}
    return {
        path: [dict(zip(piece["columns"], row, strict=True)) for row in piece["rows"]] for path, piece in read.items()
    }
