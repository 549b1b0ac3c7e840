"""A project → every address of another site that it names, where each stands, and what the sites answer.

Only a run with `--external` imports this module, since it brings a client for the network.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from ada_url import URL
from directory.load import INSTRUCTORS
from records.problem import Problem
from records.source import Source, read_source

from validator.answers import Answers
from validator.external import Options, Use, Verdict, bar, check_external, problems, unchecked
from validator.mapping import DATA, LIMIT, origins_of
from validator.origins import Origins
from validator.parse.addresses import ACTION
from validator.parse.html import Address
from validator.project import Project
from validator.site import PAGE_ENDINGS, Facts, Site

NAME: Final = ".cache/external-links"
_WEB: Final = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_IN_DATA: Final = re.compile(r"""^(?!\s*#).*?(?P<url>https?://[^\s"'<>\\]+[^\s"'<>\\.,;:!?)\]}])""", re.IGNORECASE)
_NO_PAGES: Final = frozenset({"preconnect", "dns-prefetch"})
"""Labels of links that name a host and no page."""

Uses: TypeAlias = dict[str, list[Use]]


def options_of(folder: Path, note: Callable[[str], None]) -> Options:
    """How sites are asked: what they said is remembered below `folder`, and a terminal shows how far it is."""
    return Options(cache=folder / NAME, progress=bar(sys.stderr), note=note)


def asked(project: Project, options: Options) -> Answers:
    """What other sites say of all that `project` names of them."""
    uses = uses_of(project)
    return answers_of(list(check_external(uses, options)), uses)


def answers_of(verdicts: Iterable[Verdict], uses: Uses) -> Answers:
    found = list(verdicts)
    return Answers(tuple(sorted(problems(found, uses))), tuple(unchecked(found, uses)))


def uses_of(project: Project) -> Uses:
    """Every absolute address that leads away from the site, with its places: in Markdown, in data, and of built pages
    those that neither holds."""
    found: Uses = {}
    for address, use in (*_in_markdown(project), *_in_data(project)):
        found.setdefault(address, []).append(use)
    for address, use in _in_site(project):
        places = found.setdefault(address, [])
        if not any((one.path, one.line) == (use.path, use.line) for one in places):
            places.append(use)
    return {address: sorted(set(places)) for address, places in found.items()}


def _in_markdown(project: Project) -> Iterator[tuple[str, Use]]:
    for page in project.sources.pages.values() if project.sources else ():
        for settled in project.links.of(page):
            if _WEB.match(settled.url) and not settled.path and not settled.fault:
                yield from _use(settled.url, Use(page.path, *settled.place))


def _in_data(project: Project) -> Iterator[tuple[str, Use]]:
    """The addresses that people and the chapter give; what stands in a comment is none."""
    files = [*sorted((project.root / INSTRUCTORS).glob("*/*.yml")), *(project.root / path for path in DATA)]
    for text in _read(files if project.sources else [], project.root):
        for number, line in enumerate(text.text.split("\n"), 1):
            if found := _IN_DATA.match(line):
                yield from _use(found["url"], Use(text.path, number, found.start("url") + 1))


def _read(paths: Iterable[Path], root: Path) -> Iterator[Source]:
    found = (read_source(path, root, LIMIT) for path in paths)
    yield from (text for text in found if isinstance(text, Source))


def _in_site(project: Project) -> Iterator[tuple[str, Use]]:
    """The addresses in built pages, at the source that made them where it is known."""
    if project.site is None:
        return
    origins = origins_of(project)
    site = _learned(Site(project.site.root, project.sources.config.site_url if project.sources else ""))
    for facts in site.pages.values():
        for one in facts.addresses:
            if _leads_away(site, facts, one):
                place, path = site.place(facts, one), project.shown_in_site(facts.path)
                built = Problem(path, *place, "", "", written=one.url, page=facts.path)
                yield from _use(one.url, _at_source(built, origins))


def _learned(site: Site) -> Site:
    for path in site.paths_of(*PAGE_ENDINGS):
        if page := site.read(path):
            site.learn(page)
    return site


def _leads_away(site: Site, facts: Facts, one: Address) -> bool:
    """Whether an address is one of another site that is asked for something, and not sent anything."""
    is_asked = one.kind != ACTION and not _NO_PAGES.intersection(one.label.split())
    return is_asked and bool(_WEB.match(one.url)) and site.target(facts, one.url).parts is not None


def _at_source(built: Problem, origins: Origins) -> Use:
    place = origins.of(built, 0)
    if place:
        return Use(place.path, place.line, place.column, built.page)
    return Use(built.path, built.line, built.column, built.page)


def _use(url: str, use: Use) -> Iterator[tuple[str, Use]]:
    """The address as a browser understands it; `written` tells how it stands there if that is another way."""
    try:
        address = URL(url, base="https://here.invalid/").href
    except ValueError:
        return
    yield address, use if address == url else use._replace(written=url)
