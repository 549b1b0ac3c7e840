"""What each command of the volunteers' tool does and says; exit 0 clean, 1 problems, 2 could not run.

Every command takes plain values and prints to standard output, so that the door only reads arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from records import quoted
from records.door import CLEAN, PROBLEMS, CouldNotRun

from directory.exchange import diff, removing
from directory.exchange.applying import apply, write_new
from directory.exchange.columns import Column, Wishes, columns, wishes_from
from directory.exchange.dates import Order
from directory.exchange.due import HEADERS, due
from directory.exchange.exporting import MARK, chosen, csv_text, good_people, json_text, table_text
from directory.exchange.fields import column_name
from directory.exchange.importing import Plan, plan_import, write
from directory.exchange.new import Interview
from directory.exchange.spots import is_error, letters
from directory.exchange.staging import connection_problems
from directory.exchange.table import Table, read_table
from directory.exchange.telling import count, end, tell
from directory.exchange.terminal import table as in_columns
from directory.exchange.terminal import visible
from directory.exchange.yaml_writer import person_yaml
from directory.load import INSTRUCTORS, load


def check(root: Path, today: date) -> int:
    """Every problem of every file, and how many people there are."""
    directory, problems = load(_project(root), today)
    listed, left_out = len(directory.people), len(directory.left_out)
    more = f" (and {left_out} no longer listed, because nobody confirmed them)" if left_out else ""
    return end(problems, f"in {count(listed, 'listed person', 'listed people')}{more}")


@dataclass(frozen=True)
class How:
    """What the user says about an import; without ``may_write`` it is a dry run."""

    wishes: Wishes = field(default_factory=Wishes)
    map_file: Path | None = None
    dates: Order | None = None
    may_write: bool = False
    accept_ids: bool = False


def import_table(path: Path, root: Path, today: date, how: How) -> int:
    """Shows what a table would change, and changes it when told to."""
    _project(root)
    table = read_table(_existing(path))
    mapped = wishes_from(_existing(how.map_file)) if how.map_file else Wishes()
    broken = [one for result in (table, mapped) if isinstance(result, list) for one in result]
    if isinstance(table, list) or isinstance(mapped, list):
        return end(broken, "; no row was looked at, nothing was written")
    read, problems = columns(table, mapped.and_also(how.wishes))
    for line in _about_columns(table, read):
        print(line)
    rows = count(len(table.rows), "row")
    if problems:
        return end(problems, f"; {rows} not looked at, nothing was written")
    plan = plan_import(table, read, root, today, how.dates)
    if not plan.is_good:
        return end(plan.problems, f"in {rows}; nothing was written")
    tell(plan.problems)
    for line in diff.lines(plan):
        print(line)
    return _finish_import(plan, root, how)


def _about_columns(table: Table, read: Sequence[Column]) -> Iterator[str]:
    """What was understood though it was not written out, for the user to see."""
    yield from (f"note: {visible(note)}" for note in table.notes)
    for column in read:
        if column.header != (name := column_name(column.path)):
            yield f"column {letters(column.number)} {quoted(column.header)} is {name}"


def _finish_import(plan: Plan, root: Path, how: How) -> int:
    files = count(len(plan.to_write), "file")
    if not plan.to_write:
        print("nothing to write")
    elif plan.proposed and not how.accept_ids:
        print("nothing was written: ids stay on posters for years, and some above are only proposals")
        print("    fix: write the ids you want into a column id, or agree to these with --write --accept-ids")
        return PROBLEMS if how.may_write else CLEAN
    elif how.may_write:
        write(plan, root)
        print(f"{files} written")
    else:
        print(f"this was a dry run, nothing was written; add --write to write {files}")
    return CLEAN


def export(path: Path, root: Path, today: date, fields: str, delimiter: str, may_replace: bool) -> int:
    """Writes everyone whose file is good into one table or JSON file."""
    leaves, reason = chosen(fields)
    if reason:
        raise CouldNotRun(reason, "write names of fields with commas between them, like name,town,contact.email")
    if path.suffix.lower() not in (".csv", ".tsv", ".json"):
        raise CouldNotRun(f"no table can be written to {path.as_posix()}", "give it a name that ends in .csv or .json")
    people, problems = good_people(_project(root), today)
    is_json = path.suffix.lower() == ".json"
    _write(path, json_text(people, leaves) if is_json else csv_text(people, leaves, delimiter), may_replace)
    print(f"{visible(path.as_posix())}: {count(len(people), 'person', 'people')} written")
    if not problems:
        return CLEAN
    return end(problems, "; whoever has an error is not in the table")


def show_due(root: Path, today: date, days: int, path: Path | None, may_replace: bool) -> int:
    """Who expires or needs confirming, as a table and, if wanted, as a file."""
    directory, problems = load(_project(root), today)
    rows = [one.cells(today) for one in due(directory, days)]
    for line in in_columns(HEADERS, rows) if rows else ():
        print(line)
    print(f"{count(len(rows), 'thing')} due up to {days} days after {today.isoformat()}")
    if path:
        _write(path, MARK + table_text([HEADERS, *rows]), may_replace)
        print(f"{visible(path.as_posix())} written")
    if not any(is_error(problem) for problem in problems):
        return CLEAN
    return end([one for one in problems if is_error(one)], "; whoever has an error is not looked at")


def new(root: Path, today: date, ask: Callable[[str], str], is_agreed: bool) -> int:
    """Asks for one person and writes the file."""
    interview = Interview(_project(root), today, ask, print)
    path = interview.person()
    text = person_yaml(interview.data)
    print(f"\n{path}\n\n{text}")
    problems = [problem for problem, _ in connection_problems({path: text.encode("utf-8")}, root, today)]
    tell(problems)
    if any(is_error(problem) for problem in problems):
        return end([], "; nothing was written", PROBLEMS)
    if not is_agreed and ask("Write this file? Type yes or no").strip().casefold() not in ("yes", "y"):
        print("nothing was written")
        return CLEAN
    apply({path: text.encode("utf-8")}, (), root)
    print(f"{path} written; look at it with: make serve")
    return CLEAN


def remove(id_: str, root: Path, ask: Callable[[str], str], is_agreed: bool) -> int:
    """Deletes one person's file after the id was typed again."""
    people = removing.find(id_, _project(root))
    if not people:
        raise CouldNotRun(removing.not_found(id_, root), "look the id up in the address of the page")
    for person in people:
        print(f"{visible(person.who) or 'a file that cannot be read'}\n  {person.source}")
    if not is_agreed and ask("To remove this person, type the id again").strip() != id_:
        print("that is not the id; nothing was removed")
        return PROBLEMS
    removing.remove(people)
    print("removed")
    for place in removing.mentions(id_, root):
        print(f"{place} still names the id")
    for line in removing.what_else([person.source for person in people]):
        print(line)
    return CLEAN


def _project(root: Path) -> Path:
    if (root / INSTRUCTORS).is_dir():
        return root
    why = f"there is no {INSTRUCTORS} in {visible(root.absolute().as_posix())}"
    raise CouldNotRun(why, "go to the folder of the project, or name it with --root")


def _existing(path: Path) -> Path:
    if path.is_file():
        return path
    what = "is a folder" if path.is_dir() else "is no ordinary file" if path.exists() else "is not there"
    raise CouldNotRun(f"{visible(path.as_posix())} {what}", "check the name of the file")


def _write(path: Path, text: str, may_replace: bool) -> None:
    """Never takes away a table that someone may have worked in."""
    if path.exists() and not may_replace:
        raise CouldNotRun(f"{visible(path.as_posix())} is there already", "choose another name, or add --replace")
    if not path.absolute().parent.is_dir():
        raise CouldNotRun(f"there is no folder {visible(path.parent.as_posix())}", "make the folder first")
    write_new(path, text)
