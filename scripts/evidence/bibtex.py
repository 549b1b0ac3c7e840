"""References as BibTeX, for people who write about them. UTF-8; what TeX would take for commands is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from evidence.bibliography import Name, Parts, parts
from evidence.references import Reference

_ESCAPES: Final = {
    **{character: rf"\{character}" for character in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_SPECIAL: Final = re.compile(r"[&%$#_{}~^\\]")


def bibtex(references: Iterable[Reference]) -> str:
    """The text of a .bib file with `references` in their order; each of them must have been seen whole."""
    return "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    found = parts(reference)
    kind = "article" if found.journal else "misc"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference, found) if value)
    return f"@{kind}{{{reference.key},\n{lines}}}\n"


def _fields(reference: Reference, found: Parts) -> Iterator[tuple[str, str]]:
    """Numbers and addresses stand as they are, because programs read them; a title keeps its capitals in braces."""
    yield "author", _authors(found)
    yield "title", f"{{{escaped(reference.title)}}}"
    yield "journal", escaped(found.journal)
    yield "year", reference.year
    yield "volume", found.volume
    yield "number", found.issue
    yield "pages", found.pages.replace("-", "--")
    yield "howpublished", "" if found.journal else escaped(reference.source)
    yield "doi", reference.doi
    yield "pmid", reference.pmid
    yield "url", str(reference.url or "")


def _authors(found: Parts) -> str:
    return " and ".join([*map(_author, found.names), *(["others"] if found.others else [])])


def _author(name: Name) -> str:
    """`Bennett, C.`; a body in braces, so that its name is not taken apart."""
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    return f"{escaped(name.family)}, {' '.join(f'{letter}.' for letter in name.given)}"


def escaped(text: str) -> str:
    """`text` with every character that TeX takes for a command as that character."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)
