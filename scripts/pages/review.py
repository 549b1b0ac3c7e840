"""Reviews: what has not been read for too long, and the sheet on which a clinician signs that a page is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from evidence.claims import Claim
from markdown import markdown
from markupsafe import Markup
from records.source import Source

from pages.build import Build
from pages.dress import with_safety_box
from pages.front_matter import FENCED, MOST_YEARS, FrontMatter, later

_EXTENSIONS: Final = ["attr_list", "md_in_html", "def_list", "tables"]
STYLE: Final = "styles/review-sheet.css"


@dataclass(frozen=True, order=True)
class Due:
    """Something that must be read again: since `since`, last on `last` by `by`; `what` names the file or the claim."""

    since: date
    what: str
    title: str
    last: date
    by: str


def review_due(
    pages: Mapping[str, FrontMatter], today: date, claims: Mapping[str, Claim] | None = None, ahead: int = 0
) -> list[Due]:
    """Pages, by path, and claims whose next review lies on or before `today` plus `ahead` days; the longest due first.

    A page says itself when it is due; a claim is due 3 years after it was last compared with its sources.
    """
    everything = (*_pages(pages), *_claims(claims or {}))
    return sorted(one for one in everything if one.since <= today + timedelta(days=ahead))


def awaiting_clinician(pages: Mapping[str, FrontMatter]) -> list[str]:
    """The paths of pages for families that no clinician has read yet."""
    return sorted(path for path, page in pages.items() if page.awaits_clinician and page.audience == "families")


def _pages(pages: Mapping[str, FrontMatter]) -> Iterator[Due]:
    for path, page in pages.items():
        by = page.author if page.awaits_clinician else page.reviewed_by
        yield Due(page.next_review, path, page.title, page.last_reviewed, by)


def _claims(claims: Mapping[str, Claim]) -> Iterator[Due]:
    for name, claim in claims.items():
        yield Due(
            later(claim.last_reviewed, MOST_YEARS), f"claim:{name}", claim.question, claim.last_reviewed, "editors"
        )


def sheet(build: Build, source: Source, page: FrontMatter, words: Mapping[str, str], style: str) -> str:
    """One page of the site as an HTML document to print, with its claims and a place to sign.

    `version` changes with every letter of the file, so that a signature stands for the text that was read.
    """
    text = with_safety_box(build, FENCED.sub("", source.text), page.safety_box, depth=0)
    claims = [(name, build.evidence.claims[name]) for name in page.claims]
    return build.components.draw(
        "review-sheet",
        page=page,
        path=source.path,
        version=sha256(source.text.encode()).hexdigest()[:8],
        body=Markup(markdown(text, extensions=_EXTENSIONS)),
        claims=claims,
        sources={name: build.evidence.references_for([name]) for name, _ in claims},
        sheet=words,
        style=Markup(f"<style>{style}</style>"),
    )
