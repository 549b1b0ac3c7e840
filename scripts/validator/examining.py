"""One built page → its facts and what the rules for pages say of it.

A pure function of the page and of what `context_of` names, so that it may run in any process and its results be kept.
What it makes is packed into bytes, which cost a tenth of what pickling would.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from directory.parallel import in_parts

from validator.facts import Alternate, Facts, facts_of
from validator.finding import Finding, Place
from validator.parse.encoding import decode, has_mark
from validator.parse.html import Address, HtmlPage
from validator.project import Project
from validator.rule import Rule

_AFTER_PLACE: Final = tuple(field.name for field in fields(Finding))[1:]
FEW: Final = 200
"""Pages that are not worth a second process."""


class Examined(NamedTuple):
    """`found` are findings, each with the code of its rule."""

    facts: Facts
    found: list[tuple[str, Finding]]


class Made(NamedTuple):
    """The digest of a page's bytes, and what was made of them, packed; empty for a page that cannot be read."""

    digest: bytes
    packed: bytes


def context_of(project: Project, rules: Sequence[Rule]) -> tuple[object, ...]:
    """All that the results of a page depend on beside the page and this program."""
    site = project.site
    has_icon = site is not None and "favicon.ico" in site.files
    codes = tuple(rule.code for rule in rules)
    return codes, site.address if site else "", has_icon, tuple(project.settings.hosts)


def examined(page: HtmlPage, project: Project, rules: Sequence[Rule]) -> Examined:
    """What there is to know of `page`."""
    facts = facts_of(page)
    return Examined(facts, [(rule.code, finding) for rule in rules for finding in rule.check(page, project)])


def examine(
    paths: Sequence[str], project: Project, rules: Sequence[Rule], jobs: int, known: Callable[[str, bytes], bool]
) -> list[Made]:
    """What is made of the page at each of `paths`, in as many as `jobs` processes.

    Of a page whose digest is `known` nothing is made, and `packed` is empty.
    """

    def work(part: Sequence[str]) -> list[Made]:
        return [_made(path, project, rules, known) for path in part]

    parts: list[list[Made]] = in_parts(work, paths, at_most=jobs, few=FEW)
    return [made for part in parts for made in part]


def _made(path: str, project: Project, rules: Sequence[Rule], known: Callable[[str, bytes], bool]) -> Made:
    assert project.site is not None
    data = project.site.data(path)
    if data is None:
        return Made(b"", b"")
    digest = blake2b(data, digest_size=16).digest()
    if known(path, digest):
        return Made(digest, b"")
    page = HtmlPage(path, decode(data), has_mark=has_mark(data))
    return Made(digest, packed(examined(page, project, rules)))


def packed(one: Examined) -> bytes:
    """Bytes from which `unpacked` makes the same again."""
    facts = one.facts
    plain: dict[str, Any] = {
        "addresses": tuple([tuple(each) for each in facts.addresses]),
        "alternates": tuple([(each.language, tuple(each.address)) for each in facts.alternates]),
        "refresh": facts.refresh and tuple(facts.refresh),
    }
    return marshal.dumps((tuple(facts._replace(**plain)), [(code, *flat(finding)) for code, finding in one.found]))


def unpacked(data: bytes, kept: dict[Any, Any]) -> Examined:
    """The opposite of `packed`; what is equal in many pages is `kept` once."""
    plain, found = marshal.loads(data)
    facts = Facts(*plain)
    once = kept.setdefault
    facts = facts._replace(
        addresses=tuple([kept.get(one) or once(one, Address(*one)) for one in facts.addresses]),
        anchors=once(facts.anchors, facts.anchors),
        modules=once(facts.modules, facts.modules),
        alternates=tuple([Alternate(language, Address(*address)) for language, address in facts.alternates]),
        refresh=facts.refresh and Address(*facts.refresh),
    )
    return Examined(facts, [(code, shaped(values)) for code, *values in found])


def flat(finding: Finding) -> Iterator[Any]:
    """The values of a finding, its line and column first."""
    yield from finding.place
    yield from (getattr(finding, name) for name in _AFTER_PLACE)


def shaped(values: Sequence[Any]) -> Finding:
    """The opposite of `flat`."""
    line, column, *others = values
    return Finding(Place(line, column), *others)
