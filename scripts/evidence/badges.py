"""How sure we are of a claim in a few words: beside a link to it, and for readers who listen."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from evidence.claims import Claim, Judgement
from evidence.vocabulary import Vocabulary

_TAG: Final = re.compile(r"<[^>]*>")


class Badge(NamedTuple):
    """`words` follow the link's own text, if it does not say so already; `grade` is for readers who listen."""

    words: str
    grade: str


def badge(claim: Claim, text: str, vocabulary: Vocabulary) -> Badge:
    """The badge for a link with `text` (HTML) to `claim`."""
    written = _TAG.sub("", text).casefold()
    said = [f"{vocabulary.grades[one.grade].badge}{_of(one, vocabulary)}" for one in claim.grades]
    wanted = [words for words in said if words.casefold() not in written]
    return Badge(", ".join(wanted), grade_line(claim, vocabulary))


def grade_line(claim: Claim, vocabulary: Vocabulary) -> str:
    """`Low for premature babies, no research for babies born on time`: every grade of a claim with whom it is for."""
    names = [f"{grade_name(one, vocabulary)}{_of(one, vocabulary)}" for one in claim.grades]
    return ", ".join([names[0], *(name[0].lower() + name[1:] for name in names[1:])])


def grade_name(judgement: Judgement, vocabulary: Vocabulary) -> str:
    """`Low`, or `Low to moderate` when we stand between two grades."""
    name = vocabulary.grades[judgement.grade].name
    if judgement.other is None:
        return name
    return f"{name} {vocabulary.words['or']} {vocabulary.grades[judgement.other].name.lower()}"


def _of(judgement: Judgement, vocabulary: Vocabulary) -> str:
    whom = vocabulary.who[judgement.who].name if judgement.who else judgement.about
    return f" {vocabulary.words['for']} {whom}" if whom else ""
