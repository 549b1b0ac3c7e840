"""What a person types → what is looked at, the report, and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from directory.parallel import cores
from records.day import today
from records.door import CLEAN, PROBLEMS, CouldNotRun, Parser
from records.problem import Problem, quoted

from validator.answers import Answers
from validator.baseline import outdated, read_baseline, unknown, write_baseline
from validator.built import Working
from validator.choosing import by_names, chosen
from validator.documentation import explained, listed
from validator.engine import check, heard
from validator.fixing import fixed, rehearsed
from validator.memory import Memory, digest_of
from validator.opening import open_project, open_site
from validator.project import Project
from validator.report import Report, counted, report_of
from validator.reporters.github import github
from validator.reporters.json import json
from validator.reporters.junit import junit
from validator.reporters.sarif import sarif
from validator.reporters.text import ending, text
from validator.rule import EXTERNAL, Rule, all_rules, named
from validator.site import PAGE_ENDINGS
from validator.sources import NAMES
from validator.watching import Looks, watch, watched_folders

EXAMPLES: Final = """examples:
  python scripts/validate.py                          this project: sources, data, and site/ if it is built
  python scripts/validate.py --source ~/my-docs       another MkDocs project, which needs no build
  python scripts/validate.py --site public            a folder of built pages, whatever made it
  python scripts/validate.py --only broken-link,M102  one or two rules
  python scripts/validate.py --baseline known.json    accept the faults listed there (--write-baseline lists them)
  python scripts/validate.py --explain broken-link    what a rule reports, and why
  python scripts/validate.py --fix --dry-run          what could be mended by itself, as a diff
  python scripts/validate.py --external               links to other sites too
  python scripts/validate.py --format sarif --output report.sarif

exit code: 0 clean (there may be warnings, unless --strict), 1 errors were found, 2 it could not run
"""
CACHE: Final = ".cache"
MOST_JOBS: Final = 256
FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": text,
    "json": json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}


def parser() -> Parser:
    """The options, with examples in the help."""
    tool = Parser(
        prog="validate.py",
        description="Finds broken links and faults of structure in the sources of a site and in the built site.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    tool.add_argument("--source", type=Path, metavar="DIR", help="a MkDocs project to look at instead of this one")
    tool.add_argument("--site", type=Path, metavar="DIR", help="a folder of built files; alone, nothing else is read")
    tool.add_argument("--format", choices=list(FORMATS), default="text", help="how to report (text)")
    tool.add_argument("--output", type=Path, metavar="FILE", help="write the report there instead of showing it")
    tool.add_argument("--only", type=names, action="extend", default=[], metavar="RULE[,…]", help="run only these")
    tool.add_argument("--skip", type=names, action="extend", default=[], metavar="RULE[,…]", help="leave these out")
    tool.add_argument("--strict", action="store_true", help="let warnings fail too")
    tool.add_argument("--baseline", type=Path, metavar="FILE", help="accept the known faults that it lists")
    tool.add_argument("--write-baseline", action="store_true", help="list all faults there are now in that file")
    tool.add_argument("--watch", action="store_true", help="look again at every change, until Ctrl-C")
    tool.add_argument("--jobs", type=_number, metavar="N", help="in how many processes (one a core; 1 is none besides)")
    tool.add_argument("--no-cache", action="store_true", help="remember nothing of the last run (.cache/)")
    tool.add_argument("--external", action="store_true", help="ask other sites whether their pages are still there")
    tool.add_argument("--fix", action="store_true", help="mend in the sources what is sure, and show it as a diff")
    tool.add_argument("--dry-run", action="store_true", help="with --fix: show the diff, and change nothing")
    tool.add_argument("--list", action="store_true", help="list all rules")
    tool.add_argument("--explain", type=names, metavar="RULE", help="explain a rule by its name or code")
    return tool


def names(written: str) -> list[str]:
    """`broken-link,M102` as a list."""
    return [one.strip() for one in written.split(",") if one.strip()]


def _number(written: str) -> int:
    if not written.isdecimal() or not 0 < int(written) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{quoted(written)} is no number from 1 to {MOST_JOBS}")
    return int(written)


def run(arguments: Sequence[str], here: Path) -> int:
    """The exit code of `validate.py` with `arguments`; `here` is the project it belongs to."""
    given = parser().parse_args(arguments)
    if given.list:
        print(listed(all_rules()), end="")
        return CLEAN
    if given.explain is not None:
        print("\n".join(explained(rule) for rule in by_names(given.explain)), end="")
        return CLEAN
    return _validate(given, here)


def _validate(given: argparse.Namespace, here: Path) -> int:
    start = time.perf_counter()
    list(by_names([*given.only, *given.skip]))  # a wrong name is told before anything is read
    _refuse_what_does_not_fit(given)
    if given.watch:
        return _watch(given, here)
    report = _looked(given, here, Looks())
    if report is None:
        return CLEAN
    _tell(report, given, time.perf_counter() - start)
    return PROBLEMS if report.errors or (given.strict and report.warnings) else CLEAN


def _watch(given: argparse.Namespace, here: Path) -> int:
    """Looks again at every change, until the user has seen enough."""
    looks = Looks()

    def look() -> Report:
        report = _looked(given, here, looks)
        assert report is not None
        return report

    watch(look, lambda: watched_folders(looks.project), _may_colour())
    return CLEAN


def _looked(given: argparse.Namespace, here: Path, looks: Looks) -> Report | None:
    """The report of one look; None when there is none, since the faults are listed as known ones."""
    project, prefix = _opened(given, here)
    looks.begin(project)
    rules = chosen(project.settings, given.only, given.skip, external=given.external)
    if given.external:
        project.answers = _answers(project, here)
    looks.memory.path = None if given.no_cache else _cache(project, here)
    working = Working(given.jobs or cores(), looks.memory)
    known = read_baseline(given.baseline) if given.baseline and not given.write_baseline else None
    problems = check(project, rules, working)
    _remember(working.memory)
    if given.write_baseline:
        print(f"{counted(write_baseline(given.baseline, problems), 'known fault')} written to {given.baseline}")
        return None
    old = [] if known is None else outdated(given.baseline, problems, known, _heard(project, rules))
    left = problems if known is None else list(unknown(problems, known))
    return report_of(project, rules, _left(project, left, prefix, given), prefix, old)


def _cache(project: Project, here: Path) -> Path:
    """Where the results for a site are kept: by this project's files, since a built site is published as it is."""
    folder = str(project.site.root if project.site else project.root)
    return here / CACHE / f"validate-{digest_of(folder).hex()[:12]}"


def _remember(memory: Memory) -> None:
    """Keeps what was made, and says when what was kept before could not be used."""
    if memory.note:
        print(f"note: {memory.note}", file=sys.stderr)
        memory.note = ""
    memory.write()


def _heard(project: Project, rules: tuple[Rule, ...]) -> frozenset[str]:
    """The names of the rules that have looked at all there is to look at."""
    asked = heard(project, rules)
    return frozenset(rule.name for rule in asked if all(one in asked for one in named(rule.name)))


def _refuse_what_does_not_fit(given: argparse.Namespace) -> None:
    is_other = given.fix or given.external or given.write_baseline or given.output or given.format != "text"
    if given.watch and is_other:
        raise CouldNotRun("--watch shows what changes, and does nothing else", "leave the other option out")
    if given.write_baseline and not given.baseline:
        raise CouldNotRun("--write-baseline needs to know the file", "write --baseline FILE --write-baseline")
    if given.write_baseline and given.fix:
        raise CouldNotRun("--write-baseline accepts faults, and --fix mends them", "do one after the other")
    if not given.external and (asking := [one for one in by_names(given.only) if one.kind == EXTERNAL]):
        raise CouldNotRun(f"{asking[0].name} asks other sites", "add --external")
    if given.dry_run and not given.fix:
        raise CouldNotRun("--dry-run belongs to --fix", "write --fix --dry-run")
    if given.fix and given.site and not given.source:
        raise CouldNotRun("--fix mends sources, and --site alone has none", "name them too, with --source")


def _answers(project: Project, here: Path) -> Answers:
    """What other sites say; imported here, since only this option needs the network."""
    from validator import asking

    return asking.asked(project, asking.options_of(here, lambda note: print(f"note: {note}", file=sys.stderr)))


def _left(project: Project, problems: list[Problem], prefix: str, given: argparse.Namespace) -> list[Problem]:
    """The problems to report, when what can be mended is mended.  A diff must not spoil a report for programs."""
    if not given.fix:
        return problems
    shown = sys.stdout if given.output or given.format == "text" else sys.stderr
    return (rehearsed if given.dry_run else fixed)(project, problems, prefix, shown)


def _opened(given: argparse.Namespace, here: Path) -> tuple[Project, str]:
    """What is to be looked at, and what stands before its paths."""
    if given.site and not given.source:
        return open_site(_with_pages(given.site), today()), _prefix(given.site)
    root = _with_settings(given.source or here)
    site = _with_pages(given.site) if given.site else None
    with_site = site is not None or given.source is None
    return open_project(root, today(), site=site, with_site=with_site), _prefix(given.source) if given.source else ""


def _with_settings(folder: Path) -> Path:
    """The folder, if it holds a MkDocs project."""
    if not any((_existing(folder) / name).is_file() for name in NAMES):
        raise CouldNotRun(
            f"there is no mkdocs.yml in {folder}", "name the folder that holds it, or --site for built pages"
        )
    return folder.resolve()


def _with_pages(folder: Path) -> Path:
    """The folder, if it holds built pages: silence about an empty one would look like praise."""
    found = _existing(folder).resolve()
    if not any(name.lower().endswith(PAGE_ENDINGS) for _, _, files in os.walk(found) for name in files):
        raise CouldNotRun(f"there are no built pages in {folder}", "build the site first, or name another folder")
    return found


def _existing(folder: Path) -> Path:
    if not folder.exists():
        raise CouldNotRun(f"there is no folder {folder}", "check the name of the folder")
    if not folder.is_dir():
        raise CouldNotRun(f"{folder} is a file", "name the folder that it lies in")
    return folder


def _prefix(folder: Path) -> str:
    """What leads from the folder one types in to `folder`; a whole path when it lies elsewhere."""
    whole, current = folder.resolve(), Path.cwd()
    shown = whole.relative_to(current) if whole.is_relative_to(current) else whole
    return "" if shown == Path() else f"{shown.as_posix().rstrip('/')}/"


def _tell(report: Report, given: argparse.Namespace, seconds: float) -> None:
    """Shows the report, or writes it into a file and shows its last line."""
    if given.output:
        _write(given.output, FORMATS[given.format](report))
        print(ending(report, seconds))
    elif given.format == "text":
        print(text(report, seconds=seconds, colours=_may_colour()), end="")
    else:
        print(FORMATS[given.format](report), end="")


def _write(path: Path, report: str) -> None:
    try:
        path.write_text(report, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise CouldNotRun(f"{path} cannot be written: {(error.strerror or '').lower()}", "name another file") from None


def _may_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
