"""How a page of Markdown is read: marks change nothing, places are right, and no page is too hostile."""

from __future__ import annotations

import re
import signal
import time
from contextlib import suppress
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from validator.finding import Place
from validator.parse.front_matter import front_matter_of
from validator.parse.markdown import MarkdownPage
from validator.parse.marks import without_marks
from validator.parse.prose import HIDDEN
from validator.parse.reader import Reader, UnreadableError

ROOT = Path(__file__).resolve().parents[2]
PLAIN = Reader(("toc", "tables", "fenced_code"), {})
EXTENSIONS = """toc tables attr_list md_in_html def_list footnotes admonition abbr wikilinks pymdownx.superfences
    pymdownx.highlight pymdownx.inlinehilite pymdownx.tabbed pymdownx.details pymdownx.tasklist pymdownx.magiclink
    pymdownx.keys pymdownx.critic pymdownx.arithmatex pymdownx.betterem pymdownx.caret pymdownx.mark pymdownx.tilde
    pymdownx.smartsymbols"""
RICH = Reader(
    tuple(EXTENSIONS.split()),
    {"toc": {"permalink": True}, "pymdownx.highlight": {"anchor_linenums": True}},
)


CONSTRUCTS = {
    "links": "[a](b.md) [a]( b.md ) [a](<b c.md> 't') [a](https://a.b/c) [a](<https://a.b/c>) [a](www.a.b) [a]() [a](\nb.md)",
    "references": "[a][b] [a] [b][] ![x][b] [a][c] \\[a][b]\n\n[b]: c.md\n[a]: <d.md> 't'\n[c]: https://a.b/\n",
    "addresses": "https://a.b/c. (https://a.b) www.a.b <https://a.b> <j@a.b> [https://a.b] *https://a.b* [https://a.b][]\n\n[https://a.b]: c",
    "headings": "# A\n\n#B\n\n## C ##\n\nD\n===\n\nE e\n---\n\n##\n\n> # F\n\n- # G\n\n<h2 id='i'>H</h2>\n\n# A\n",
    "footnotes": "a[^1][^2] (b)[^1]\n\n[^1]: > quoted\n\n    - list\n[^2]:\n    # Heading\n",
    "lists of tasks": "- [ ] a\n- [x] (b)\n- [ ] (c) [d](e.md)\n- [X] f\n",
    "boxes": "!!! note 'A [b](c.md)'\n    # d\n\n??? tip\n    e\n\n=== 'f'\n\n    g [h](i.md)\n",
    "HTML": "<div markdown='1'>\n# a [b](c.md)\n</div>\n\n<div>\n[a](b.md) <img src=x.png>\n</div>\n\n<a href='b'>c</a> <!-- [a](b) -->\n",
    "tables and definitions": "| [a](b.md) | [c][d] |\n| --- | --- |\n| `x` | https://a.b |\n\nTerm\n:   [e](f.md)\n\n*[HTML]: x\n\nHTML\n",
    "code": "`[a](b.md)`\n\n    # x\n    [a]: b\n\n```py title='href=x'\n# c\n[a](b.md)\n```\n",
    "marks of their own": "++ctrl+c++ {++a++} ~~b~~ ==c== $x[0](y)$ $$\n[a](b)\n$$\n[[Page]] [(a)](b.md){ #i .c } (a)[b] [a] (b)\n",
}


@pytest.mark.parametrize("text", CONSTRUCTS.values(), ids=CONSTRUCTS)
@pytest.mark.parametrize("reader", [PLAIN, RICH], ids=["plain", "rich"])
def test_marks_change_nothing_of_what_is_made(text: str, reader: Reader) -> None:
    page = page_of(f"Words.\n\n{text}", reader)
    assert page._marked[1]
    assert without_code(page.html) == without_code(reader.render(page.body))


def without_code(html: str) -> str:
    """HTML without marks, and without code, whose colours marks may change; mail addresses as letters."""
    return same_words(re.sub(r"<(code|pre)\b.*?</\1>", "", without_marks(unescape(html)), flags=re.DOTALL))


def page_of(text: str, reader: Reader = PLAIN) -> MarkdownPage:
    return MarkdownPage("docs/a.md", "a.md", "a/", text, reader)


def same_words(html: str) -> str:
    return " ".join(html.replace(' data-validator-written=""', "").split())


PIECES = st.sampled_from(
    [
        "[a](b.md)",
        "[a][b]",
        "[a][]",
        "[a]",
        "\n[b]: c.md\n",
        "\n\n# H\n\n",
        "\n\nS\n---\n\n",
        "![x](y.png)",
        "<h2>R</h2>",
        "https://www.who.int/x",
        "<https://a.example.org>",
        "<j@example.org>",
        "(t)[u.md]",
        "[t] (u.md)",
        "`c`",
        "**",
        "*",
        "\n- ",
        "\n    ",
        "\n> ",
        "\n\n",
        "[^1]",
        "\n[^1]: n\n",
        "[ ] ",
        "[x] ",
        "$x[0](y)$",
        "<div>",
        "</div>",
        "<a href=q>",
        "</a>",
        "{ #i }",
        "!!! note\n    ",
        "\n```\n",
        "++k++",
        "\\",
        "[",
        "](",
        ")",
        "w ",
        "*[HTML]: x",
        "[[Page]]",
        "<!-- ",
        " -->",
        "~~",
        "{++a++}",
        ":   d",
        "www.who.int",
        "[TOC]",
        "\n===\n",
        "&amp;",
    ]
)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.name)
@pytest.mark.parametrize("reader", [PLAIN, RICH], ids=["plain", "rich"])
def test_marks_change_nothing_of_our_own_pages(path: Path, reader: Reader) -> None:
    page = page_of(path.read_text(encoding="utf-8"), reader)
    assert same_words(without_marks(page.html)) == same_words(reader.render(page.body))


FOUND = [
    ("a link", "See [a](b.md).", ["b.md 1:9"]),
    ("an address in angle brackets, with a title", '[a](<b c.md> "t")', ["b c.md 1:6"]),
    ("a definition", "[a][x]\n\n[x]: b.md 't'\n", ["b.md 3:6"]),
    ("raw HTML", '<a class="x" href="b.md">a</a>', ["b.md 1:20"]),
    ("below front matter", "---\ntitle: x\n---\n\n[a](b.md)", ["b.md 5:5"]),
    ("a whole address in brackets", "<https://who.int/a>", ["https://who.int/a 1:2"]),
    ("in a list in a quotation", "> - one\n>     - [a](b.md)\n", ["b.md 2:13"]),
    ("an image in a link", "[![x](i.png)](b.md)", ["b.md 1:15", "i.png 1:7"]),
    ("nothing in code", "`[a](b.md)`\n\n    [a](b.md)\n\n```\n[a](b.md)\n```", []),
    ("nothing in a template", "<template><a href='b.md'>a</a></template>", []),
]


@pytest.mark.parametrize(("text", "found"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_links_are_found_at_the_place_of_their_address(text: str, found: list[str]) -> None:
    assert [f"{link.url} {link.place.line}:{link.place.column}" for link in page_of(text).links] == found


def test_headings_have_the_anchors_that_readers_get() -> None:
    page = page_of("# A *b* `c`\n\nSetext\n------\n\n## A\n\n## A\n\n<h3 id='raw'>R</h3>\n", PLAIN)
    assert [(one.level, one.text, one.id, one.place) for one in page.headings] == [
        (1, "A b c", "a-b-c", Place(1, 3)),
        (2, "Setext", "setext", Place(3, 1)),
        (2, "A", "a", Place(6, 4)),
        (2, "A", "a_1", Place(8, 4)),
        (3, "R", "raw", Place(10, 14)),
    ]


def test_running_text_leaves_out_code_images_links_and_formulas() -> None:
    page = page_of("One `code` [link](b.md) *two* ![i](j.png)\n\n- three $x$ https://www.who.int/\n", RICH)
    assert [run.text.strip() for run in page.runs if run.text.strip()] == [
        f"One {HIDDEN} {HIDDEN} two {HIDDEN}",
        f"three {HIDDEN} {HIDDEN}https://www.who.int/{HIDDEN}",
    ]


FRONT = [
    ("none", "# A\n", None),
    ("fields", "---\ntitle: x\n---\n# A\n", {"title": "x"}),
    ("ends in dots", "---\ntitle: x\n...\n# A\n", {"title": "x"}),
    ("empty", "---\n---\n# A\n", None),
    ("lines without dashes", "Title: x\nAuthor: y\n    z\n\n# A\n", {"title": "x", "author": "y"}),
    ("a line that divides", "# A\n\n---\n\nb: c\n\n---\n", None),
]


@pytest.mark.parametrize(("text", "values"), [case[1:] for case in FRONT], ids=[case[0] for case in FRONT])
def test_front_matter_is_what_mkdocs_takes_off(text: str, values: object) -> None:
    matter = front_matter_of(text)
    assert (matter.values if matter else None) == values
    assert "# A" in page_of(text).body


HOSTILE = {
    "open brackets": "[",
    "brackets that close": "[]",
    "images": "![",
    "links that never end": "[a](",
    "stars": "*a ",
    "underscores": "_a",
    "remarks that never end": "<!-- ",
    "boxes": "<div>",
    "boxes of Markdown": '<div markdown="1">',
    "quotations": "> ",
    "back quotes": "``a ",
    "less than": "<a ",
    "definitions": "[a]: b\n",
    "same headings": "# a\n\n",
    "reversed": "(a)[b]",
    "addresses": "https://a.b/",
    "table": "|a",
    "references": "[a][b]",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("reader", [PLAIN, RICH], ids=["plain", "rich"])
def test_a_hostile_page_is_read_or_refused_in_time_that_grows_with_its_length(
    piece: str, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("validator.parse.reader.SECONDS", 0.2)
    monkeypatch.setattr("validator.parse.reader.SECONDS_A_CHARACTER", 5e-6)
    text = piece * 2000
    started = time.process_time()
    page = page_of(text, reader)
    with suppress(UnreadableError):
        assert [slip for slip in page.slips("bare-address") if not slip.written] == []
    assert time.process_time() - started < 0.2 + 200e-6 * len(text)


def test_a_list_in_three_hundred_lists_is_refused_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validator.parse.reader.SECONDS", 0.2)
    monkeypatch.setattr("validator.parse.reader.SECONDS_A_CHARACTER", 1e-6)
    text = "\n".join("    " * depth + "- a" for depth in range(300))
    with pytest.raises(UnreadableError) as reason:
        assert page_of(text).html
    assert "nested too deeply" in str(reason.value) or "more time than" in str(reason.value)


def test_the_alarm_of_somebody_else_is_put_back() -> None:
    before = signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
    try:
        assert PLAIN.render("a") == "<p>a</p>"
        assert signal.getsignal(signal.SIGVTALRM) is signal.SIG_IGN
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGVTALRM, before)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_whatever_stands_on_a_page_has_a_place_on_it(text: str) -> None:
    page = page_of(text, RICH)
    places = [one.place for one in (*page.links, *page.headings, *page._slips)]
    lines = page.body.split("\n")
    assert [one for one in places if not (one.line <= len(lines) and one.column <= len(lines[one.line - 1]) + 1)] == []
    assert page.anchors >= {heading.id for heading in page.headings if heading.id}
