"""Claims, references and their words together: what pages lean on when they speak of research."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from records.problem import Problem

from evidence.claims import Claim, Known, Studied, load_claims
from evidence.references import Reference, load_references
from evidence.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True)
class Library:
    """Claims by id, references by key, and the words of one language."""

    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    vocabulary: Vocabulary

    @property
    def words(self) -> Mapping[str, str]:
        """The short words for templates."""
        return self.vocabulary.words

    @property
    def reviewed(self) -> date:
        """The last day on which a claim was compared with its sources."""
        return max(claim.last_reviewed for claim in self.claims.values())

    def studied(self, claim: Claim) -> list[Studied]:
        """Who was studied for `claim`, as far as readers may see where that is told."""
        return [one for one in claim.studied if self.references[one.reference].may_be_shown]

    def references_for(self, claims: Iterable[str], more: Iterable[str] = ()) -> list[Reference]:
        """What `claims` lean on, and `more`, each once and only what may be shown."""
        keys = [*(key for name in claims for key in self.claims[name].references), *more]
        found = [self.references[key] for key in dict.fromkeys(keys)]
        return [reference for reference in found if reference.may_be_shown]


def load_library(root: Path, docs: Path) -> tuple[Library | None, list[Problem]]:
    """The evidence of the project at `root` in the words of `docs`, or every reason why it is not accepted."""
    references, wrong_references = load_references(root)
    vocabulary, wrong_words = load_vocabulary(docs, root)
    problems = wrong_references + wrong_words
    if vocabulary is None or problems:
        return None, sorted(problems)
    claims, problems = load_claims(root, Known(references, vocabulary))
    return (None if problems else Library(claims, references, vocabulary)), problems
