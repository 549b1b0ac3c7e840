"""What the finder costs a family's phone, with as many people as you like.

    .venv/bin/python tests/benchmarks/finder.py          # a hundred thousand people
    .venv/bin/python tests/benchmarks/finder.py 10000

Each question is asked as the page asks it, with nothing fetched before. Bytes are those of `gzip -9`. Times are of
Chromium slowed down to a quarter, with the pieces in memory as text: to read them counts, to fetch them does not. Of
several rounds each question's best time is taken, since machines are shared, and then the worst of all questions. Needs
Linux for the peak of memory.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.finder_site import (
    ask_queries,
    generated,
    open_finder,
    pieces,
    read,
    samples,
    serving,
    towns,
    write_site,
)
from conftest import FLAGS, chromium
from directory.directory import Directory
from directory.gazetteer import TABLE
from directory.outputs.escape import json_text
from directory.outputs.finder import FEATURES, Files
from playwright.sync_api import Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parents[2]
QUESTIONS: Final = 200
ROUNDS: Final = 7
MOST_REQUESTS: Final = 3
SLOWER: Final = 4
PARTS: Final = ("/towns-", "/postcodes-", "/names/", "/people/")
TRACE: Final = """
async ([questions, kept]) => {
  const texts = kept ? window.texts : (window.texts = new Map());
  const fetched = async (address) => {
    if (!texts.has(address)) texts.set(address, await (await fetch(address)).text());
    return JSON.parse(texts.get(address));
  };
  const results = [];
  for (const { typed, filters } of questions) {
    const asked = [];
    const finder = connectFinder({ fetchJson: (address) => { asked.push(new URL(address).pathname); return fetched(address); } });
    const start = performance.now();
    const [place] = await finder.suggest(typed);
    const answer = filters && place ? await people(finder, { place, ...filters }, 0) : { people: [] };
    results.push({ asked, found: answer.people.length, ms: performance.now() - start });
  }
  return results;
}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the finder.")
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory(prefix="finder-") as folder:
        directory = generated(count, Path(folder, "project"))
        made = built(directory)
        weigh(made)
        with serving(write_site(made, Path(folder, "site"))) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
            ask(open_finder(browser.new_page(), address), directory, made)
            with serving(write_site(pieces(samples()), Path(folder, "samples"))) as few:
                tell_quality(open_finder(browser.new_page(), few))
            browser.close()


# Building -------------------------------------------------------------------------------------------------------------


def built(directory: Directory) -> Files:
    start = time.process_time()
    towns()
    of_towns = time.process_time() - start
    before = memory("VmRSS", reset=True)
    start = time.process_time()
    made = pieces(directory)
    of_people = time.process_time() - start
    print(f"{len(directory.people):,} people, {len(made.files):,} files")
    print(f"to make them: {of_towns:.2f} s CPU for towns, {of_people:.2f} s for people, areas and the schema")
    print(f"memory: {memory('VmHWM') - before:.0f} MB more than before at the peak, the files themselves included")
    return made


def memory(field: str, *, reset: bool = False) -> float:
    """Megabytes of this process; `reset` begins a new peak."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def weigh(made: Files) -> None:
    print(f"index: {packed(json_text(made.index)):,} bytes")
    for part in PARTS:
        sizes = [packed(text) for path, text in made.files.items() if part in path]
        print(f"pieces {part.strip('/-')}: {len(sizes)}, {spread(sizes, 'bytes')}")


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def spread(values: Sequence[float], unit: str) -> str:
    return f"median {median(values):,.0f} {unit}, at most {max(values):,.0f}"


# Asking ---------------------------------------------------------------------------------------------------------------


def ask(page: Page, directory: Directory, made: Files) -> None:
    draw = random.Random(7)
    places, names = list(towns_with_filters(directory)), list(names_of(directory))
    slips = [{**one, "typed": with_slip(one["typed"], draw)} for one in places]
    for title, questions in (("town and two filters", places), ("the same with a slip", slips), ("a name", names)):
        report(title, page.evaluate(TRACE, [questions, False]), made.files)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        rounds = [[one["ms"] for one in page.evaluate(TRACE, [questions, True])] for _ in range(ROUNDS)]
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        print(f"  slowed down {SLOWER} times: {spread([min(times) for times in zip(*rounds, strict=True)], 'ms')}")


def tell_quality(page: Page) -> None:
    """How many of the queries in queries.tsv are answered right; their names are those of the sample people."""
    asked, wrong = ask_queries(page)
    missed = Counter(line.partition(":")[0] for line in wrong)
    shares = ", ".join(f"{kind} {count - missed[kind]} of {count}" for kind, count in asked.items())
    print(f"queries answered right: {asked.total() - len(wrong)} of {asked.total()} ({shares})")


def with_slip(name: str, draw: random.Random) -> str:
    """One letter left out, at any place."""
    place = draw.randrange(len(name))
    return name[:place] + name[place + 1 :]


def report(title: str, results: Iterable[Mapping[str, Any]], files: Mapping[str, str]) -> None:
    """Bytes and requests of each question, with nothing in memory before it."""
    results = list(results)
    sizes = [sum(packed(files[path.lstrip("/")]) for path in one["asked"]) for one in results]
    requests = [len(one["asked"]) for one in results]
    found = [one["found"] for one in results]
    many = sum(number > MOST_REQUESTS for number in requests)
    print(
        f"{title}: {spread(sizes, 'bytes')}; {spread(requests, 'requests')}, {many} of {len(results)} with more than {MOST_REQUESTS}"
    )
    print(f"  people found: {spread(found, 'people')}, at least {min(found)}")


def towns_with_filters(directory: Directory) -> Iterable[dict[str, Any]]:
    """Towns of countries where people are listed, big ones more often; two features, or a language and a feature."""
    draw = random.Random(5)
    lines = [line.split("\t") for line in read(TABLE).split("\n")[1:-1]]
    lines = [line for line in lines if line[0] in directory.countries]
    for number, line in enumerate(draw.choices(lines, [int(line[8]) for line in lines], k=QUESTIONS)):
        language = draw.choice(draw.choice(directory.countries[line[0]]).languages) if number % 2 else ""
        features = draw.sample(FEATURES, 1 if language else 2)
        yield {"typed": line[1], "filters": {"language": language, "features": features}}


def names_of(directory: Directory) -> Iterable[dict[str, Any]]:
    for person in random.Random(6).choices(directory.people, k=QUESTIONS):
        yield {"typed": person.name, "filters": None}


if __name__ == "__main__":
    main()
