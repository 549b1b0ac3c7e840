"""Slips in the Markdown of a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from random import Random
from typing import Final

from planter.kinds import Kind, Plant, Planted, line_at, mistyped, named, one_of, replaced, varied

_LINK: Final = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<url>(?P<path>[\w./-]+)\.md(?P<anchor>#[\w-]+)?)\)")
_IMAGE: Final = re.compile(r"!\[(?P<words>[^\[\]\n]*)\]\((?P<url>(?P<path>[\w./-]+)\.svg)\)")
_HEADING: Final = re.compile(r"^(?P<signs>##+) (?P<words>[^\n{]+?)(?P<id> \{ #(?P<anchor>[\w-]+)[^\n]*\})?$", re.M)
_PARAGRAPH: Final = re.compile(r"(?<=\n\n)[A-Z][^\n<>{}|]+\n(?=\n)")


def changing(pattern: re.Pattern[str], group: str, slip: Callable[[re.Match[str], Random], str | None]) -> Plant:
    """A plant that writes what `slip` says over a group of one place that `pattern` finds."""

    def plant(text: str, rng: Random) -> Planted | None:
        found = one_of((one for one in pattern.finditer(text) if one[group]), rng)
        new = slip(found, rng) if found else None
        if found is None or new is None or new == found[group]:
            return None
        original = found["anchor"] if group == "anchor" else found["url"] if "url" in pattern.groupindex else ""
        return replaced(text, found.start(group), found.end(group), new, original)

    return plant


def whole(pattern: re.Pattern[str], slip: Callable[[re.Match[str], Random], str | None]) -> Plant:
    """The same for all that `pattern` finds; nothing is asked of the suggestion."""

    def plant(text: str, rng: Random) -> Planted | None:
        found = one_of(pattern.finditer(text), rng)
        new = slip(found, rng) if found else None
        return None if found is None or new is None else replaced(text, found.start(), found.end(), new)

    return plant


def inserted(lines: str, below: int = 0) -> Plant:
    """A plant that puts a paragraph of its own between two others; the fault is said `below` its first line."""

    def plant(text: str, rng: Random) -> Planted | None:
        found = one_of(_PARAGRAPH.finditer(text), rng)
        if found is None:
            return None
        before = text[: found.start()]
        return Planted(f"{before}{varied(lines, rng)}\n\n{text[found.start() :]}", line_at(before, len(before)) + below)

    return plant


def _typo(found: re.Match[str], rng: Random) -> str | None:
    folder, name = posixpath.split(found["path"])
    return posixpath.join(folder, mistyped(name, rng)) if len(name) > 3 else None


def _other_case(found: re.Match[str], rng: Random) -> str:
    folder, name = posixpath.split(found["path"])
    return posixpath.join(folder, name.capitalize())


def _other_folder(found: re.Match[str], rng: Random) -> str:
    path = found["path"]
    return path.removeprefix("../") if path.startswith("../") else f"../{path}"


def _anchor_typo(found: re.Match[str], rng: Random) -> str | None:
    return "#" + mistyped(found["anchor"][1:], rng) if len(found["anchor"]) > 5 else None


def _twice(found: re.Match[str], rng: Random) -> str:
    return f"{found[0]}\n\nOnce more.\n\n{found['signs']} {found['words']}"


def _second(text: str, rng: Random) -> Planted | None:
    """A heading written again where its section ends, at the second one's line."""
    found = one_of((one for one in _HEADING.finditer(text) if one["signs"] == "##"), rng)
    if found is None:
        return None
    planted = replaced(text, found.start(), found.end(), _twice(found, rng))
    return planted._replace(line=planted.line + 4)


def _same_id(text: str, rng: Random) -> Planted | None:
    found = [one for one in _HEADING.finditer(text) if one["anchor"]]
    if len(found) < 2:
        return None
    at = rng.randrange(1, len(found))
    return replaced(text, found[at].start("anchor"), found[at].end("anchor"), found[at - 1]["anchor"])


def _no_main_heading(text: str, rng: Random) -> Planted | None:
    found = re.search(r"^# [^\n]+\n", text, re.M)
    return replaced(text, found.start(), found.start() + 2, "") if found else None


_LINKS = "broken-link unrecognized-link"
_LOST: Final = named("orphan-page unused-image unused-file")
_ANCHORS: Final = named("broken-anchor dangling-reference")
_TABLE: Final[tuple[tuple[str, Plant, str, str], ...]] = (
    ("misspelt page", changing(_LINK, "path", _typo), "broken-link", ""),
    ("page in other letters", changing(_LINK, "path", _other_case), "wrong-case", "broken-link"),
    ("built name", changing(_LINK, "url", lambda m, _: f"{m['path']}.html{m['anchor'] or ''}"),
     "html-instead-of-markdown broken-link", "unrecognized-link"),
    ("ending left out", changing(_LINK, "url", lambda m, _: f"{m['path']}{m['anchor'] or ''}"), _LINKS, "broken-anchor"),
    ("wrong folder", changing(_LINK, "path", _other_folder), "broken-link link-outside-docs", ""),
    ("misspelt anchor", changing(_LINK, "anchor", _anchor_typo), "broken-anchor", ""),
    ("backslashes", changing(_LINK, "path", lambda m, _: m["path"].replace("/", "\\") if "/" in m["path"] else None),
     "backslash-in-link", "broken-link unencoded-address"),
    ("wrong ending of image", changing(_IMAGE, "url", lambda m, _: f"{m['path']}.png"), "broken-link broken-part", "unused-image unused-file"),
    ("misspelt image", changing(_IMAGE, "path", _typo), "broken-link broken-part", "unused-image unused-file"),
    ("gap in link", whole(_LINK, lambda m, _: f"[{m['words']}] ({m['url']})"), "gap-in-link", ""),
    ("reversed link", whole(_LINK, lambda m, _: f"({m['words']})[{m['url']}]"), "reversed-link", ""),
    ("no closing bracket", whole(_LINK, lambda m, _: f"[{m['words']}]({m['url']} "), "unfinished-link", ""),
    ("no address", whole(_LINK, lambda m, _: f"[{m['words']}]()"), "empty-address", ""),
    ("no words", whole(_LINK, lambda m, _: f"[]({m['url']})"), "link-without-name", ""),
    ("vague words", whole(_LINK, lambda m, r: f"[{r.choice(('here', 'click here', 'read more'))}]({m['url']})"), "vague-link-text", "same-text-different-targets"),
    ("undefined reference", whole(_LINK, lambda m, _: f"[{m['words']}][no such name]"), "undefined-reference", ""),
    ("own disk", whole(_LINK, lambda m, _: f"[{m['words']}](file:///home/ann/page.md)"), "address-on-disk", ""),
    ("impossible port", whole(_LINK, lambda m, _: f"[{m['words']}](https://example.org:99999/)"), "malformed-address", ""),
    ("out of the pages", whole(_LINK, lambda m, _: f"[{m['words']}](../../../README.md)"), "link-outside-docs outside-site broken-link", ""),
    ("mail to nobody", whole(_LINK, lambda m, _: f"[{m['words']}](mailto:ann.example.org)"), "malformed-mail-address", ""),
    ("call to nobody", whole(_LINK, lambda m, _: f"[{m['words']}](tel:call-us)"), "malformed-phone-number", ""),
    ("unsafe address", whole(_LINK, lambda m, _: f"[{m['words']}](http://example.org/page)"), "insecure-address", ""),
    ("password in address", whole(_LINK, lambda m, _: f"[{m['words']}](https://ann:secret@example.org/)"), "credentials-in-address", ""),
    ("image without alt", whole(_IMAGE, lambda m, _: f"![]({m['url']})"), "missing-alt graphic-without-name", ""),
    ("file name as alt", whole(_IMAGE, lambda m, _: f"![{posixpath.basename(m['url'])}]({m['url']})"), "file-name-as-alt", ""),
    ("skipped level", changing(_HEADING, "signs", lambda m, _: f"{m['signs']}##"), "skipped-heading-level", "duplicate-heading"),
    ("second main heading", changing(_HEADING, "signs", lambda m, _: "#"), "several-main-headings", "skipped-heading-level buried-main-message"),
    ("no main heading", _no_main_heading, "missing-main-heading", "buried-main-message"),
    ("empty heading", inserted("##"), "empty-heading", ""),
    ("same heading twice", _second, "duplicate-heading", "same-text-different-targets"),
    ("same id twice", _same_id, "duplicate-id", ""),
    ("bare address", inserted("See https://example.org/leaflet for more."), "bare-address", ""),
    ("unread Markdown", inserted("<div>\nSee **[the start](index.md)**.\n</div>"), "unread-markdown", ""),
    ("unused reference", inserted("[leaflet]: https://example.org/leaflet"), "unused-reference", ""),
    ("repeated reference", inserted("See [leaflet].\n\n[leaflet]: https://example.org/a\n[leaflet]: https://example.org/b", 3), "repeated-reference", ""),
)  # fmt: skip
KINDS: Final = tuple(
    Kind(
        f"page: {name}",
        "page",
        plant,
        named(rules),
        named(also) | _ANCHORS | named("buried-main-message"),
        _LOST | _ANCHORS,
    )
    for name, plant, rules, also in _TABLE
)
