"""One person more and one person less."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from directory.exchange.questions import CLASS, PERSON

Run = Callable[..., Any]
Tree = Callable[[], dict[str, bytes]]

NAME = "docs/data/instructors/gb/zoe-muller-leeds.yml"

SHORT = {
    "name": "Zoë Müller",
    "title": "CIMI",
    "certified_by": "iaim-uk",
    "certified_on": "2024-03-12",
    "consent_on": "2026-03-12",
    "verified_on": "2026-11-01",
    "country": "GB",
    "town": "Leeds",
    "languages": "en, de",
    "formats": "group|online",
}


def answers(given: dict[str, str], *after: str) -> str:
    """One line for each question that is asked; empty where nothing is given."""
    lines = []
    for question in PERSON:
        if question.only_with == "price" and "price.from" not in given:
            continue
        if question.only_with == "contact" and not any(name.startswith("contact.") for name in given):
            continue
        lines.append(given.get(".".join(map(str, question.path)), ""))
    return "\n".join([*lines, *after, ""])


def test_the_fewest_answers_make_a_file(project: Path, run: Run) -> None:
    ran = run("new", stdin=answers(SHORT, "", "", "yes"))
    assert ran.code == 0
    assert ran.prints.endswith(f"{NAME} written; look at it with: make serve\n")
    assert (project / NAME).read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schemas/instructor.json\n"
        "name: Zoë Müller\n"
        "title: CIMI\n"
        "certified_by: iaim-uk\n"
        "certified_on: 2024-03-12\n"
        "verified_on: 2026-11-01\n"
        "consent_on: 2026-03-12\n"
        "country: GB\n"
        "town: Leeds\n"
        "languages: [en, de]\n"
        "formats: [group, online]\n"
    )
    assert run("check") == (0, "0 errors in 5 listed people\n")


def test_all_answers_make_a_file_with_everything(project: Path, run: Run) -> None:
    more = {
        "price.from": "60",
        "price.currency": "GBP",
        "contact.phone": "+44 113 496 0999",
        "contact.show": "phone",
        "about": "Quiet: few people.",
    }
    classes = ["Evenings", "Europe/London", "2027-01-12 18:30", "2027-01-12 19:30", "5", "Library", ""]
    online = ["Online", "Europe/London", "2027-01-13 18:30", "2027-01-13 19:30", "", "", "https://zoe.example/"]
    ran = run("new", "--yes", stdin=answers({**SHORT, **more}, *classes, *online, "", "zoe-the-second"))
    assert ran.code == 0, ran.prints
    text = (project / "docs/data/instructors/gb/zoe-the-second.yml").read_text("utf-8")
    assert text.split("formats: [group, online]\n")[1] == (
        "price:\n"
        "  from: 60\n"
        "  currency: GBP\n"
        "contact:\n"
        "  phone: +44 113 496 0999\n"
        "  show: [phone]\n"
        "classes:\n"
        "  - title: Evenings\n"
        "    start: 2027-01-12 18:30\n"
        "    end: 2027-01-12 19:30\n"
        "    time_zone: Europe/London\n"
        "    weeks: 5\n"
        "    place: Library\n"
        "  - title: Online\n"
        "    start: 2027-01-13 18:30\n"
        "    end: 2027-01-13 19:30\n"
        "    time_zone: Europe/London\n"
        "    online: true\n"
        "    booking: https://zoe.example/\n"
        "about: >-\n"
        "  Quiet: few people.\n"
    )


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        (
            "name",
            "",
            "  an answer is needed here: every entry has it\n  fix: write it, or stop with Ctrl-C and ask first\n",
        ),
        ("name", "12", '  name is "12": a name has at least one letter\n  fix: write the name as the person does\n'),
        (
            "certified_by",
            "iaimuk",
            '  certified_by is "iaimuk": organisations.yml has none with this id\n  fix: write iaim-uk\n',
        ),
        (
            "certified_on",
            "12/03/2024",
            '  certified_on is "12/03/2024": a date is written year-month-day\n  fix: write 2026-03-12, for 12 March 2026\n',
        ),
        (
            "valid_until",
            "2020-01-01",
            '  valid_until is "2020-01-01": a certificate of 2024-03-12 cannot have ended before that day\n  fix: write 2024-03-12 or a later day\n',
        ),
        (
            "country",
            "UK",
            '  country is "UK": a country is written with its two capital letters of ISO 3166\n  fix: write GB\n',
        ),
        (
            "formats",
            "grup",
            '  formats has "grup": only these can stand here: group, one-to-one, home-visit, online, hospital\n  fix: write group\n',
        ),
        (
            "contact.phone",
            "0113 496 0999",
            '  phone is "0113 496 0999": a number that can be called from everywhere is +, country, number\n  fix: put + and the code of the country in place of the first 0, like +44 1632 960123\n',
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_asked_for_again(run: Run, field: str, wrong: str, said: str) -> None:
    """The right answer, or none where none is needed, follows on the next line."""
    right = {**SHORT, field: f"{wrong}\n{SHORT.get(field, '')}"}
    ran = run("new", "--yes", stdin=answers(right, "", "", ""))
    assert said in ran.prints
    assert ran.code == 0, ran.prints


def test_an_id_is_agreed_to_and_never_taken_twice(run: Run) -> None:
    given = {**SHORT, "name": "Maria García", "town": "London"}
    ran = run("new", "--yes", stdin=answers(given, "", "maria-garcia-london", "con", "x y", ""))
    assert ran.code == 0
    assert "Maria García, London is listed already, as maria-garcia-london and maria-garcia-london-2" in ran.prints
    assert '"maria-garcia-london" is another person\'s' in ran.prints
    assert 'id is "con", which is taken' in ran.prints
    assert 'id is "x y": it becomes an address' in ran.prints
    assert "gb/maria-garcia-london-3.yml written" in ran.prints


def test_answers_that_end_too_early_write_nothing(run: Run, tree: Tree) -> None:
    before = tree()
    for stdin in ("", "Zoë\n", answers(SHORT, "", "", "no")):
        ran = run("new", stdin=stdin)
        assert "nothing was" in ran.prints
        assert ran.code == (0 if "no" in stdin else 2)
    assert tree() == before


def test_the_questions_cover_what_an_entry_must_have() -> None:
    needed = {question.path[0] for question in PERSON if question.is_needed}
    assert needed >= {"name", "title", "certified_by", "certified_on", "verified_on", "consent_on"}
    assert needed >= {"country", "town", "languages", "formats"}
    assert {"title", "start", "end", "time_zone"} <= {str(question.path[0]) for question in CLASS}


def test_a_removed_person_leaves_no_trace(project: Path, run: Run, tree: Tree) -> None:
    before = tree()
    (project / "docs/data/published.txt").write_text("/instructors/narges-rahimzadeh-shiraz/\n", "utf-8")
    ran = run("remove", "narges-rahimzadeh-shiraz", stdin="narges-rahimzadeh-shiraz\n")
    assert ran == (
        0,
        "نرگس رحیم‌زاده, شیراز\n"
        "  docs/data/instructors/ir/narges-rahimzadeh-shiraz.yml\n"
        "To remove this person, type the id again\n"
        "> removed\n"
        "docs/data/published.txt:1 still names the id\n"
        "Now build the site again (make site) and publish it: only then does the page go.\n"
        "Also delete exported tables and printed lists that hold this person.\n"
        "The history of the repository keeps the old versions of the file. To take them out of it as well:\n"
        "    git filter-repo --path docs/data/instructors/ir/narges-rahimzadeh-shiraz.yml --invert-paths\n"
        "That writes the history anew: everyone must clone again, and the server must be told to drop its caches.\n"
        "Copies that others have made (forks, clones, web archives, search engines) are beyond its reach.\n",
    )
    (project / "docs/data/published.txt").unlink()
    after = tree()
    assert set(before) - set(after) == {"docs/data/instructors/ir/narges-rahimzadeh-shiraz.yml"}
    assert all(before[path] == data for path, data in after.items())
    assert not (project / "docs/data/instructors/ir").exists()
    gone = before["docs/data/instructors/ir/narges-rahimzadeh-shiraz.yml"].decode("utf-8")
    name = next(line.removeprefix("name: ") for line in gone.splitlines() if line.startswith("name: "))
    assert not any(name.encode("utf-8") in data or b"narges" in data for data in after.values())


def test_removing_one_of_two_namesakes_leaves_the_other(run: Run, tree: Tree) -> None:
    ran = run("remove", "maria-garcia-london", "--yes")
    assert ran.code == 0
    assert "still names" not in ran.prints
    assert "docs/data/instructors/gb/maria-garcia-london-2.yml" in tree()


def test_a_wrong_word_or_an_unknown_id_removes_nobody(run: Run, tree: Tree) -> None:
    before = tree()
    assert run("remove", "maria-garcia-london", stdin="yes\n").code == 1
    assert run("remove", "../gb/maria-garcia-london", "--yes").code == 2
    assert run("remove", "maria-garcia-lodnon", "--yes") == (
        2,
        'nobody has the id "maria-garcia-lodnon"; did you mean maria-garcia-london?\n'
        "    fix: look the id up in the address of the page\n",
    )
    assert tree() == before


def test_a_file_that_cannot_be_read_can_be_removed(project: Path, run: Run) -> None:
    (project / "docs/data/instructors/gb/broken.yml").write_bytes(b"\xff")
    assert run("remove", "broken", "--yes").prints.startswith("a file that cannot be read\n")
    assert not (project / "docs/data/instructors/gb/broken.yml").exists()
