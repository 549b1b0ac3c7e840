"""docs/data/evidence/references.yml: every source the pages may lean on, and which of its details we have seen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel
from records.fields import HttpsUrl, IsoDate
from records.loading import load_model
from records.problem import Problem

PATH: Final = Path("docs/data/evidence/references.yml")
SIZE_LIMIT: Final = 512 * 1024
CITED: Final = frozenset({"authors", "title", "source", "year", "doi", "pmid"})
"""The fields a reader sees. One of them unverified keeps the whole reference off the pages."""

_STRICT = ConfigDict(extra="forbid", frozen=True)
_AS_EDITORS_SEE_IT: Final = {"type": ["string", "integer"]}
FieldName = Literal["authors", "title", "source", "year", "doi", "pmid", "pmcid", "url", "findings"]


class Check(BaseModel):
    """A field that was looked up in a published source."""

    model_config = _STRICT
    field: FieldName
    value: str = ""
    seen: str
    on: IsoDate


class Reference(BaseModel):
    """One source. `key` is its name in front matter; `seen` says where its details were seen."""

    model_config = _STRICT
    authors: str = ""
    title: str
    source: str
    year: Annotated[str, Field(pattern=r"^(19|20)\d{2}$", json_schema_extra=_AS_EDITORS_SEE_IT)] = ""
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] = ""
    pmid: Annotated[str, Field(pattern=r"^\d{1,8}$")] = ""
    pmcid: Annotated[str, Field(pattern=r"^PMC\d+$")] = ""
    url: HttpsUrl | None = None
    seen: str
    unverified: tuple[FieldName, ...] = ()
    checked: tuple[Check, ...] = ()
    key: str = ""

    @property
    def may_be_shown(self) -> bool:
        return not CITED.intersection(self.unverified)

    @property
    def link(self) -> str:
        """The address that outlives the others: DOI, then PubMed, then PubMed Central, then the page itself."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        return str(self.url or "")


class References(RootModel[dict[str, Reference]]):
    """The whole file: key → reference."""


def load_references(root: Path) -> tuple[dict[str, Reference], list[Problem]]:
    """All references by key, or every reason why they are not accepted."""
    found, _, problems = load_model(root / PATH, root, References, limit=SIZE_LIMIT)
    entries = found.root if found else {}
    return {key: entry.model_copy(update={"key": key}) for key, entry in entries.items()}, problems
