"""Links like `[small studies](claim:colic)`: which claims a page cites, whether they exist, and how they are drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from evidence.claims import Claim
from records.nearest import nearest
from records.problem import Problem, quoted
from records.source import Source

from pages.prose import place, prose

EVIDENCE: Final = "evidence/"
"""Address of the page that shows every claim, from the site's root."""
_CITED: Final = re.compile(r"""(?:\]\(\s*<?|\]:\s*<?|href=["'])(?P<link>claim:(?P<id>[^)\s>"'#]*))""")
_DRAWN: Final = re.compile(r'<a href="claim:(?P<id>[^"]*)"[^>]*>(?P<text>.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Citation:
    """A link to a claim and where it stands in the file."""

    id: str
    line: int
    column: int


def citations(source: Source) -> list[Citation]:
    """Every link to a claim in the Markdown of `source`; code and comments cite nothing."""
    text = prose(source.text)
    return [Citation(found["id"], *place(text, found.start("link"))) for found in _CITED.finditer(text)]


def wrong_citations(source: Source, claims: Mapping[str, Claim], listed: Collection[str] | None) -> Iterator[Problem]:
    """What is wrong with the links to claims in `source`; `listed` are the claims of its front matter, if known."""
    for cited in citations(source):
        if cited.id not in claims:
            yield _problem(source, cited, "unknown-claim", *unknown(cited.id, claims))
        elif listed is not None and cited.id not in listed:
            message = f"this cites {quoted(cited.id)}, and the front matter does not list it among the page's claims"
            yield _problem(
                source, cited, "unlisted-claim", message, f"add {cited.id} to claims: at the top of the page"
            )


def unknown(written: str, claims: Mapping[str, Claim]) -> tuple[str, str]:
    """Message and fix for an id that no claim has; a number like C20 leads to the id."""
    by_number = {claim.number: name for name, claim in claims.items()}
    meant = by_number.get(written.upper()) or nearest(written, claims) or min(claims, default="a known id")
    return f"there is no claim {quoted(written)} in docs/data/evidence/claims.yml", f"write {meant}"


def expand_citations(html: str, draw: Callable[[str, str], str | None]) -> str:
    """`html` with each link to a claim drawn by `draw(id, text)`; None leaves it. `text` is HTML."""
    return _DRAWN.sub(lambda link: draw(link["id"], link["text"]) or link[0], html)


def address(claim: str, url: str) -> str:
    """Where a claim stands, from the page at `url` (relative to the site)."""
    here = "" if url == "./" else url
    return f"#{claim}" if here == EVIDENCE else f"{'../' * here.count('/')}{EVIDENCE}#{claim}"


def _problem(source: Source, cited: Citation, rule: str, message: str, fix: str) -> Problem:
    return Problem(source.path, cited.line, cited.column, rule, message, fix)
