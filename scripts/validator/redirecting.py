"""Where a site sends its readers on: pages that move at once to another, and the lines of `_redirects`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from validator.finding import Place
from validator.parse.redirects import NAME, Redirect
from validator.site import Facts, Site, Target

_MOST: Final = 20


class Step(NamedTuple):
    """One redirect: `url` as written; `key` names it ("old/index.html", "/old/"), `target` is where it leads."""

    key: str
    path: str
    place: Place
    url: str
    target: Target


def steps_of(site: Site) -> Iterator[Step]:
    """Every redirect of the site to a file or an address of its own."""
    for path, facts in sorted(site.pages.items()):
        if facts.refresh:
            url = facts.refresh.url
            yield Step(path, path, Place(), url, site.target(facts, url))
    root = Facts(NAME, "", ())
    for rule in rules_of(site):
        if rule.has_moved and rule.to and not rule.is_open:
            yield Step(rule.source, NAME, rule.to_place, rule.to, site.target(root, rule.to))


def rules_of(site: Site) -> list[Redirect]:
    """The lines of `_redirects`."""
    return list(site.hosting.redirects)


def place_of(site: Site, step: Step) -> Place:
    """Where the address of a redirect stands."""
    facts = site.pages.get(step.path)
    return site.place(facts, facts.refresh) if facts and facts.refresh else step.place


def way_from(site: Site, step: Step, by_key: dict[str, Step]) -> list[Step]:
    """The redirects that a reader goes through from `step`, itself the first; ends where the first comes again."""
    way = [step]
    while len(way) < _MOST and (after := _after(site, way[-1].target, by_key)):
        if after in way:
            return [*way, after]
        way.append(after)
    return way


def _after(site: Site, target: Target, by_key: dict[str, Step]) -> Step | None:
    if target.path:
        return by_key.get(target.path)
    if target.parts or target.fault:
        return None
    rule = next((one for one in site.hosting.redirects if one.leads(f"/{target.looked_for}")), None)
    return by_key.get(rule.source) if rule else None
