"""YAML that is broken, dangerous or has two meanings: the text beside the whole report."""

import time

import pytest
from records import Source, parse

REFUSED = [
    (
        "name: a\ntown: b\nname: c\n",
        'f.yml:3:1: error duplicate-key: "name" is written twice, here and on line 1; one would be lost\n'
        "    fix: delete this line or line 1",
    ),
    (
        "a: &x b\n",
        'f.yml:1:4: error anchor: "&x" names a value to repeat it; text that begins with "&" needs quotes\n'
        "    fix: delete &x, or put quotes round the value",
    ),
    (
        "a: *x\n",
        'f.yml:1:4: error alias: "*x" repeats a value from elsewhere; text that begins with "*" needs quotes\n'
        "    fix: write the value out, or '*x' if it is text",
    ),
    (
        "<<: {a: b}\n",
        'f.yml:1:1: error merge-key: "<<" copies fields from elsewhere, where nobody sees them\n    fix: write the fields out here',
    ),
    (
        "a: !!python/object/apply:os.system [id]\n",
        'f.yml:1:4: error tag: "tag:yaml.org,2002:python/object/apply:os.system" tells YAML to make something other than text of this value\n'
        "    fix: delete the word that begins with !, or put quotes round the value",
    ),
    (
        "a: b\n---\nc: d\n",
        'f.yml:2:1: error second-document: a second record begins here with "---", and a file holds one\n'
        "    fix: put it in a file of its own",
    ),
    (
        "%YAML 1.1\n---\na: b\n",
        'f.yml:1:1: error directive: a line that begins with "%" changes how YAML is read\n    fix: delete the line',
    ),
    (
        "? [a]\n: b\n",
        "f.yml:1:3: error complex-key: the name of a field is one word before a colon\n    fix: write name: value",
    ),
    (
        "[" * 5000,
        "f.yml:1:11: error too-deep: fields stand inside fields more than 10 times over\n    fix: write a flatter record",
    ),
    (
        "\tname: a\n",
        "f.yml:1:1: error tab-indent: this line is indented with a tab, which YAML does not allow\n"
        "    fix: put two spaces in place of the tab",
    ),
    (
        "about: Bring this: a towel\n",
        'f.yml:1:18: error colon-in-text: the text after "about" has ": " in it, so YAML cannot tell where a field begins\n'
        "    fix: write about: 'Bring this: a towel'",
    ),
    (
        "about: We meet\n  in the town: bring a towel\n",
        'f.yml:2:14: error colon-in-text: this line goes on with the text above, and its ": " after "in the town" looks like a new field\n'
        '    fix: put "|" after the name of the field and all of its text below, two spaces in',
    ),
    (
        "name: a\n  town: b\n",
        'f.yml:2:3: error wrong-indent: "town" is indented deeper than the field above it\n'
        "    fix: begin it in the same column as the field above",
    ),
    (
        "name: a\ntown:London\ncountry: GB\n",
        'f.yml:2:5: error missing-space: there is no space after ":", so YAML does not see a field here\n    fix: write town: London',
    ),
    (
        "town:London\n",
        'f.yml:1:1: error missing-space: there is no space after ":", so YAML does not see a field here\n    fix: write town: London',
    ),
    (
        "name: 'O'Brien'\n",
        "f.yml:1:10: error text-after-quote: the quote ' closes here, but the text goes on\n    fix: write name: \"O'Brien\"",
    ),
    (
        'name: "Zoë\ntown: b\n',
        'f.yml:1:7: error unclosed-quote: the quote " that begins here is never closed\n    fix: write " at the end of the value too',
    ),
    (
        "languages: [en, de\ntown: b\n",
        'f.yml:1:12: error unclosed-bracket: the "[" here is not closed with "]", or a comma is missing after it\n'
        '    fix: close it with "]" on the same line',
    ),
    (
        "email: @anna\n",
        'f.yml:1:8: error reserved-start: a value cannot begin with "@", which YAML keeps for itself\n    fix: write \'@anna\'',
    ),
    (
        "languages: - en\n",
        "f.yml:1:12: error wrong-indent: a list item cannot begin on the line of its field\n    fix: write - en on the next line",
    ),
    (
        'a: "\\q"\n',
        'f.yml:1:5: error unknown-escape: between double quotes, "\\" begins a code, and this code does not exist\n'
        '    fix: write "\\\\" for a backslash',
    ),
    (
        "a: b\nno field here\nc: d\n",
        'f.yml:2:1: error not-a-field: "no field here" is not of the form field: value\n'
        "    fix: indent it two spaces more if it goes on with the text above",
    ),
    (
        "just words\n",
        'f.yml:1:1: error not-a-field: "just words" is not of the form field: value\n    fix: write field: value',
    ),
    (
        "a: \u202ex\n",
        "f.yml:1:4: error hidden-character: a character that turns the direction of text round (\\u202e) stands here\n"
        "    fix: delete it; typing the text by hand helps",
    ),
    (
        'a: "\\u202ex"\n',
        "f.yml:1:4: error hidden-character: a character that turns the direction of text round (\\u202e) stands here\n"
        "    fix: delete it; typing the text by hand helps",
    ),
    (
        "a: b  # \u2066hidden\n",
        "f.yml:1:9: error hidden-character: a character that turns the direction of text round (\\u2066) stands here\n"
        "    fix: delete it; typing the text by hand helps",
    ),
    (
        "a: b\x85c\n",
        "f.yml:1:5: error control-character: a control character (\\u0085) stands here\n"
        "    fix: delete it; typing the text by hand helps",
    ),
    (
        "a: Zo\ufffd\n",
        "f.yml:1:6: error hidden-character: a mark left where a letter was lost (\\ufffd) stands here\n"
        "    fix: type the lost letter again",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "report"), REFUSED, ids=[text[:24] for text, _ in REFUSED])
def test_the_whole_report(text: str, report: str) -> None:
    _, problems = parse(Source("f.yml", text))
    assert "\n".join(map(str, problems)) == report


def test_all_refusals_of_a_file_come_in_one_run() -> None:
    _, problems = parse(Source("f.yml", "a: &x 1\nb: *x\na: 2\nc: !t 3\n<<: 4\n"))
    assert [(one.line, one.rule) for one in problems] == [
        (1, "anchor"),
        (2, "alias"),
        (3, "duplicate-key"),
        (4, "tag"),
        (5, "merge-key"),
    ]


def test_what_is_refused_is_not_in_the_record() -> None:
    record, _ = parse(Source("f.yml", "a: 1\na: 2\n<<: {b: 3}\nc: *x\n"))
    assert record is not None
    assert record.data == {"a": "1", "c": None}
    assert record.refused == {("",), ("c",)}


HOSTILE = {
    "brackets": "[" * 60_000,
    "braces": "a: " + "{" * 60_000,
    "dashes": "- " * 30_000,
    "questions": "? " * 30_000,
    "commas": "[" + "," * 60_000,
    "items": "[" + "a," * 30_000 + "]",
    "fields": "".join(f"a{number}: b\n" for number in range(6000)),
    "equal fields": "a: b\n" * 13_000,
    "aliases": "a: *x\n" * 10_000,
    "billion laughs": "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(300)),
    "merge keys": "a: &a {x: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(300)),
    "tags": "! " * 30_000,
    "quotes": "'" * 65_000,
    "open quote": 'a: "' + "x\n" * 30_000,
    "escapes": 'a: "' + "\\u202e" * 10_000 + '"',
    "bidi": "a: \u202e\n" * 9_000,
    "marks": "a: " + "\u0301" * 30_000,
    "piles": "a: " + ("o" + "\u0301" * 9) * 3_000,
    "joiners": "a: " + "\u200d" * 20_000,
    "one word": "a: " + "x" * 65_000,
    "colons": ":" * 65_000,
    "colon words": "a:" * 32_000,
    "spaces": " " * 65_000 + "x",
    "lines": "\n" * 65_000,
    "tabs": "\t" * 65_000,
    "comment": "#" * 65_000,
    "percent": "%" * 65_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_costs_no_more_than_a_blink(text: str) -> None:
    """50 ms of processor time each, measured best of three so that a busy computer does not fail it."""
    assert len(text) <= 80_000
    assert min(_seconds(text) for _ in range(3)) < 0.05


def _seconds(text: str) -> float:
    started = time.process_time()
    _, problems = parse(Source("f.yml", text))
    assert len(problems) <= 121
    return time.process_time() - started
