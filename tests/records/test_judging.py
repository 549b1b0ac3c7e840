"""A record and a model: the whole report, each problem at its place with a fix."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    RootModel,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)
from records import Source, all_of, fault, judge, parse
from records.fields import CountryCode, Few, IsoDate, LanguageTag, PersonName


class Colour(StrEnum):
    RED = "red"
    DARK_BLUE = "dark-blue"


class Meeting(BaseModel):
    model_config = ConfigDict(extra="forbid")
    start: IsoDate
    end: IsoDate | None = None

    @field_validator("end")
    @classmethod
    def _order(cls, value: date | None, info: ValidationInfo) -> date | None:
        if value and "start" in info.data and value < info.data["start"]:
            raise fault("dates-out-of-order", "it ends before it begins", "write a later day")
        return value


class Cost(BaseModel):
    model_config = ConfigDict(extra="forbid")
    amount: int = Field(alias="from")


class Person(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: PersonName
    country: CountryCode
    languages: Annotated[tuple[LanguageTag, ...], Field(min_length=1), Few(3)] = ("en",)
    colour: Colour = Colour.RED
    kind: Literal["a", "b"] = "a"
    age: int = 0
    nick: str = Field("", max_length=3)
    classes: tuple[Meeting, ...] = ()
    cost: Annotated[
        Annotated[Cost, Tag("<cost>")] | Annotated[Literal["ask"], Tag("<ask>")],
        Discriminator(lambda value: "<ask>" if isinstance(value, str) else "<cost>"),
    ] = "ask"


def report(text: str, model: type[BaseModel] = Person) -> str:
    record, problems = parse(Source("f.yml", text))
    assert record is not None
    instance, more = judge(record, model)
    assert (instance is None) == bool(problems or more)
    return "\n".join(map(str, sorted(problems + more)))


def test_a_good_record_is_silent() -> None:
    assert (
        report("name: Zoë\ncountry: NO\nlanguages: [nb, en]\nclasses:\n  - start: 2026-03-12\ncost:\n  from: 3\n") == ""
    )


def test_every_problem_of_a_record_in_one_run() -> None:
    text = """\
nmae: Zoë
country: Norway
languages: [nb, english]
colour: drak-blue
kind: c
age: ten
nick: Zozo
classes:
  - start: 2026-02-30
    ende: 2026-03-01
  - end: 2026-03-01
cost:
  from: some
"""
    assert (
        report(text)
        == """\
f.yml:1:1: error missing-field: there is no "name", and every record needs it
    fix: add name: and its value
f.yml:1:1: error unknown-field: "nmae" is not a field here, so nothing would show it
    fix: write name
f.yml:2:10: error not-a-country: country is "Norway": a country is written with its two capital letters of ISO 3166
    fix: write NO
f.yml:3:17: error not-a-language: languages has "english": a language is written with its code of BCP 47
    fix: write en
f.yml:4:9: error not-a-choice: colour is "drak-blue": only these can stand here: red, dark-blue
    fix: write dark-blue
f.yml:5:7: error not-a-choice: kind is "c": only these can stand here: a, b
    fix: write one of them
f.yml:6:6: error not-a-number: age is "ten": a whole number belongs here
    fix: write digits only, like 12
f.yml:7:7: error too-long: nick is "Zozo": at most 3 characters fit here
    fix: shorten it to 3 characters
f.yml:9:12: error not-a-date: start is "2026-02-30": that month has the days 01 to 28
    fix: write 2026-02-28 if you mean its last day
f.yml:10:5: error unknown-field: "ende" is not a field here, so nothing would show it
    fix: write end
f.yml:11:5: error missing-field: there is no "start", and every record needs it
    fix: add start: and its value
f.yml:13:9: error not-a-number: from is "some": a whole number belongs here
    fix: write digits only, like 12"""
    )


def test_wrong_kinds_of_value() -> None:
    text = "name: [a]\ncountry:\nlanguages: en\nclasses: x\ncost: [1]\n"
    assert (
        report(text)
        == """\
f.yml:1:7: error wrong-kind: name: one value belongs here, and a list is written
    fix: write one value after the colon
f.yml:2:1: error no-value: country: nothing is written here
    fix: write a value after the colon, or delete the line
f.yml:3:12: error wrong-kind: languages is "en": a list belongs here
    fix: write each item on a line of its own after "- "
f.yml:4:10: error wrong-kind: classes is "x": a list belongs here
    fix: write each item on a line of its own after "- "
f.yml:5:7: error wrong-kind: cost: fields of its own belong here
    fix: write them below, each on a line, two spaces in"""
    )


def test_lists_that_are_empty_or_too_long() -> None:
    assert report("name: a\ncountry: NO\nlanguages: []\n") == (
        "f.yml:3:12: error too-few: languages: at least 1 belongs in this list\n"
        '    fix: add a line that begins with "- "'
    )
    assert report("name: a\ncountry: NO\nlanguages: [x1, x2, x3, x4]\n") == (
        "f.yml:3:12: error too-many: languages: 4 items are written, and at most 3 are shown\n    fix: keep the first 3"
    )


def test_a_rule_between_fields_points_at_the_later_one() -> None:
    assert report("name: a\ncountry: NO\nclasses:\n  - start: 2026-03-12\n    end: 2026-03-11\n") == (
        'f.yml:5:10: error dates-out-of-order: end is "2026-03-11": it ends before it begins\n    fix: write a later day'
    )


def test_several_faults_of_one_rule_each_stand_at_their_place() -> None:
    class Numbers(BaseModel):
        numbers: tuple[int, ...]

        @model_validator(mode="after")
        def _even(self) -> "Numbers":
            odd = [index for index, number in enumerate(self.numbers) if number % 2]
            if odd:
                raise all_of([fault("odd", "it is odd", "write 2", at=("numbers", one)) for one in odd], self)
            return self

    assert report("numbers:\n  - 1\n  - 2\n  - 3\n", Numbers) == (
        "f.yml:2:5: error odd: numbers: it is odd\n    fix: write 2\nf.yml:4:5: error odd: numbers: it is odd\n    fix: write 2"
    )


def test_what_the_reader_refused_is_reported_once_and_makes_no_instance() -> None:
    assert report("name: a\ncountry: &x Norway\n") == (
        'f.yml:2:10: error anchor: "&x" names a value to repeat it; text that begins with "&" needs quotes\n'
        "    fix: delete &x, or put quotes round the value"
    )
    assert report("name: a\nname: b\ncountry: NO\n").startswith("f.yml:2:1: error duplicate-key")


def test_what_merging_might_have_supplied_is_not_called_missing() -> None:
    assert [line.split()[2] for line in report("<<: {name: a}\ncountry: NO\n").split("\n")[::2]] == ["merge-key:"]


def test_hostile_words_are_shown_escaped_and_cut() -> None:
    record, _ = parse(Source("f.yml", f'name: a\ncountry: "{"x" * 99}"\n"a\\tb": c\n'))
    assert record is not None
    _, problems = judge(record, Person)
    assert str(problems[0]).startswith(f'f.yml:2:10: error not-a-country: country is "{"x" * 59}…": ')
    assert str(problems[1]).startswith('f.yml:3:1: error unknown-field: "a\\tb" is not a field here')


def test_thousands_of_faults_are_told_as_one_hundred() -> None:
    record, _ = parse(Source("f.yml", "".join(f"field{number}: x\n" for number in range(4000))))
    assert record is not None
    _, problems = judge(record, Person)
    assert len(problems) == 100


def test_the_context_reaches_the_model() -> None:
    class Dated(BaseModel):
        day: IsoDate

        @field_validator("day")
        @classmethod
        def _past(cls, value: date, info: ValidationInfo) -> date:
            assert info.context == {"today": date(2026, 11, 23)}
            return value

    record, _ = parse(Source("f.yml", "day: 2026-01-01\n"))
    assert record is not None
    assert judge(record, Dated, {"today": date(2026, 11, 23)}) == (Dated.model_construct(day=date(2026, 1, 1)), [])


def test_in_a_file_of_entries_by_name_a_wrong_field_names_the_one_that_was_meant() -> None:
    class People(RootModel[dict[str, Person]]):
        pass

    record, _ = parse(Source("f.yml", "anna:\n  nmae: Anna\n"))
    assert record is not None
    problems = judge(record, People)[1]
    assert "f.yml:2:3: error unknown-field" in str(problems[-1])
    assert str(problems[-1]).endswith("fix: write name")
