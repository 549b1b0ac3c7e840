"""Raw HTML with a fault in it, put into a page, a box that several pages show, a template, or a built page."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from planter.kinds import BUILT, SOURCES, Kind, Plant, Planted, line_at, named, one_of, varied
from planter.kinds.markdown import inserted

_TAG: Final = re.compile(r"\{%-?\s*(\w+)[^%]*%\}")
_END: Final = re.compile(r"</(?:p|ul|nav|div|header|dl|span)>\n")
_OPENS: Final = frozenset({"if", "for", "call", "filter", "with"})

_TABLE: Final = (
    ("picture without alt", '<p><img src="{art}" width="40" height="40"></p>', "missing-alt", ""),
    ("link without words", '<p><a href="https://example.org/{word}"></a></p>', "link-without-name", ""),
    ("button without words", '<p><button type="button"></button></p>', "button-without-name", ""),
    ("field without label", '<p><input type="text" name="{word}"></p>', "control-without-label", ""),
    ("frame without title", '<p><iframe src="https://example.org/{word}"></iframe></p>', "frame-without-title",
     "third-party-request blocked-by-policy"),
    ("drawing without name", '<p><span role="img"></span></p>', "graphic-without-name", ""),
    ("empty heading of HTML", "<h2></h2>", "empty-heading", ""),
    ("heading too deep", "<h6>Small {word} words</h6>", "skipped-heading-level", ""),
    ("link to nowhere", '<p><a href="/nowhere-{word}/">Nowhere</a></p>', "broken-link", "unrecognized-link"),
    ("picture of nowhere", '<p><img src="/art/{word}.svg" alt="A {word} hand"></p>', "broken-link broken-part", ""),
    ("empty address of HTML", '<p><img src="" alt="A {word} hand"></p>', "empty-address", ""),
    ("script as address", '<p><a href="javascript:show()">Show</a></p>', "script-link", "blocked-by-policy"),
    ("space in address", '<p><a href="https://example.org/{word} b">A {word} leaflet</a></p>', "unencoded-address", ""),
    ("broken srcset", '<p><img src="{art}" srcset="{art} wide" alt="A {word} hand"></p>', "malformed-srcset", ""),
    ("name of no element", '<p><span aria-describedby="no-{word}">Hands {word}</span></p>', "dangling-reference", ""),
    ("map of no element", '<p><img src="{art}" alt="A {word} hand" usemap="#map-{word}"></p>', "missing-image-map", ""),
    ("attribute twice", '<p title="a" title="b">Hands {word}</p>', "duplicate-attribute", ""),
    ("unknown character", "<p>Hands {word}&nosuch; and feet</p>", "unknown-character-reference", ""),
    ("wrong language", '<p lang="en_GB">Hands {word}</p>', "malformed-language", ""),
    ("unknown role", '<p role="buton">Hands {word}</p>', "unknown-aria", ""),
    ("unknown state", '<p aria-labeled="Hands {word}">Hands {word}</p>', "unknown-aria", ""),
    ("button in a link", '<p><a href="https://example.org/{word}">Go <button type="button">now</button></a></p>', "nested-interactive", ""),
    ("label of no field", '<p><label>Town {word}</label></p>', "label-without-control", ""),
    ("entry without list", '<div><li>Hands {word}</li></div>', "misplaced-list-item", ""),
    ("self-closed", '<p><span class="gap"/>Hands {word}</p>', "self-closed-element", "unclosed-element"),
    ("obsolete element", '<p><font size="4">Hands {word}</font></p>', "obsolete-element", ""),
    ("first in the order", '<p><a href="https://example.org/{word}" tabindex="3">A {word} leaflet</a></p>', "positive-tabindex", ""),
    ("sound by itself", '<p><audio src="{art}" autoplay></audio></p>', "autoplay", ""),
    ("film without captions", '<p><video src="{art}" controls></video></p>', "video-without-captions", ""),
    ("opener given away", '<p><a href="https://example.org/{word}" target="_blank" rel="opener">A {word} leaflet</a></p>', "given-opener", ""),
    ("picture from elsewhere", '<p><img src="https://example.org/{word}.png" alt="A {word} hand"></p>', "third-party-request", "blocked-by-policy"),
    ("style the policy forbids", '<p style="color:red">Hands {word}</p>', "blocked-by-policy", ""),
    ("id with a gap", '<p id="two words">Hands {word}</p>', "malformed-id", ""),
    ("second main", "<main><p>Hands {word}</p></main>", "several-mains", ""),
)  # fmt: skip
_IN_BOX: Final = frozenset(range(0, len(_TABLE), 3))
_IN_TEMPLATE: Final = frozenset(range(len(_TABLE) - 1))
"""Not a second <main>: of two, the later one is reported, and that may be the page's own."""
_FAR: Final = named("link-without-name")
"""In the list of contents, for a heading without words."""
_ART: Final = "/art/hero.svg"


def _in_template(lines: str) -> Plant:
    """A plant that puts `lines` where the template has an element of its own, whatever it is given."""

    def plant(text: str, rng: Random) -> Planted | None:
        places = [one.end() for one in _END.finditer(text) if _is_always_shown(text[: one.end()])]
        at = one_of(places, rng)
        return None if at is None else Planted(f"{text[:at]}{varied(lines, rng)}\n{text[at:]}", line_at(text, at))

    return plant


def _is_always_shown(before: str) -> bool:
    """Whether no condition or loop is open, and no macro but the one that draws the whole."""
    open_now: list[str] = []
    for tag in _TAG.findall(before):
        if tag in _OPENS or tag in ("macro", "block"):
            open_now.append(tag)
        elif tag.startswith("end") and open_now:
            open_now.pop()
    in_macro = before.rpartition("{% macro ")[2]
    return not _OPENS.intersection(open_now) and ("macro" not in open_now or in_macro.startswith("page("))


def _in_built(lines: str) -> Plant:
    """A plant that puts `lines` into the article of a built page."""

    def plant(text: str, rng: Random) -> Planted | None:
        start, end = text.find('<article class="page__article'), text.rfind("</article>")
        places = [one.end() for one in re.finditer(r"</p>\n(?=<p>|<h2|<ul>)", text) if start < one.end() < end]
        at = one_of(places, rng)
        return None if at is None else Planted(f"{text[:at]}{varied(lines, rng)}\n{text[at:]}", line_at(text, at))

    return plant


def _kinds() -> list[Kind]:
    made: list[Kind] = []
    for number, (name, lines, rules, also) in enumerate(_TABLE):
        snippet = lines.replace("{art}", _ART)
        more = named(also) | named(
            "html-instead-of-markdown unclosed-element nested-interactive link-without-name blocked-by-policy buried-main-message"
        )
        makers = [("page", inserted(snippet), SOURCES), ("built page", _in_built(snippet), BUILT)]
        makers += [("box", inserted(snippet), SOURCES)] if number in _IN_BOX else []
        makers += [("template", _in_template(snippet), SOURCES)] if number in _IN_TEMPLATE else []
        made += [
            Kind(f"{where}: {name}", where, plant, named(rules), more, _FAR, mode=mode) for where, plant, mode in makers
        ]
    return made


KINDS: Final = tuple(_kinds())
