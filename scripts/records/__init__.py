"""YAML → values, each with its path, line and column; dangerous or ambiguous YAML is refused.

    source = read_source(path, root)             # Source | Problem; never raises
    record, problems = parse(source)             # Record | None, everything refused
    entry, more = judge(record, Model)           # instance | None, every reason at its place
    entry, record, problems = load_model(path, root, Model)      # all three; load_record(path, root): the first two

* ``Problem(path, line, column, rule, message, fix="", level="error")`` sorts by place; ``str(problem)`` is
  what a run prints.  ``quoted(text)`` and ``show(text)`` make a user's words safe to print.
* ``read_source(path, root, limit=64 * 1024)``: pass a larger limit for a file that holds many records.
* ``parse(source, first_line=1)``: front matter is ``Source(path, text_between_the_dashes)`` with
  ``first_line=2``; lines end in ``\\n``.  Look at the problems: a record can be given although parts of it
  were refused (``judge`` then reports what else is wrong and gives no instance).
* ``record.data`` is dicts, lists and texts: ``NO`` is "NO", ``0123`` is "0123", ``null`` is "null"; None only
  where nothing is written.
* ``record.place(("classes", 0, "start"))`` → ``(line, column)``; ``record.key_place(…)`` for the name of a
  field.
* ``Model``: a pydantic model with ``extra="forbid"`` and types from ``records.fields``: IsoDate, LocalTime,
  LocalDateTime, IanaZone, CountryCode, LanguageTag, CurrencyCode, HttpsUrl, WebUrl, Email, Phone, PersonName,
  Flag, Money, Km, ``Annotated[str, PlainText(600)]``, ``Annotated[int, Whole(1, 52)]``.  Enum, Literal, int,
  Decimal and tuple work too; put ``Annotated[tuple[X, ...], Few(20)]`` round a list that strangers may fill.
* ``judge(record, Model, context={"today": date})``: the context reaches validators as ``info.context``.
* Own rules: ``raise fault(rule, why, fix, at=("end",))`` in any pydantic validator; several with ``all_of``.
"""

from records.characters import show
from records.fault import all_of, fault
from records.judge import judge
from records.loading import load_model, load_record
from records.problem import Problem, quoted
from records.reader import Record, parse
from records.source import Source, read_source

__all__ = [
    "Problem",
    "Record",
    "Source",
    "all_of",
    "fault",
    "judge",
    "load_model",
    "load_record",
    "parse",
    "quoted",
    "read_source",
    "show",
]
