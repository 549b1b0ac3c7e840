"""Claims and their sources as JSON for programs: the same words that readers get, and nothing that nobody has seen."""

from __future__ import annotations

import json
from typing import Any, Literal, NotRequired

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict

from evidence.claims import Claim
from evidence.library import Library
from evidence.references import Reference

FOLDER = "evidence"
GradeName = Literal["high", "moderate", "low", "very low", "none", "org"]


PublicJudgement = TypedDict(
    "PublicJudgement",
    {"grade": GradeName, "or": NotRequired[GradeName], "who": NotRequired[str], "about": NotRequired[str]},
)
"""How sure we are: `or` is the other end when we stand between two grades, `who` and `about` whom and what it is of."""


@with_config(ConfigDict(extra="forbid"))
class PublicStudied(TypedDict):
    """People who were studied; without `number` or `studies` where our sources do not tell."""

    who: str
    number: NotRequired[int]
    studies: NotRequired[int]
    kind: str
    reference: str


@with_config(ConfigDict(extra="forbid"))
class PublicClaim(TypedDict):
    id: str
    url: str
    number: str
    topic: str
    question: str
    said: str
    answer: str
    research: str
    grades: list[PublicJudgement]
    counted_as: GradeName
    studied: list[PublicStudied]
    references: list[str]
    seen: NotRequired[str]
    left_out: NotRequired[str]
    last_reviewed: str


@with_config(ConfigDict(extra="forbid"))
class PublicReference(TypedDict):
    """A source. `unverified` names the details that nobody has seen; they are left out."""

    key: str
    authors: NotRequired[str]
    title: NotRequired[str]
    source: NotRequired[str]
    year: NotRequired[str]
    doi: NotRequired[str]
    pmid: NotRequired[str]
    pmcid: NotRequired[str]
    url: NotRequired[str]
    unverified: NotRequired[list[str]]


PublicEvidence = TypedDict(
    "PublicEvidence",
    {"$schema": str, "reviewed": str, "claims": list[PublicClaim], "references": list[PublicReference]},
)


def claims_json(library: Library, site_address: str) -> str:
    """The text of claims.json; `reviewed` is the last day on which a claim was compared with its sources."""
    base = f"{site_address.rstrip('/')}/{FOLDER}/"
    used = {key for claim in library.claims.values() for key in claim.references}
    data = {
        "$schema": f"{base}claims.schema.json",
        "reviewed": library.reviewed.isoformat(),
        "claims": [_claim(name, claim, library, base) for name, claim in library.claims.items()],
        "references": [_reference(one) for key, one in library.references.items() if key in used],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def schema_text() -> str:
    """JSON Schema of claims.json."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(PublicEvidence).json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _claim(name: str, claim: Claim, library: Library, base: str) -> dict[str, Any]:
    written = claim.model_dump(mode="json", by_alias=True, exclude_none=True)
    studied = [one.model_dump(mode="json", exclude_none=True) for one in library.studied(claim)]
    return {
        "id": name,
        "url": f"{base}#{name}",
        **{field: written[field] for field in ("number", "topic", "question", "said")},
        "answer": claim.wording,
        "research": claim.research,
        "grades": written["grades"],
        "counted_as": claim.grade.value,
        "studied": studied,
        "references": list(claim.references),
        **{field: written[field] for field in ("seen", "left_out") if field in written},
        "last_reviewed": claim.last_reviewed.isoformat(),
    }


def _reference(reference: Reference) -> dict[str, Any]:
    fields = ("authors", "title", "source", "year", "doi", "pmid", "pmcid", "url")
    seen = [name for name in fields if getattr(reference, name) and name not in reference.unverified]
    found: dict[str, Any] = {"key": reference.key, **{name: str(getattr(reference, name)) for name in seen}}
    return found | ({"unverified": list(reference.unverified)} if reference.unverified else {})
