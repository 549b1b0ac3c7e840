"""What is said of an address in a built site that does not arrive, and what would."""

from __future__ import annotations

from functools import lru_cache

from records.problem import quoted

from validator.finding import Finding
from validator.near import Names
from validator.parse.urls import bare, decoded, split_fragment
from validator.site import Facts, Site, Use


def missing(site: Site, use: Use, level: str = "") -> Finding:
    """A finding for an address whose file is not there."""
    label, url = use.address.label, use.address.url
    why = f"{label} leads to {quoted(url)}, and the site has no such file"
    if use.target.fault == "no-index":
        why = f"{label} leads to {quoted(url)}, a folder that has no index page"
        return finding(site, use, why, "write the address of a page in it, or give it an index.html", level)
    if sure := site.names.only_slip(use.target.looked_for):
        return finding(site, use, why, instead(site, use, sure), level, shown(site, use, sure))
    return finding(site, use, why, nearest(site, use), level)


def finding(site: Site, use: Use, message: str, fix: str, level: str = "", mend: str = "") -> Finding:
    """A finding at the address of `use`."""
    place = site.place(use.page, use.address)
    return Finding(place, message, fix, use.address.url, use.page.path, level=level, mend=mend)


def nearest(site: Site, use: Use) -> str:
    """One thing to do about a target that is missing: the address most like it, written as the page writes it."""
    like = site.names.nearest(use.target.looked_for)
    return f"write {quoted(shown(site, use, like))}" if like else "take the address out, or add the file"


def instead(site: Site, use: Use, path: str) -> str:
    """The thing to do when `path` is surely meant."""
    return f"write {quoted(shown(site, use, path))}"


def shown(site: Site, use: Use, path: str) -> str:
    """The address of a file of the site as the page of `use` writes addresses, with its fragment if that is there."""
    url = bare(use.address.url)
    written, fragment = site.written_as(use.page, url, path), split_fragment(url)[1]
    with_place = f"{written}#{fragment}"
    return with_place if fragment and not site.target(use.page, with_place).fault else written


def nearest_anchor(facts: Facts, fragment: str) -> str:
    """The anchor of a page most like `fragment`; "" when none is."""
    return _anchors(facts.anchors).nearest(decoded(fragment))


@lru_cache(maxsize=16)
def _anchors(anchors: frozenset[str]) -> Names:
    return Names(anchors)
