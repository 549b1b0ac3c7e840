"""Which characters a reader cannot see, or which change what a reader sees.

YAML escapes, copy and paste from word processors, and attackers all bring such characters.  The sets are
written out here and not taken from ``unicodedata`` categories, so that every Python version gives the same
verdict. Sources: Unicode 16, UAX #9 (bidi), UTS #39 (identifier security), CVE-2021-42574.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from heapq import merge
from typing import Final

BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ZERO_WIDTH: Final = "\u00ad\u034f\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
BLANK_LETTERS: Final = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
TAGS: Final = "\U000e0000-\U000e007f"
CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
NO_MEANING: Final = "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
LOST: Final = "\ufffd"

JOINERS: Final = "\u200c\u200d"
SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
JOINING_SCRIPTS: Final = frozenset(
    {"ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA"}
    | {"TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN"}
)

MOST_MARKS_ON_A_LETTER: Final = 3

_SPOOFS = re.compile(f"[{BIDI}{ZERO_WIDTH}{BLANK_LETTERS}{TAGS}{CONTROLS}{NO_MEANING}{LOST}]")
_UNSHOWABLE = re.compile(f"[{BIDI}{ZERO_WIDTH}{BLANK_LETTERS}{TAGS}{CONTROLS}{NO_MEANING}{JOINERS}{SELECTORS}\t\n]")
_IN_CONTEXT = re.compile(f"[{JOINERS}{SELECTORS}]")
_HONEST = re.compile(
    "[ -~¡-¬®-\u024f\u0386-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0e01-\u0e30\u1e00-\u1eff"
    "\u2013-\u201f\u2026\u3000-\u3029\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*"
)
"""Letters and signs that are seen and stand alone; most texts hold nothing else, so they need no closer look."""
_LETTER_AND_MARKS = re.compile("[^\x00-\x7f]?[^\x00-\u02ff]+")


def show(text: str) -> str:
    r"""``text`` fit for a terminal: what cannot be seen or moves other text becomes ``\u202e``."""
    return _UNSHOWABLE.sub(lambda found: escaped(found[0]), text)


def escaped(character: str) -> str:
    r"""One character as ``\n``, ``\u202e`` or ``\U000e0041``."""
    short = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
    width = ("u", 4) if ord(character) < 0x10000 else ("U", 8)
    return short.get(character) or f"\\{width[0]}{ord(character):0{width[1]}x}"


@lru_cache(maxsize=8192)
def script(character: str) -> str:
    """The first word of the Unicode name, for letters their script: LATIN, CYRILLIC, CJK, HIRAGANA …"""
    return unicodedata.name(character, "UNKNOWN").split(" ", 1)[0].split("-", 1)[0]


def spoofs(text: str) -> Iterator[tuple[int, str]]:
    """``(offset, what it is)`` of every character that hides or moves text, in order; none in honest text.

    Joiners are honest inside Arabic, Persian and Indic words and inside emoji, selectors after a Han letter
    or an emoji; a letter carries up to three marks.
    """
    if _HONEST.fullmatch(text):
        return
    hidden = ((hit.start(), _kind(hit[0])) for hit in _SPOOFS.finditer(text))
    misplaced = (hit.start() for hit in _IN_CONTEXT.finditer(text) if not _fits(text, hit))
    yield from merge(hidden, ((start, "an invisible character") for start in misplaced), _piles(text))


def _kind(character: str) -> str:
    if re.match(f"[{BIDI}]", character):
        return "a character that turns the direction of text round"
    if character == LOST:
        return "a mark left where a letter was lost"
    if re.match(f"[{CONTROLS}]", character):
        return "a control character"
    return "an invisible character"


def _fits(text: str, hit: re.Match[str]) -> bool:
    """Whether a joiner or selector stands where its script needs it."""
    before, after = text[max(hit.start() - 1, 0) : hit.start()], text[hit.end() : hit.end() + 1]
    if not before:
        return False
    if hit[0] == "\u200c":
        return script(before) in JOINING_SCRIPTS and bool(after) and script(after) in JOINING_SCRIPTS
    if hit[0] == "\u200d":
        return script(before) in JOINING_SCRIPTS or (_is_emoji(before) and _is_emoji(after))
    return script(before) == "CJK" or _is_emoji(before) or before.isdigit()


def _is_emoji(character: str) -> bool:
    """Pictures, skin tones, and what stands between the parts of a picture."""
    if not character:
        return False
    return unicodedata.category(character) in ("So", "Sk") or character in "\ufe0f\u2194\u2640\u2642"


def _piles(text: str) -> Iterator[tuple[int, str]]:
    """Letters under more marks than any language writes ("Zalgo"), and a mark with no letter to stand on."""
    if text and _is_mark(text[0]):
        yield 0, "a mark with no letter to stand on"
    for run in _LETTER_AND_MARKS.finditer(text):
        yield from _too_many_marks(run[0], run.start())


def _too_many_marks(run: str, start: int) -> Iterator[tuple[int, str]]:
    """Counts the marks inside a composed letter too: ``ế`` is ``e`` with two."""
    marks = 0
    for offset, character in enumerate(run):
        before, marks = marks, marks + 1 if _is_mark(character) else _marks_inside(character)
        if before <= MOST_MARKS_ON_A_LETTER < marks:
            yield start + offset, f"more than {MOST_MARKS_ON_A_LETTER} marks on one letter"


@lru_cache(maxsize=8192)
def _marks_inside(letter: str) -> int:
    return sum(_is_mark(part) for part in unicodedata.normalize("NFD", letter))


@lru_cache(maxsize=8192)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")
