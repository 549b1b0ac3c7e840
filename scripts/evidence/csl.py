"""References as CSL-JSON, which Zotero, pandoc and others read (citationstyles.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from evidence.bibliography import Name, parts
from evidence.references import Reference


def csl_json(references: Iterable[Reference]) -> str:
    """The text of a CSL-JSON file with `references` in their order; each of them must have been seen whole."""
    return json.dumps([_item(one) for one in references], ensure_ascii=False, indent=1) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    found = parts(reference)
    item = {
        "id": reference.key,
        "type": "article-journal" if found.journal else "document",
        "author": [_name(name) for name in found.names],
        "title": reference.title,
        "container-title": found.journal,
        "publisher": "" if found.journal else reference.source,
        "issued": {"date-parts": [[int(reference.year)]]} if reference.year else "",
        "volume": found.volume,
        "issue": found.issue,
        "page": found.pages,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": str(reference.url or ""),
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
