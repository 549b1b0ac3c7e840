"""Names of people and plain text, as written, in every script.

A name is never made to fit a pattern: apostrophes, one letter, one word, several scripts are all real.  Only
what deceives the eye is refused, and letters are brought into one form (NFC) so that equal names compare
equal.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, Final

from records.characters import escaped, spoofs
from records.fault import FieldType, FromText, fault

LONGEST_NAME: Final = 120
_SPACES: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")


def person_name(text: str) -> str:
    """A name in NFC.  Raises a fault for hidden characters, several lines, no letter, over 120 characters."""
    name = _SPACES.sub(" ", _seen(text))
    if not any(unicodedata.category(character)[0] == "L" for character in name):
        raise fault("not-a-name", "a name has at least one letter", "write the name as the person does")
    if "\n" in name or "\t" in name:
        raise fault("not-a-name", "a name stands on one line", f"write {' '.join(name.split())}")
    if name != name.strip() or "  " in name:
        fix = f"write {re.sub(' +', ' ', name).strip()}"
        raise fault("not-a-name", "there are more spaces than one between words", fix)
    if len(name) > LONGEST_NAME:
        raise fault(
            "too-long",
            f"a name has at most {LONGEST_NAME} characters",
            f"shorten it to {LONGEST_NAME} characters",
        )
    return name


def _seen(text: str) -> str:
    """``text`` in NFC when a reader can see all of it."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    for offset, what in spoofs(composed.replace("\n", " ").replace("\t", " ")):
        character = composed[offset]
        why = f"{what} ({escaped(character)}) stands at position {offset + 1}"
        cleaned = _without(composed).strip()
        raise fault("hidden-character", why, f"write {cleaned}" if cleaned else "write it again by hand")
    return composed


def _without(text: str) -> str:
    """``text`` with every hidden character left out."""
    hidden = {offset for offset, _ in spoofs(text.replace("\n", " ").replace("\t", " "))}
    cleaned = "".join(character for offset, character in enumerate(text) if offset not in hidden)
    return cleaned if not hidden or cleaned == text else _without(cleaned)


@dataclass(frozen=True)
class PlainText(FieldType):
    """Metadata for ``Annotated[str, PlainText(600)]``: words, never markup, up to ``most`` characters in NFC.

    ``lines`` allows several lines.  Markup in it is kept as it is and will be shown as it is.
    """

    most: int
    lines: bool = False

    def schema(self) -> dict[str, Any]:
        """A number counts as text too: an editor takes ``0123`` for one."""
        return {"type": ["string", "number"], "maxLength": self.most}

    def check(self, text: str) -> str:
        """The text without blank edges; raises a fault."""
        seen = _seen(text.strip())
        if not seen:
            raise fault("no-value", "nothing is written here", "write a value after the colon, or delete the line")
        if len(seen) > self.most:
            why = f"{len(seen)} characters are written, and at most {self.most} are shown"
            raise fault("too-long", why, f"shorten it by {len(seen) - self.most}")
        if "\n" in seen and not self.lines:
            raise fault("not-one-line", "this stands on one line", f"write {' '.join(seen.split())}")
        return seen


PersonName = Annotated[
    str, FromText(person_name, {"type": "string", "maxLength": LONGEST_NAME, "examples": ["Maria García"]})
]
