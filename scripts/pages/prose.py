"""A page's Markdown with everything that is no prose blanked out in place, so that lines and columns still hold."""

from __future__ import annotations

import re
from typing import Final

_NO_PROSE: Final = re.compile(r"^```.*?^```|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)


def prose(markdown: str) -> str:
    """`markdown` with code and comments as blanks; every other character keeps its place."""
    return _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), markdown)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of `offset` in `text`, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
