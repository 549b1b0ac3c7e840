"""What the rules for pages and for the whole site say of a built site, in several processes and with a memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from validator.examining import context_of, examine, flat, shaped, unpacked
from validator.facts import Facts
from validator.finding import Finding
from validator.memory import Memory, Stamp, Whole, digest_of, stamp_of
from validator.project import Project
from validator.rule import Rule, rules_of
from validator.site import PAGE_ENDINGS, Site


@dataclass
class Working:
    """How a run works: in at most so many processes, and with what it remembers."""

    jobs: int = 1
    memory: Memory = field(default_factory=Memory)


class Said(NamedTuple):
    """One finding of the rule with this code, about the file at `path`; "" for the whole site."""

    code: str
    path: str
    finding: Finding


def said_of(site: Site, project: Project, rules: tuple[Rule, ...], working: Working) -> Iterator[Said]:
    """All that `rules` say of `site`.  When no file has changed, it is what they said the last time."""
    memory = working.memory
    folder = str(site.root)
    stamps = {path: stamp_of(f"{folder}/{path}") for path in sorted(site.files)}
    memory.begin((folder, context_of(project, rules_of("html", rules) + rules_of("site", rules))))
    key = digest_of((list(stamps.items()), [tuple(map(str, problem.__dict__.values())) for problem in site.problems]))
    if memory.whole and memory.whole.key == key:
        site.number = memory.whole.pages
        site.remembered = lambda: (_facts(memory, path, site) for path in _pages(site, memory))
        yield from (Said(code, path, shaped(values)) for code, path, *values in memory.whole.found)
        return
    found = list(_anew(site, project, rules, working, stamps))
    flattened = [(one.code, one.path, *flat(one.finding)) for one in found]
    memory.keep_whole(Whole(key, flattened, len(site.pages)), stamps)
    yield from found


def _anew(
    site: Site, project: Project, rules: tuple[Rule, ...], working: Working, stamps: Mapping[str, Stamp]
) -> Iterator[Said]:
    asked = rules_of("html", rules)
    _refresh(site, project, asked, working, stamps)
    for path in _pages(site, working.memory):
        facts, found = unpacked(working.memory.pages[path].packed, site.kept)
        site.pages[path] = facts
        yield from (Said(code, path, finding) for code, finding in found)
    for rule in rules_of("site", rules):
        yield from (Said(rule.code, "", finding) for finding in rule.check(site, project))


def _refresh(
    site: Site, project: Project, rules: Sequence[Rule], working: Working, stamps: Mapping[str, Stamp]
) -> None:
    """Looks at the pages that have changed since they were last looked at."""
    memory = working.memory
    paths = [path for path in site.paths_of(*PAGE_ENDINGS) if not memory.trusts(path, stamps[path])]
    for path, made in zip(paths, examine(paths, project, rules, working.jobs, memory.knows), strict=True):
        if made.digest:
            memory.keep(path, stamps[path], made.digest, made.packed)
        else:
            site.data(path)  # says here, and not only in another process, why it cannot be read
            memory.pages.pop(path, None)


def _pages(site: Site, memory: Memory) -> list[str]:
    return [path for path in site.paths_of(*PAGE_ENDINGS) if path in memory.pages]


def _facts(memory: Memory, path: str, site: Site) -> Facts:
    return unpacked(memory.pages[path].packed, site.kept).facts
