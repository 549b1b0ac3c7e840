"""A page's text, finished: safety box, list of contents, explained words, help numbers and drawings in their places."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from evidence.badges import badge
from markdown import markdown
from markupsafe import Markup

from pages import boxes, evidence_page
from pages.build import Build
from pages.citations import EVIDENCE, address, expand_citations
from pages.drawings import inline_drawings
from pages.front_matter import SafetyBox
from pages.glossary import Use, explain_terms

SECTIONS_WORTH_A_LIST: Final = 5
BOX_ID: Final = "safety-box"
_SOURCE_LINK: Final = re.compile(r'href="([^"#]+\.md)')


class Section(Protocol):
    """A section as the engine's table of contents has it."""

    id: str
    title: str

    @property
    def url(self) -> str: ...


def with_safety_box(build: Build, markdown: str, kind: SafetyBox, depth: int) -> str:
    """`markdown` of a page `depth` folders down, with the box its front matter asks for."""
    if kind is SafetyBox.NONE:
        return markdown
    text = boxes.relink(build.shared(f"safety-{kind}"), depth)
    return boxes.insert_before_first_section(markdown, build.components.draw("safety-box", text=Markup(text)))


def dress(build: Build, html: str, url: str, sections: Sequence[Section]) -> str:
    """`html` of the page at `url` (relative to the site) with everything drawn into it."""
    html = explain_terms(html, build.terms, lambda use: _term(build, use))
    html = expand_citations(html, lambda claim, text: _badge(build, claim, text, url))
    html = boxes.expand_marks(html, "help", lambda kind, title: _help(build, kind, title))
    if url == EVIDENCE:
        more = build.pages[evidence_page.SOURCE].references if evidence_page.SOURCE in build.pages else ()
        html = boxes.expand_marks(html, "evidence", lambda kind, _: evidence_page.draw(build, kind, more))
    own = [section for section in sections if section.id != BOX_ID]
    if len(own) >= SECTIONS_WORTH_A_LIST:
        html = boxes.insert_contents(html, build.components.draw("contents", sections=own))
    return inline_drawings(html, lambda address: build.drawing(posixpath.normpath(posixpath.join(url, address))))


def not_found(build: Build, addresses: Mapping[str, str]) -> str:
    """The words of the page for what is not there; `addresses` by source make its links right at any depth."""
    html = markdown(build.shared("not-found"))
    return _SOURCE_LINK.sub(lambda link: f'href="{addresses.get(link[1], link[1])}', html)


def _term(build: Build, use: Use) -> str:
    return build.components.draw("term", id=use.id, href=use.href, text=Markup(use.text), term=use.term)


def _badge(build: Build, name: str, text: str, url: str) -> str | None:
    claim = build.evidence.claims.get(name)
    if claim is None:
        return None
    found = badge(claim, text, build.evidence.vocabulary)
    drawn = build.components.draw("claim-badge", href=address(name, url), text=Markup(text), claim=claim, badge=found)
    return drawn.strip()


def _help(build: Build, kind: str, title: str) -> str:
    if kind == "contact":
        return build.components.draw("contact", title=title)
    here, others = build.chapter.own_help, build.chapter.other_help
    return build.components.draw("help-numbers", kind=kind, title=title, here=here, others=others)
