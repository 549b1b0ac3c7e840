"""Faults of built files: pages, style sheets, the sitemap and what hosts read."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planter.kinds import BUILT, Kind, Plant, Planted, line_at, mistyped, named, one_of, replaced

_HREF: Final = re.compile(r'<a [^>]*?href="((?:\.\./)+[\w/-]+/)"')
_ANCHOR: Final = re.compile(r'<a [^>]*?href="(?:\.\./)+[\w/-]+/#([\w-]{5,})"')


def _over(pattern: str, new: str, said_at: str = "") -> Plant:
    """A plant that writes `new` over what `pattern` finds; the fault is said where `said_at` begins, if given."""

    def plant(text: str, rng: Random) -> Planted | None:
        found = one_of(re.finditer(pattern, text), rng)
        if found is None:
            return None
        planted = replaced(text, found.start(), found.end(), found.expand(new))
        at = re.search(said_at, planted.text) if said_at else None
        return planted._replace(line=line_at(planted.text, at.start())) if at else planted

    return plant


def _misspelt(pattern: re.Pattern[str]) -> Plant:
    def plant(text: str, rng: Random) -> Planted | None:
        found = one_of((one for one in pattern.finditer(text) if len(one[1].strip("./")) > 3), rng)
        if found is None:
            return None
        before, slash, name = found[1].rstrip("/").rpartition("/")
        end = found[1][len(found[1].rstrip("/")) :]
        return replaced(text, found.start(1), found.end(1), f"{before}{slash}{mistyped(name, rng)}{end}", found[1])

    return plant


def _appended(lines: str) -> Plant:
    return lambda text, rng: Planted(
        f"{text.rstrip()}\n{lines}\n".lstrip(), line_at(text.rstrip(), len(text)) + bool(text.strip())
    )


def _page_of(entry: str) -> str:
    """The built page that an entry of the sitemap lists."""
    address = re.search(rf"<loc>{_SITE}([^<]*)", entry)
    return f"site/{address[1] if address else ''}index.html"


def _without_an_entry(text: str, rng: Random) -> Planted | None:
    found = one_of(re.finditer(r"<url>.*?</url>\s*", text, re.S), rng)
    return replaced(text, found.start(), found.end(), "")._replace(line=1, path=_page_of(found[0])) if found else None


_HEAD: Final = r"(?<=</title>\n)"
_SITE: Final = "https://infant-massage.example/"
_TABLE: Final = (
    ("misspelt address", "built page", _misspelt(_HREF), "broken-link", ""),
    ("misspelt place", "built page", _misspelt(_ANCHOR), "broken-anchor", ""),
    ("address in other letters", "built page", _over(r'(<a [^>]*?href="(?:\.\./)+)instructors/"', r'\1Instructors/"'), "wrong-case broken-link", ""),
        ("no doctype", "built page", _over(r"\A<!doctype html>\n", ""), "quirks-mode", ""),
    ("no language", "built page", _over(r'<html lang="en"', "<html"), "missing-language", ""),
    ("no title", "built page", _over(r"<title>.*?</title>", "", "<head"), "missing-title", ""),
    ("two titles", "built page", _over(r"(<title>.*?</title>)\n", r"\1\n\1\n"), "several-titles", ""),
    ("no encoding", "built page", _over(r'<meta charset="utf-8">\n', "", "<html"), "missing-charset", ""),
    ("no enlarging", "built page", _over(r"width=device-width,initial-scale=1", "width=device-width,user-scalable=no"), "zoom-forbidden", ""),
    ("sent on after a while", "built page", _over(_HEAD, '<meta http-equiv="refresh" content="30">\n'), "delayed-refresh", ""),
    ("canonical of nowhere", "built page", _over(rf'(<link rel="canonical" href="{_SITE})', r"\1gone-"), "broken-canonical", "og-url-mismatch unwanted-sitemap-page"),
    ("canonical elsewhere", "built page", _over(rf'<link rel="canonical" href="{_SITE}', '<link rel="canonical" href="https://example.net/'), "foreign-canonical", "og-url-mismatch unwanted-sitemap-page"),
    ("two canonicals", "built page", _over(r'<link rel="canonical"[^>]*>\n', r"\g<0>" + f'<link rel="canonical" href="{_SITE}about/">\n'), "several-canonicals", "og-url-mismatch unwanted-sitemap-page indirect-canonical"),
    ("other address for networks", "built page", _over(rf'(<meta property="og:url" content="{_SITE})[^"]*', r"\1elsewhere/"), "og-url-mismatch", "broken-link"),
    ("picture for networks without host", "built page", _over(rf'(<meta property="og:image" content="){_SITE}', r"\1/"), "relative-social-image", ""),
    ("translation into nothing", "built page", _over(_HEAD, f'<link rel="alternate" hreflang="english" href="{_SITE}">\n'), "malformed-hreflang", "one-way-hreflang hreflang-without-self"),
    ("translation one way", "built page", _over(_HEAD, f'<link rel="alternate" hreflang="de" href="{_SITE}about/">\n'), "one-way-hreflang", "hreflang-without-self"),
    ("style that is not there", "built page", _over(r"(assets/stylesheet)\.\w+\.css", r"\1.0000000000.css"), "broken-part", ""),
    ("data that is no JSON", "built page", _over(r'(<script type="application/ld\+json">)\{', r"\1{,"), "malformed-json-ld", ""),
    ("policy that does nothing", "built page", _over(r"default-src 'none'", "default-scr 'none'"), "idle-policy", "blocked-by-policy third-party-request"),
    ("two main headings", "built page", _over(r"<h2( [^>]*)?>([^<]*)</h2>", r"<h1\1>\2</h1>"), "several-main-headings", "skipped-heading-level dangling-reference"),
    ("level skipped", "built page", _over(r"(?s)(</h1>(?:(?!<h[1-6]).)*)<h2( [^>]*)?>([^<]*)</h2>", r"\1<h4\2>\3</h4>", "<h4"), "skipped-heading-level", ""),
    ("main heading left out", "built page", _over(r"<h1[^>]*>(.*?)</h1>", r"<p>\1</p>"), "missing-main-heading", "skipped-heading-level broken-anchor"),
    ("quote left out", "built page", _over(r'(<a class="site-header__home" href="[^"]*)"', r"\1"), "broken-tag unfinished-markup", "unencoded-address broken-link duplicate-attribute unclosed-element link-without-name malformed-address broken-anchor"),
    ("comment without end", "built page", _over(r"</article>", "<!-- </article>"), "unfinished-markup", "unclosed-element broken-anchor dangling-reference"),
    ("element without end", "built page", _over(r"</article>\n", "", "<article"), "unclosed-element", ""),
    ("number of no character", "built page", _over(r"(<h1[^>]*>)", r"\1&#0;"), "lost-character", ""),
    ("id again", "built page", _over(r"(<h1[^>]*>.*?</h1>)", r'\1<span id="content"></span>'), "duplicate-id", ""),
    ("style names no file", "style sheet", _appended(".a{background:url(nowhere.svg)}"), "broken-part", ""),
    ("style names no address", "style sheet", _appended(".a{background:url(https://a:b:c/x.svg)}"), "malformed-address", ""),
    ("listed but gone", "sitemap", _over(rf"(<loc>{_SITE})", r"\1gone-"), "missing-sitemap-page", "unlisted-page"),
    ("not listed", "sitemap", _without_an_entry, "unlisted-page", ""),
    ("sitemap is no XML", "sitemap", _over(r"</loc>", "</lo>"), "unreadable-data", "unlisted-page"),
    ("sitemap without host", "sitemap", _over(rf"<loc>{_SITE}", "<loc>/"), "malformed-address", "missing-sitemap-page unlisted-page"),
    ("robots name no sitemap", "robots", _appended(f"Sitemap: {_SITE}map.xml"), "broken-link missing-sitemap-page", ""),
    ("robots name half an address", "robots", _appended("Sitemap: sitemap.xml"), "malformed-address", ""),
    ("icon of the manifest", "manifest", _appended('{"icons": [{"src": "nowhere.png"}]}'), "broken-part", "unused-file"),
    ("manifest is no JSON", "manifest", _appended('{"icons": ['), "unreadable-data", "unused-file"),
    ("redirect to nowhere", "redirects", _appended("/old/ /no-such-page/ 301"), "broken-redirect", ""),
    ("redirect round and round", "redirects", _appended("/a/ /b/ 301\n/b/ /a/ 301"), "redirect-loop", ""),
    ("redirect in a chain", "redirects", _appended("/a/ /b/ 301\n/b/ /about/ 301"), "redirect-chain", ""),
)  # fmt: skip
_FAR: Final = named("unwanted-sitemap-page orphan-page unlisted-page unused-file indirect-canonical broken-anchor")
KINDS: Final = tuple(
    Kind(f"{where}: {name}", where, plant, named(rules), named(also) | named("dangling-reference"), _FAR, mode=BUILT)
    for name, where, plant, rules, also in _TABLE
)
