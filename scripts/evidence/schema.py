"""JSON Schema of claims and references, so that editors complete names and underline mistakes while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel

from evidence.claims import Claims
from evidence.references import References

SCHEMAS: Final[Mapping[str, type[BaseModel]]] = {
    "docs/data/schemas/claims.json": Claims,
    "docs/data/schemas/references.json": References,
}
"""Where each schema lies.  A test keeps them fresh; this writes them anew:

PYTHONPATH=scripts python -c "from evidence.schema import *; [open(p, 'w').write(schema_text(p)) for p in SCHEMAS]"
"""


def schema_text(path: str) -> str:
    """The text of the schema at `path`, a key of `SCHEMAS`."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[path].model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
