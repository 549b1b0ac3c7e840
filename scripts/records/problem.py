"""One fault at one place, and the only way faults are printed.

The reader of a problem edits text files and may never have seen a program: so a place, a fact, one thing to
do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from records.characters import show

LONGEST_QUOTE: Final = 60


@dataclass(frozen=True, order=True)
class Problem:
    """A fault in a file that a person edits; problems sort by path, line and column.

    ``path`` is relative to the project with ``/``; ``line`` and ``column`` count from 1, in characters;
    ``rule`` is a kebab-case name; ``level`` is ``error`` or ``warning``.  Of a rule of the validator, ``code`` is its
    short name, ``written`` the text or address at fault as it stands in the file, ``page`` the built page in which
    a reader meets the fault, relative to the site, and ``mend`` what surely belongs in the place of ``written``.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    fix: str = ""
    level: str = "error"
    code: str = ""
    written: str = ""
    page: str = ""
    mend: str = ""

    def __str__(self) -> str:
        """``docs/en/parents.md:14:23: error M101 broken-link: no page at "familes.md"`` and, below it, the fix."""
        return self.with_level(self.level)

    def with_level(self, level: str) -> str:
        """The same with another word for the level, such as a coloured one."""
        rule = f"{self.code} {self.rule}".strip()
        head = f"{show(self.path)}:{self.line}:{self.column}: {level} {rule}: {show(self.message)}"
        page = f"\n    in the built page {show(self.page)}" if self.page and not self.path.endswith(self.page) else ""
        return f"{head}{page}\n    fix: {show(self.fix)}" if self.fix else f"{head}{page}"


def quoted(text: str) -> str:
    """What a person wrote, in quotes, escaped, and cut after 60 characters."""
    cut = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return f'"{show(cut)}"'
