"""The parts that the build puts into a page: in which text, at which place, and when nothing is put."""

from __future__ import annotations

import pytest
from pages.boxes import expand_marks, insert_before_first_section, insert_contents, lost_mark, relink
from pages.chapter import contrast
from pages.drawings import inline_drawings
from pages.glossary import Term, explain_terms, read_glossary
from records.source import Source


def test_the_safety_box_stands_after_the_main_message_and_before_the_first_section() -> None:
    page = "# Title\n\nThe answer.\n\n## First\n\nText\n\n## Second\n"
    assert (
        insert_before_first_section(page, "BOX\n") == "# Title\n\nThe answer.\n\nBOX\n\n## First\n\nText\n\n## Second\n"
    )
    assert insert_before_first_section("# Title\n", "BOX") == "# Title\nBOX\n\n"


@pytest.mark.parametrize(
    ("depth", "link"),
    [(0, "[a](is-now.md#get-help)"), (1, "[a](../is-now.md#get-help)"), (2, "[a](../../is-now.md#get-help)")],
)
def test_links_of_shared_text_fit_the_page_they_are_put_into(depth: int, link: str) -> None:
    assert relink("[a](is-now.md#get-help)", depth) == link
    assert relink("[a](https://iaim.net/x.md) [b](#here)", depth) == "[a](https://iaim.net/x.md) [b](#here)"


def test_the_list_of_contents_follows_the_safety_box() -> None:
    assert (
        insert_contents("<p>a</p><aside>box</aside><h2>b</h2>", "LIST") == "<p>a</p><aside>box</aside>\nLIST<h2>b</h2>"
    )
    assert insert_contents("<p>a</p><h2>b</h2>", "LIST") == "<p>a</p>\nLIST<h2>b</h2>"
    assert insert_contents("<p>a</p>", "LIST") == "<p>a</p>"


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ('<p><a href="help:emergency">Numbers</a></p>', "emergency: Numbers"),
        ('<p><a href="help:low-mood">A &amp; B</a></p>', "low-mood: A & B"),
        ('<p><a href="help:other">Numbers</a></p>', '<p><a href="help:other">Numbers</a></p>'),
        ('<p>See <a href="help:emergency">x</a></p>', '<p>See <a href="help:emergency">x</a></p>'),
    ],
)
def test_a_help_link_alone_in_its_paragraph_is_drawn(html: str, drawn: str) -> None:
    assert expand_marks(html, "help", lambda kind, title: f"{kind}: {title}") == drawn


def test_a_help_link_that_was_left_over_is_found_in_the_source_and_not_in_code() -> None:
    html = '<p>See <a href="help:emergency">x</a></p>'
    markdown = "# T\n\n`[x](help:emergency)`\n\n```\n[x](help:emergency)\n```\n\nSee [x](help:emergency)\n"
    problem = lost_mark(html, Source("docs/en/page.md", markdown))
    assert str(problem).startswith("docs/en/page.md:9:8: error lost-help-link: this help: link does not stand alone")
    assert lost_mark("<p>all is well</p>", Source("docs/en/page.md", markdown)) is None


DRAWING = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d=""/></svg>\n'


@pytest.mark.parametrize(
    ("image", "drawn"),
    [
        (
            '<p><img alt="A &quot;calm&quot; baby" src="../art/cue-yes.svg" /></p>',
            '<span class="drawing drawing--cue-yes drawing--small"><svg role="img" aria-label="A &quot;calm&quot; baby"'
            ' xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d=""/></svg></span>',
        ),
        (
            '<p><img alt="" src="art/hero.svg" /></p>',
            '<span class="drawing drawing--hero"><svg aria-hidden="true" focusable="false"'
            ' xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d=""/></svg></span>',
        ),
        ('<p><img alt="x" src="photo.jpg" /></p>', '<p><img alt="x" src="photo.jpg" /></p>'),
    ],
)
def test_a_drawing_is_inlined_with_its_alternative(image: str, drawn: str) -> None:
    assert inline_drawings(image, lambda address: DRAWING if address.endswith(".svg") else None) == drawn


GLOSSARY = """# Words

## Cues { #cues }

Small signs, like **looking away**. See [states](#states).

## Next step { #next-step }

- [Home](index.md)
"""


def test_a_term_is_its_heading_and_the_paragraph_under_it() -> None:
    assert read_glossary(GLOSSARY) == {"cues": Term("cues", "Cues", "Small signs, like looking away. See states.")}


def test_a_word_is_explained_at_its_first_use_only() -> None:
    html = '<a href="../glossary/#cues">cues</a> <a href="../glossary/#cues">them</a> <a href="../glossary/#no">no</a>'
    drawn = explain_terms(html, read_glossary(GLOSSARY), lambda use: f"[{use.id} {use.text}: {use.term.name}]")
    assert drawn == '[term-1 cues: Cues] <a href="../glossary/#cues">them</a> <a href="../glossary/#no">no</a>'


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_the_one_of_the_accessibility_guidelines(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio
