"""The tool for reviews: ``python scripts/review.py --help``.  Arguments in, an exit code out.

Exit 0 nothing is due, 1 something is due or wrong, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pages.build import Build, load_build
from pages.front_matter import FrontMatter, Known, read_front_matter
from pages.review import STYLE, awaiting_clinician, review_due, sheet
from pages.words import load_words
from records.problem import Problem
from records.source import Source, read_source

ROOT = Path(__file__).resolve().parent.parent
DOCS = Path("docs/en")


def parser() -> argparse.ArgumentParser:
    """The two commands, each with an example in its help."""
    tool = argparse.ArgumentParser(prog="review.py", description="Keeps the reviews of pages and claims.")
    tool.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="the project, if it is not this one")
    tool.add_argument("--today", type=date.fromisoformat, default=date.today(), metavar="DATE", help="take this day")
    made = tool.add_subparsers(title="commands", required=True, metavar="COMMAND")
    due = made.add_parser("due", help="show what must be read again, since when, and who read it last")
    due.add_argument("--days", type=int, default=60, help="look so many days ahead (60)")
    due.set_defaults(run=run_due)
    one = made.add_parser("sheet", help="write a page as a sheet that a clinician reads and signs")
    one.add_argument("page", type=Path, help="such as docs/en/babies/relief.md")
    one.add_argument("file", type=Path, help="the HTML file to write; print it from a browser")
    one.set_defaults(run=run_sheet)
    return tool


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command."""
    given = parser().parse_args(arguments)
    root = given.root.resolve()
    build, problems = load_build(root, root / DOCS, "en")
    if build is None:
        return _tell(problems)
    run: int = given.run(given, root, build)
    return run


def run_due(given: argparse.Namespace, root: Path, build: Build) -> int:
    """What is due, the longest first, and which pages wait for a clinician."""
    paths = sorted(path for path in (root / DOCS).rglob("*.md") if "_shared" not in path.parts)
    read = {path.relative_to(root).as_posix(): _read(path, root, build, given.today) for path in paths}
    problems = [problem for _, _, found in read.values() for problem in found]
    pages = {path: page for path, (_, page, _) in read.items() if page}
    due = review_due(pages, given.today, build.evidence.claims, given.days)
    for one in due:
        late = "due since" if one.since <= given.today else "due on"
        print(f"{late} {one.since}: {one.what} ({one.title}), last read on {one.last} by {one.by}")
    waiting = awaiting_clinician(pages)
    print(f"{len(due)} due within {given.days} days; {len(waiting)} pages for families wait for a clinician:")
    print("".join(f"  {path}\n" for path in waiting), end="")
    return _tell(problems) or (1 if due else 0)


def run_sheet(given: argparse.Namespace, root: Path, build: Build) -> int:
    """Writes one sheet."""
    source, page, problems = _read(given.page.resolve(), root, build, given.today)
    words, wrong = load_words(root / DOCS / "_shared/review.yml", root)
    if source is None or page is None or wrong:
        return _tell([*problems, *wrong])
    style = (root / "overrides" / STYLE).read_text(encoding="utf-8")
    given.file.write_text(sheet(build, source, page, words, style), encoding="utf-8")
    print(f"{given.file}: print it, and give it to the person who reads the page")
    return 0


def _read(path: Path, root: Path, build: Build, today: date) -> tuple[Source | None, FrontMatter | None, list[Problem]]:
    source = read_source(path, root, limit=512 * 1024)
    if isinstance(source, Problem):
        return None, None, [source]
    known = Known(today, build.chapter.team, build.evidence.references, build.evidence.claims)
    return source, *read_front_matter(source, known)


def _tell(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 2 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
