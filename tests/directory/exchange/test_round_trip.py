"""import(export(x)) = x, for people whose every field is as awkward as the model allows."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from directory import guard
from directory.exchange.columns import Wishes, columns
from directory.exchange.exporting import chosen, csv_text
from directory.exchange.importing import plan_import, write
from directory.exchange.people import everyone
from directory.exchange.table import DELIMITERS, Table, read_table
from directory.exchange.yaml_edit import edited
from directory.exchange.yaml_writer import SCHEMA_COMMENT, person_yaml
from directory.load import load
from directory.model import Entry
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from records import Source, judge, parse
from records.names import PlainText, person_name

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)

HOSTILE = (
    '=HYPERLINK("http://e","x")',
    "=cmd|'/c calc'!A1",
    "+44 bells",
    "-2+3 x",
    "@SUM(a1)",
    "\t=a1",
    "＝1a",
    "'t Hart",
    "''quoted''",
    "'=a1",
    "O'Brien",
    '"Zoë"',
    "a, b; c",
    "a: b",
    "a #b",
    "# a",
    "- a",
    "? a",
    "[a",
    "{a}",
    "&a b",
    "*a",
    "!a b",
    "%a",
    "`a`",
    "> a",
    "| a",
    "NO",
    "null",
    "~a",
    "a:",
    "true",
    "TRUE",
    "01067",
    "1067.0",
    "1E5",
    "12/03/2026",
    "2026-03-12",
    "0x1F",
    "1_000",
    ".nan",
    "\\n a",
    "<script>window.__pwned=1</script>",
    "{{ a }}",
    "--- a",
    "د. محمد",
    "رحیم‌زاده",
    "李娜",
    "Nguyễn Thị Ánh",
    "👩‍👩‍👧 family",
    "a  b",
    " a",
    "a ",
    "a\u00a0b",
    "\u00a0a\u00a0",
    "'a '",
    "a\tb",
)


def _fits(check: Any, text: str) -> bool:
    try:
        check(text)
    except Exception:
        return False
    return True


def words(most: int, lines: bool = False) -> st.SearchStrategy[str]:
    """Whatever ``PlainText`` takes."""
    alphabet = st.one_of(st.sampled_from("'\"=+-@|,;:#&*!%>?[]{}\\ \t\u00a0" + "\n" * lines), st.characters())
    texts = st.one_of(st.sampled_from(HOSTILE), st.text(alphabet, min_size=1, max_size=40))
    if lines:
        texts = st.one_of(texts, st.lists(st.sampled_from((*HOSTILE, "", "a")), max_size=4).map("\n".join))
    return texts.filter(lambda text: _fits(PlainText(most, lines).check, text))


names = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=30)).filter(
    lambda one: _fits(person_name, one)
)
days = st.dates(date(2000, 1, 1), TODAY).map(date.isoformat)
urls = st.sampled_from(["https://example.org/", "https://a.example/?q=+1&x=@", "https://x.example/=1#'"])
emails = st.sampled_from(["anna@example.org", "+a@example.org", "-a.b@example.org", "'a@x.example", "%a@a.example"])
phones = st.sampled_from(["+44 1632 960123", "+441632960123", "+1 202 555 0100"])
numbers = st.sampled_from(["0", "00", "12", "12.5", "12.50", "60.0", "0012", "0.10"])


def some(values: list[str], least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=least, unique=True)


def optional(needed: dict[str, Any], **free: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=free)


def _with_end(data: dict[str, Any], start: date, minutes: int) -> dict[str, Any]:
    hour, minute = divmod(600 + minutes, 60)
    moments = {"start": f"{start} 10:00", "end": f"{start} {hour:02}:{minute:02}"}
    return {**data, **moments, **({"online": "true"} if "place" not in data else {})}


courses = st.builds(
    _with_end,
    optional(
        {"title": words(100), "time_zone": st.sampled_from(["Asia/Tokyo", "Africa/Lagos"])},
        weeks=st.sampled_from(["1", "5", "05", "52"]),
        place=words(160),
        status=st.sampled_from(["open", "few-places", "full", "cancelled"]),
        booking=urls,
    ),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(1, 700),
)
contacts = optional(
    {}, website=urls, phone=phones, email=emails, show=some(["website", "phone", "email"], least=1)
).filter(bool)
prices = st.one_of(
    st.just("ask"), optional({"from": numbers, "currency": st.sampled_from(["EUR", "XAF"])}, free_places=numbers)
)
entries = optional(
    {
        "name": names,
        "title": st.sampled_from(["CIMI", "Kursleiterin DGBM"]),
        "certified_by": st.sampled_from(["iaim", "iaim-uk", "dgbm"]),
        "certified_on": days,
        "verified_on": days,
        "consent_on": days,
        "country": st.sampled_from(["NO", "DE", "IR", "CN", "JP"]),
        "town": words(80),
        "languages": some(["en", "nb", "zh-Hant", "pt-BR", "bfi"], least=1),
        "formats": some(["group", "online", "home-visit"], least=1),
    },
    sample=st.just("false"),
    pronouns=words(40),
    valid_until=st.dates(TODAY, date(2099, 1, 1)).map(date.isoformat),
    region=words(80),
    postcode_area=st.one_of(st.sampled_from(["0123", "01067", "10.0", "1E5", "-1", "'1"]), words(12)),
    coordinates=st.sampled_from([{"lat": "-0.1", "lon": "00.50"}, {"lat": "51.50", "lon": "-3.00"}]),
    travel_km=st.sampled_from(["0", "007", "500"]),
    special=some(["preterm", "twins"], least=1),
    access=some(["quiet", "step-free"], least=1),
    price=prices,
    contact=contacts,
    classes=st.lists(courses, min_size=1, max_size=3),
    about=words(600, lines=True),
)


def is_valid(data: dict[str, Any]) -> bool:
    """Whether a file that says this is read without a word."""
    record, problems = parse(Source("", person_yaml(data)))
    return record is not None and not problems and judge(record, Entry, {"today": TODAY})[0] is not None


people = st.lists(entries.filter(is_valid), min_size=1, max_size=3)


@contextmanager
def project(texts: dict[str, bytes]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(HERE / "project", root)
        shutil.rmtree(root / "docs/data/instructors")
        for path, data in {"docs/data/instructors/.keep": b"", **texts}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        yield root


def files(found: list[dict[str, Any]]) -> dict[str, bytes]:
    return {
        f"docs/data/instructors/{one['country'].lower()}/{'-' * (number == 2)}person-{number}.yml": person_yaml(
            one
        ).encode()
        for number, one in enumerate(found)
    }


def table_of(text: str, root: Path, name: str = "members.csv") -> Table:
    (root / name).write_bytes(text.encode("utf-8"))
    table = read_table(root / name)
    assert isinstance(table, Table), table
    return table


def planned(table: Table, root: Path) -> Any:
    read, problems = columns(table, Wishes())
    assert not problems
    return plan_import(table, read, root, TODAY, None)


MANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@MANY
@given(people, st.sampled_from(list(DELIMITERS.values())))
def test_an_import_of_an_export_changes_nothing(found: list[dict[str, Any]], delimiter: str) -> None:
    with project(files(found)) as root:
        listed = everyone(root)
        text = csv_text(listed, chosen("")[0], delimiter)
        table = table_of(text, root)
        assert not any(str(cell).startswith(tuple(guard.FORMULA_STARTS)) for _, row in table.rows for cell in row)
        plan = planned(table, root)
        assert [change.is_unchanged for change in plan.changes] == [True] * len(found)
        assert not plan.absent


@MANY
@given(people)
def test_an_import_of_an_export_makes_the_same_files_again(found: list[dict[str, Any]]) -> None:
    with project(files(found)) as root, project({}) as empty:
        plan = planned(table_of(csv_text(everyone(root), chosen("")[0]), empty), empty)
        assert [str(problem) for problem in plan.problems if problem.level == "error"] == []
        write(plan, empty)
        again = {person.id: person.data for person in everyone(empty)}
        assert again == {person.id: person.data for person in everyone(root)}
        assert load(empty, TODAY)[0].by_id.keys() == load(root, TODAY)[0].by_id.keys()


@MANY
@given(people)
def test_a_workbook_with_the_same_cells_says_the_same(found: list[dict[str, Any]]) -> None:
    with project(files(found)) as root:
        table = table_of(csv_text(everyone(root), chosen("")[0]), root)
        book = Workbook()
        for row in (table.headers, *(cells for _, cells in table.rows)):
            book.active.append([str(cell) for cell in row])
        book.save(root / "members.xlsx")
        read = read_table(root / "members.xlsx")
        assert isinstance(read, Table), read
        assert all(change.is_unchanged for change in planned(read, root).changes)


@MANY
@given(entries.filter(is_valid))
def test_a_written_file_says_what_was_to_be_written(data: dict[str, Any]) -> None:
    text = person_yaml(data)
    record, problems = parse(Source("", text))
    assert record
    assert (record.data, problems) == (data, [])
    assert text.startswith(SCHEMA_COMMENT)


@MANY
@given(
    entries.filter(is_valid),
    entries.filter(is_valid),
    st.randoms(use_true_random=False),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_changed_file_keeps_its_comments(old: dict[str, Any], new: dict[str, Any], random: Any, newline: str) -> None:
    """The comments stand on lines of their own and behind values, wherever YAML allows them."""
    lines = [line for one in person_yaml(old).splitlines() for line in _commented(one, random)]
    text = newline.join(lines) + newline
    record, _ = parse(Source("", text.replace(newline, "\n")))
    assume(record is not None and record.data == old)
    result = edited(text, new)
    changed, problems = parse(Source("", result.replace(newline, "\n")))
    assert changed
    assert (changed.data, problems) == (new, [])
    assert sorted(_comments(result)) == sorted(_comments(text))
    assert ("\r" in result) == (newline == "\r\n")


def _commented(line: str, random: Any) -> list[str]:
    """The line, in another form of the same, with comments where they may stand."""
    if (found := re.fullmatch(r"( *)(\w+): \[(.*)\]", line)) and random.random() < 0.3:
        items = [f"{found[1]}  - {word}{_note(random, 'c')}" for word in found[3].split(", ")]
        return [f"{found[1]}{found[2]}:{_note(random, 'b')}", *items]
    indent = line[: len(line) - len(line.lstrip(" "))]
    before = [f"{indent}{_note(random, 'a')}"] if line.strip() else []
    behind = _note(random, "b") if line.rstrip().endswith((":", ">-", "]", "CIMI")) else ""
    return [one for one in (*before, line + behind) if one.strip() or one == line]


def _note(random: Any, kind: str) -> str:
    return f"   # note {random.randrange(10**9)}{kind}" if random.random() < 0.2 else ""


def _comments(text: str) -> list[str]:
    return [line.split("# note ")[-1].rstrip() for line in text.splitlines() if "# note " in line]


@given(entries.filter(is_valid))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_that_says_the_same_keeps_every_byte(data: dict[str, Any]) -> None:
    text = person_yaml(data)
    assert edited(text, data) == text
