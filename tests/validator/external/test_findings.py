"""What an editor reads about an address of another site, at each line where it stands."""

from __future__ import annotations

import io
from datetime import date

import pytest
from validator.external import EXTERNAL_RULES, Kind, Use, Verdict, bar, problems, unchecked
from validator.rule import all_rules

OLD = "https://a.zoo/x"
PLACE = Use("docs/en/parents.md", 14, 23)

ROWS = [
    (Verdict(OLD, Kind.OK), ""),
    (Verdict("mailto:a@b.zoo", Kind.SKIPPED, "mailto: is no address of the web"), ""),
    (
        Verdict(OLD, Kind.DEAD, "it answers 404 (not found)", missed=date(2026, 11, 24)),
        'error E101 dead-address: "https://a.zoo/x" is dead: it answers 404 (not found), and was gone on 2026-11-24 too\n'
        "    fix: link to another page, or take the link out\n",
    ),
    (
        Verdict(OLD, Kind.SUSPECT, "there is no host of this name", missed=date(2026, 11, 25)),
        'warning E102 suspect-address: "https://a.zoo/x" seems to be gone: there is no host of this name\n'
        "    fix: look whether it is still there; it counts as dead if it is gone on another day too\n",
    ),
    (
        Verdict(OLD, Kind.MOVED, new="https://b.zoo/y"),
        'warning E103 moved-address: "https://a.zoo/x" has moved for good to "https://b.zoo/y"\n'
        "    fix: write https://b.zoo/y\n",
    ),
    (
        Verdict(OLD, Kind.MOVED, new="https://a.zoo/"),
        'warning E103 moved-address: "https://a.zoo/x" has moved for good to "https://a.zoo/", the start page\n'
        "    fix: look there for what the link was about\n",
    ),
    (
        Verdict("http://a.zoo", Kind.MOVED, new="https://a.zoo/"),
        'warning E103 moved-address: "http://a.zoo" has moved for good to "https://a.zoo/"\n'
        "    fix: write https://a.zoo/\n",
    ),
    (
        Verdict(OLD, Kind.MOVED, new="http://a.zoo/y", is_insecure=True),
        'warning E103 moved-address: "https://a.zoo/x" has moved for good to "http://a.zoo/y", which is not secure\n'
        "    fix: link to a page that stays with https\n"
        'warning E501 insecure-redirect: "https://a.zoo/x" is redirected from https to http, where others can read and change'
        " what is sent\n"
        "    fix: link to a page that stays with https\n",
    ),
    (
        Verdict(OLD, Kind.OK, is_insecure=True),
        'warning E501 insecure-redirect: "https://a.zoo/x" is redirected from https to http, where others can read and change'
        " what is sent\n"
        "    fix: link to a page that stays with https\n",
    ),
    (
        Verdict("http://10.0.0.1/", Kind.PRIVATE, "10.0.0.1 is a private address"),
        'warning E502 private-address: "http://10.0.0.1/" leads nowhere for readers: 10.0.0.1 is a private address, and was'
        " not contacted\n"
        "    fix: write the address that everyone can reach\n",
    ),
    (Verdict(OLD, Kind.UNSURE, "it answers 403"), ""),
]


@pytest.mark.parametrize(("verdict", "report"), ROWS, ids=[f"{row[0].kind} {row[0].new}" for row in ROWS])
def test_a_verdict_is_told_where_the_address_stands(verdict: Verdict, report: str) -> None:
    found = [f"{problem}\n" for problem in problems([verdict], {verdict.address: [PLACE]})]
    assert "".join(found).replace("docs/en/parents.md:14:23: ", "") == report


def test_every_place_is_told_with_the_address_as_it_stands_there() -> None:
    uses = {OLD: [Use("a.md", 1, 2), Use("b.html", 3, 4, "b.html", "//a.zoo/x")], "https://else.zoo/": [PLACE]}
    found = problems([Verdict(OLD, Kind.SUSPECT, "it answers 404")], uses)
    assert [(one.path, one.line, one.column, one.page, one.written) for one in found] == [
        ("a.md", 1, 2, "", OLD),
        ("b.html", 3, 4, "b.html", "//a.zoo/x"),
    ]


def test_what_nobody_can_tell_is_told_once_and_is_no_problem() -> None:
    uses = {OLD: [PLACE, Use("docs/en/index.md", 3, 1)], "https://b.zoo/": [PLACE]}
    verdicts = [
        Verdict(OLD, Kind.UNSURE, "it answers 403"),
        Verdict("https://b.zoo/", Kind.OK),
        Verdict("https://c.zoo/\x1b", Kind.UNSURE, "it answers 500\u202e"),
    ]
    assert list(problems(verdicts, uses)) == []
    assert list(unchecked(verdicts, uses)) == [
        '"https://a.zoo/x" (docs/en/index.md:3) could not be checked: it answers 403',
        '"https://c.zoo/\\u001b" could not be checked: it answers 500\\u202e',
    ]


def test_every_rule_has_its_own_name_and_code_and_says_what_it_is_about() -> None:
    levels = {rule.name: rule.level for rule in EXTERNAL_RULES}
    assert levels == {
        "dead-address": "error",
        "suspect-address": "warning",
        "moved-address": "warning",
        "insecure-redirect": "warning",
        "private-address": "warning",
    }
    assert len({rule.code for rule in EXTERNAL_RULES}) == len(EXTERNAL_RULES)
    known = {(rule.name, rule.code, rule.level) for rule in all_rules() if rule.kind == "external"}
    assert known == set(EXTERNAL_RULES)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "drawn"),
    [
        (io.StringIO(), ""),
        (
            Terminal(),
            "\r[##########..........] 1 of 2 addresses of other sites\x1b[K\r\x1b[K\r\x1b[K",
        ),
    ],
    ids=["a file", "a terminal"],
)
def test_progress_is_drawn_on_a_terminal_and_wiped_at_the_end(stream: io.StringIO, drawn: str) -> None:
    draw = bar(stream)
    for done in (1, 2, 2):
        draw(done, 2)
    assert stream.getvalue() == drawn
