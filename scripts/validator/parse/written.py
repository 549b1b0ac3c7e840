"""Files that are no pages → the addresses written in them, each with its place: styles, manifests, sitemaps, feeds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from validator.finding import Place
from validator.parse.addresses import ACTION, MENTION, PART
from validator.parse.css import css_addresses
from validator.parse.encoding import decode
from validator.parse.located_json import Leaf, json_texts
from validator.parse.xml import XmlElement, xml_elements


class Written(NamedTuple):
    """One address as it stands in a file; `label` names what holds it, `kind` is one of `parse.addresses`."""

    url: str
    kind: str
    label: str
    place: Place


SITEMAP: Final = "sitemap loc"
SITEMAP_INDEX: Final = "sitemap index loc"
ROBOTS: Final = "robots.txt Sitemap"
WHOLE: Final = frozenset({SITEMAP, SITEMAP_INDEX, ROBOTS, "sitemap image loc", "sitemap alternate"})
"""What must be a whole address, since whoever reads it has no page to start from."""
SITEMAP_ROOTS: Final = frozenset({"urlset", "sitemapindex"})
_LOOKED_AT: Final = 2048
_ROOT: Final = re.compile(
    rb"<(?:[\w-]+:)?(urlset|sitemapindex|rss|feed|RDF|browserconfig|OpenSearchDescription)[\s/>]", re.A
)
_JSON_FEED: Final = re.compile(rb'"version"\s*:\s*"https://jsonfeed\.org/version/')


def written_in(path: str, data: bytes) -> Iterator[Written]:
    """The addresses in one file; none of a kind that holds none.  Raises `XmlError` and `JsonError`."""
    if reader := _reader(path.lower(), data[:_LOOKED_AT]):
        yield from reader(data)


def _reader(path: str, head: bytes) -> Callable[[bytes], Iterator[Written]] | None:
    name = path.rpartition("/")[2]
    if name.endswith(".css"):
        return _in_style
    if path == "robots.txt":
        return _in_robots
    if name.endswith(".webmanifest") or (name == "manifest.json" and b'"icons"' in head):
        return _in_manifest
    if name.endswith(".json") and _JSON_FEED.search(head):
        return _in_json_feed
    if name.endswith((".xml", ".rss", ".atom")) and (found := _ROOT.search(head)):
        return _BY_ROOT[found[1]]
    return None


def _in_style(data: bytes) -> Iterator[Written]:
    for url, place in css_addresses(decode(data)):
        if bare := url.strip():
            yield from [] if bare.startswith("#") else [Written(url, PART, "url()", place)]


def _in_robots(data: bytes) -> Iterator[Written]:
    for number, line in enumerate(decode(data).split("\n"), 1):
        name, colon, rest = line.partition(":")
        url = rest.partition("#")[0].strip()
        if colon and name.strip().lower() == "sitemap" and url:
            yield Written(url, MENTION, ROBOTS, Place(number, line.index(url, len(name)) + 1))


def _in_manifest(data: bytes) -> Iterator[Written]:
    for leaf in json_texts(decode(data)):
        if kind := _MANIFEST.get(leaf.path):
            yield Written(leaf.value, kind, f"manifest {_shown(leaf)}", leaf.place)


_MANIFEST: Final = {
    ("start_url",): PART,
    ("icons", "[]", "src"): PART,
    ("screenshots", "[]", "src"): PART,
    ("shortcuts", "[]", "url"): PART,
    ("shortcuts", "[]", "icons", "[]", "src"): PART,
    ("share_target", "action"): ACTION,
    ("file_handlers", "[]", "action"): PART,
    ("file_handlers", "[]", "icons", "[]", "src"): PART,
}


def _in_json_feed(data: bytes) -> Iterator[Written]:
    for leaf in json_texts(decode(data)):
        if leaf.path in _JSON_FEED_ADDRESSES:
            yield Written(leaf.value, MENTION, f"feed {_shown(leaf)}", leaf.place)


_JSON_FEED_ADDRESSES: Final = {
    ("home_page_url",),
    ("feed_url",),
    ("next_url",),
    ("icon",),
    ("favicon",),
    ("items", "[]", "url"),
    ("items", "[]", "image"),
    ("items", "[]", "banner_image"),
    ("items", "[]", "attachments", "[]", "url"),
}


def _shown(leaf: Leaf) -> str:
    return " ".join(step for step in leaf.path if step != "[]")


def _in_sitemap(data: bytes) -> Iterator[Written]:
    for one in xml_elements(data, {"loc", "link"}):
        if one.name == "link" and one.attributes.get("rel") == "alternate" and "href" in one.attributes:
            yield Written(one.attributes["href"], MENTION, "sitemap alternate", one.place)
        elif one.name == "loc" and one.text.strip():
            label = {"url": SITEMAP, "sitemap": SITEMAP_INDEX, "image": "sitemap image loc"}.get(one.parent)
            yield from [Written(one.text.strip(), MENTION, label, one.text_place)] if label else []


def _in_feed(data: bytes) -> Iterator[Written]:
    elements = xml_elements(data, {"link", "url", "enclosure", "icon", "logo", "guid", "content", "thumbnail"})
    has_base = any("base" in one.attributes for one in elements)
    for one in elements:
        for url, label, place in _of_feed(one):
            if "://" in url or not has_base:
                yield Written(url, MENTION, label, place)


def _of_feed(one: XmlElement) -> Iterator[tuple[str, str, Place]]:
    if one.name == "link" and "href" in one.attributes:
        if one.attributes.get("rel", "alternate") in (
            "alternate",
            "self",
            "enclosure",
            "first",
            "last",
            "next",
            "previous",
        ):
            yield one.attributes["href"], "feed link", one.place
    elif one.name in ("enclosure", "content", "thumbnail") and "url" in one.attributes:
        yield one.attributes["url"], f"feed {one.name}", one.place
    elif one.name == "guid" and one.attributes.get("isPermaLink", "true") == "true" and "://" in one.text:
        yield one.text.strip(), "feed guid", one.text_place
    elif one.name in ("link", "icon", "logo") or (one.name == "url" and one.parent == "image"):
        yield from [(one.text.strip(), f"feed {one.name}", one.text_place)] if one.text.strip() else []


def _in_browser_config(data: bytes) -> Iterator[Written]:
    tiles = {"square70x70logo", "square150x150logo", "square310x310logo", "wide310x150logo", "TileImage"}
    for one in xml_elements(data, tiles):
        if "src" in one.attributes:
            yield Written(one.attributes["src"], PART, f"browserconfig {one.name}", one.place)


def _in_search(data: bytes) -> Iterator[Written]:
    for one in xml_elements(data, {"Url", "Image", "SearchForm"}):
        template = re.sub(r"\{[^}]*\}", "x", one.attributes.get("template", ""))
        if one.name == "Url" and "{" not in one.attributes.get("template", "").partition("?")[0] and template:
            yield Written(template, ACTION, "OpenSearch Url", one.place)
        elif one.name != "Url" and one.text.strip():
            yield Written(one.text.strip(), MENTION, f"OpenSearch {one.name}", one.text_place)


_BY_ROOT: Final[dict[bytes, Callable[[bytes], Iterator[Written]]]] = {
    b"urlset": _in_sitemap,
    b"sitemapindex": _in_sitemap,
    b"rss": _in_feed,
    b"feed": _in_feed,
    b"RDF": _in_feed,
    b"browserconfig": _in_browser_config,
    b"OpenSearchDescription": _in_search,
}
