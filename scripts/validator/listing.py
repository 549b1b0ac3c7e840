"""What the sitemaps of a site list, and which pages belong into one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from validator.parse.html import Address
from validator.parse.written import SITEMAP
from validator.site import NOT_FOUND_PAGE, Facts, Site, Target


class Entry(NamedTuple):
    """One `<loc>` of a sitemap and where it leads."""

    sitemap: Facts
    address: Address
    target: Target


def entries_of(site: Site) -> Iterator[Entry]:
    """Every page that the sitemaps list."""
    for facts in sitemaps_of(site):
        for one in facts.addresses:
            if one.label == SITEMAP:
                yield Entry(facts, one, site.target(facts, one.url))


def sitemaps_of(site: Site) -> list[Facts]:
    """The sitemaps that list pages."""
    return [facts for facts in site.unpaged.facts if any(one.label == SITEMAP for one in facts.addresses)]


def canonical_of(site: Site, facts: Facts) -> Target | None:
    """Where the only canonical link of a page leads; None when it has none, or several."""
    found = facts.canonicals
    return site.target(facts, found[0].url) if len(found) == 1 else None


def why_unwanted(site: Site, facts: Facts) -> str:
    """Why a page does not belong into a sitemap, to end a sentence; "" when it does."""
    if facts.refresh:
        return "sends its readers on to another page"
    if facts.is_noindex:
        return "asks search engines not to list it (noindex)"
    canonical = canonical_of(site, facts)
    if canonical and not canonical.fault and canonical.path != facts.path:
        return "names another page as its canonical one"
    return ""


def is_for_readers(facts: Facts) -> bool:
    """Whether a file is a page that readers come to by links: no "not found" page, no piece of a page."""
    name = facts.path.rpartition("/")[2]
    is_answer = facts.path in ("403.html", "500.html", "50x.html") or name == NOT_FOUND_PAGE
    return facts.is_whole and not is_answer and not name.startswith(("google", "yandex_", "pinterest-", "BingSiteAuth"))
