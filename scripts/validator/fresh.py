"""Writes anew what is made from the validator itself: ``PYTHONPATH=scripts python -m validator.fresh``.

A test keeps these files fresh.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from validator.documentation import rules_page
from validator.reporters.json import SCHEMA, schema_text
from validator.rule import all_rules

PAGE: Final = "docs/en/editors/rules.md"
_BEGINNING: Final = "\n## "


def made(root: Path) -> Iterator[tuple[str, str]]:
    """Path and text of each file; the page of rules keeps what an editor wrote above its first section."""
    head = (root / PAGE).read_text(encoding="utf-8").partition(_BEGINNING)[0]
    yield PAGE, rules_page(all_rules(), head)
    yield SCHEMA, schema_text()


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[2]
    for path, text in made(here):
        (here / path).write_text(text, encoding="utf-8")
