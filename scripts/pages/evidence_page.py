"""The page that shows every claim: its words are Markdown, and links like `[Claims](evidence:claims)` draw the rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from evidence import open_data
from evidence.bibtex import bibtex
from evidence.csl import csl_json
from evidence.entries import rows, topics
from evidence.library import Library
from evidence.references import Reference

from pages.build import Build
from pages.citations import EVIDENCE

SOURCE: Final = "evidence/index.md"
_COMPONENTS: Final = {
    "picture": "claims-picture",
    "claims": "claim-list",
    "left-out": "claims-left-out",
    "files": "claims-files",
}


def sources(library: Library, more: Iterable[str]) -> list[Reference]:
    """The references at the foot of the page: those of every claim, and `more`."""
    return library.references_for(library.claims, more)


def draw(build: Build, kind: str, more: Iterable[str]) -> str:
    """One drawn part of the page: `picture`, `claims`, `left-out` or `files`."""
    library = build.evidence
    by_topic = topics(library, sources(library, more))
    entries = [entry for found in by_topic.values() for entry in found]
    values: dict[str, dict[str, Any]] = {
        "picture": {"rows": rows(library), "total": len(library.claims), "reviewed": library.reviewed},
        "claims": {"topics": by_topic, "names": library.vocabulary.topics, "rows": rows(library)},
        "left-out": {"entries": [entry for entry in entries if entry.claim.left_out]},
        "files": {},
    }
    return build.components.draw(_COMPONENTS[kind], **values[kind])


def files(library: Library, site_address: str) -> dict[str, str]:
    """Path in the site → text of the same facts for programs; the same input makes the same bytes."""
    shown = [reference for reference in library.references.values() if reference.may_be_shown]
    return {
        f"{EVIDENCE}claims.json": open_data.claims_json(library, site_address),
        f"{EVIDENCE}claims.schema.json": open_data.schema_text(),
        f"{EVIDENCE}references.bib": bibtex(shown),
        f"{EVIDENCE}references.csl.json": csl_json(shown),
    }


def searched(library: Library) -> list[tuple[str, str, str]]:
    """Address, question and answer of every claim, for the search."""
    return [(f"{EVIDENCE}#{name}", claim.question, claim.wording) for name, claim in library.claims.items()]
