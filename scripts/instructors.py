"""The volunteers' tool: ``python scripts/instructors.py --help``.  Arguments in, an exit code out.

Exit 0 clean, 1 problems were found, 2 it could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from directory.exchange import commands
from directory.exchange.columns import Wishes, wish
from directory.exchange.dates import Order
from directory.exchange.table import DELIMITERS
from records.door import Parser, guarded

ROOT = Path(__file__).resolve().parent.parent
GUARDED = (
    "In a table, an apostrophe stands before what a spreadsheet would run or change ('+44 1632 960123, '01067, 'true) "
    "and round a text that ends in a blank ('like this '); import takes it off again."
)


def parser() -> Parser:
    """The commands, each with an example in its help."""
    tool = Parser(prog="instructors.py", description="Keeps the list of instructors in docs/data/instructors.")
    made = tool.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=Parser)

    def command(name: str, run: Callable[..., int], words: str, example: str) -> Parser:
        one = made.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"example: python scripts/instructors.py {example}",
        )
        one.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="the project, if it is not this one")
        one.add_argument("--today", type=a_date, default=date.today(), metavar="DATE", help="take this day for today")
        one.set_defaults(run=run)
        return one

    add_import(command("import", run_import, "show what a table would change, and change it", "import members.csv"))
    add_export(command("export", run_export, "write everyone into a table or a JSON file", "export members.csv"))
    add_new(command("new", run_new, "ask for one person and write the file", "new"))
    add_remove(command("remove", run_remove, "take one person off the list", "remove maria-garcia-london"))
    add_due(command("due", run_due, "show who expires or needs confirming", "due --days 90 --csv due.csv"))
    command("check", run_check, "check every person's file", "check")
    return tool


def add_import(one: Parser) -> None:
    """Arguments of ``import``."""
    one.add_argument("table", type=Path, help="a .csv, .tsv or .xlsx file with headers in its first row")
    one.add_argument("--write", action="store_true", help="change the files; without it nothing is written")
    one.add_argument("--accept-ids", action="store_true", help="agree to the ids that a dry run has proposed")
    one.add_argument(
        "--map",
        type=a_mapping,
        action="append",
        default=[],
        metavar='"HEADER=FIELD"',
        help='read a column as a field, like "E-Mail=contact.email"; can be repeated',
    )
    one.add_argument("--map-file", type=Path, metavar="FILE", help="the same in a table: header, field")
    one.add_argument("--ignore", action="append", default=[], metavar="HEADER", help="leave a column out")
    one.add_argument(
        "--dates", type=Order, choices=list(Order), help="how 12/03/2026 is meant: day, month or year first"
    )


def add_export(one: Parser) -> None:
    """Arguments of ``export``."""
    one.description = f"{one.description} {GUARDED}"
    one.add_argument("file", type=Path, help="the file to write, .csv, .tsv or .json")
    one.add_argument("--fields", default="", metavar="NAMES", help="only these, like name,town,contact.email")
    one.add_argument("--delimiter", choices=list(DELIMITERS), default="comma", help="what stands between cells")
    one.add_argument("--replace", action="store_true", help="write over a file that is there")


def add_new(one: Parser) -> None:
    """Arguments of ``new``."""
    one.add_argument("--yes", action="store_true", help="write without asking at the end")


def add_remove(one: Parser) -> None:
    """Arguments of ``remove``."""
    one.add_argument("id", help="the last part of the page's address")
    one.add_argument("--yes", action="store_true", help="remove without asking")


def add_due(one: Parser) -> None:
    """Arguments of ``due``."""
    one.add_argument("--days", type=int, default=60, help="look so many days ahead (60)")
    one.add_argument("--csv", type=Path, metavar="FILE", help="write the same into a table")
    one.add_argument("--replace", action="store_true", help="write over a file that is there")


def run_import(given: argparse.Namespace) -> int:
    """Values for ``import``."""
    wishes = Wishes(dict(given.map), frozenset(header.strip() for header in given.ignore))
    how = commands.How(wishes, given.map_file, given.dates, given.write, given.accept_ids)
    return commands.import_table(given.table, given.root, given.today, how)


def run_export(given: argparse.Namespace) -> int:
    """Values for ``export``."""
    delimiter = "tab" if given.file.suffix.lower() == ".tsv" else given.delimiter
    return commands.export(given.file, given.root, given.today, given.fields, DELIMITERS[delimiter], given.replace)


def run_new(given: argparse.Namespace) -> int:
    """Values for ``new``."""
    return commands.new(given.root, given.today, ask, given.yes)


def run_remove(given: argparse.Namespace) -> int:
    """Values for ``remove``."""
    return commands.remove(given.id, given.root, ask, given.yes)


def run_due(given: argparse.Namespace) -> int:
    """Values for ``due``."""
    return commands.show_due(given.root, given.today, given.days, given.csv, given.replace)


def run_check(given: argparse.Namespace) -> int:
    """Values for ``check``."""
    return commands.check(given.root, given.today)


def a_date(text: str) -> date:
    """The day of ``2026-03-12``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day like 2026-03-12') from None


def a_mapping(text: str) -> tuple[str, str]:
    """Header and field of ``E-Mail=contact.email``."""
    if found := wish(text):
        return found
    raise argparse.ArgumentTypeError(f'"{text}" is not of the form "E-Mail=contact.email"')


def ask(prompt: str) -> str:
    """One line from standard input, typed or piped in."""
    print(prompt)
    return input("> ")


def main(arguments: Sequence[str]) -> int:
    """The exit code.  Whatever happens, the user sees a sentence and no traceback."""
    return guarded(lambda: run(arguments), "instructors")


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command that was typed."""
    given = parser().parse_args(arguments)
    code: int = given.run(given)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
