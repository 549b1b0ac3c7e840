"""Links that were meant and not made: what is left of them in the text that readers get.

Only brackets that carry a mark count, for an escaped `\\[` carries none, and its brackets are meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from records.nearest import nearest

from validator.finding import Place
from validator.parse.prose import HIDDEN, Run

if TYPE_CHECKING:
    from validator.parse.markdown import MarkdownPage

_ENDING: Final = r"\.(?:md|markdown|html?|png|jpe?g|svg|gif|webp|avif|pdf|txt|zip|csv|ics|vcf|mp4|mp3)"
_SIGN: Final = rf"[^\s()\[\]{HIDDEN}]"
ADDRESS: Final = rf"(?:(?:https?://|www\.|mailto:|\.{{0,2}}/|#){_SIGN}+|{_SIGN}+{_ENDING}(?:[?#]{_SIGN}*)?)"
_LINKED: Final = f"{HIDDEN}?({ADDRESS}){HIDDEN}?"
_TEXT: Final = r"[^\[\]]{1,300}"
_REFERENCE: Final = re.compile(rf"(?<![\w\])\\{HIDDEN}])!?\[({_TEXT})\]\[([^\[\]\n]{{0,200}})\]")
_REVERSED: Final = re.compile(rf"(?<!\w)\(([^()\n]{{1,300}})\)\[{_LINKED}\]")
_GAP: Final = re.compile(rf"(?<!\w)!?\[({_TEXT})\][ \t]+\({_LINKED}\)")
_UNFINISHED: Final = re.compile(rf"!?\[({_TEXT})\]\({_LINKED}(?!\S*\))")
_UNREAD: Final = re.compile(rf"!?\[({_TEXT})\]\({_LINKED}\)")
_FOOTNOTE: Final = re.compile(r"\[\^([^\[\]\s]{1,80})\]")
_BARE: Final = re.compile(
    rf"(?<![\w/{HIDDEN}({{<\"'`=.-])https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>\"{HIDDEN}]*)?"
)
_EXAMPLE: Final = re.compile(
    r"https?://(?:[\w.-]+\.)?(?:localhost|example|test|invalid|127\.0\.0\.1|example\.\w+)(?![\w.-])"
)
_FORMULA: Final = re.compile(r"\$[^$\n]*\$|\{\{.*?\}\}|\\\(.*?\\\)")
_WITH_MARKDOWN: Final = (
    'write the link as <a href="…">, or markdown="1" on the element around it (extension md_in_html)'
)
_END: Final = ".,;:!?*_'\")]}"
_OPENED: Final = {")": "(", "]": "[", "}": "{"}


class Slip(NamedTuple):
    """One of them: `written` as readers see it."""

    kind: str
    written: str
    place: Place
    fix: str

    @property
    def mend(self) -> str:
        """What belongs in its place, where every sign of it is known."""
        is_known = self.kind in ("reversed-link", "gap-in-link") and "…" not in self.written
        return self.fix.removeprefix("write ") if is_known else ""


def slips_of(page: MarkdownPage) -> Iterator[Slip]:
    """Every slip of a page, in order of its text."""
    for run in page.runs:
        if "[" in run.text or "://" in run.text:
            yield from _in_run(run._replace(text=_FORMULA.sub(lambda found: HIDDEN * len(found[0]), run.text)), page)


def _in_run(run: Run, page: MarkdownPage) -> Iterator[Slip]:
    for pattern, kind, fix in _KINDS:
        for found in pattern.finditer(run.text):
            place = page.marked_place(run, found.start(), found.end())
            if place and page.is_escaped(place):
                continue
            if place and (advice := fix(found, page)):
                is_unread = kind == "undefined-reference" and _name(found) in page.definitions
                yield Slip("unread-markdown" if is_unread else kind, _shown(found[0]), place, advice)
    if page.has_footnotes:
        yield from _footnotes(run, page)
    yield from _bare(run, page)


def _shown(text: str) -> str:
    """A match as readers see it, with dots for code; an address that became a link stands between two signs."""
    return re.sub(rf"{HIDDEN}({ADDRESS}){HIDDEN}", r"\1", text).replace(HIDDEN, "…").strip()


def _name(found: re.Match[str]) -> str:
    return " ".join((found[2] or found[1]).lower().split())


def _defined(found: re.Match[str], page: MarkdownPage) -> str:
    """What to do about `[text][name]`; "" for what only looks like it, such as two numbers of a table of numbers."""
    text, name = found[1], found[2] or found[1]
    if not re.search(rf"[^\W\d_]|{HIDDEN}", text) or text.startswith("^") or len(text.strip()) + len(name.strip()) < 3:
        return ""
    if _name(found) in page.definitions:
        return _WITH_MARKDOWN
    if HIDDEN in name:
        return "write the address in round brackets, since a name with code in it is not found"
    like = nearest(name, page.definitions)
    return (
        f"write [{like}], or add [{name}]: and its address below" if like else f"add a line [{name}]: with its address"
    )


def _outside(found: re.Match[str], page: MarkdownPage) -> str:
    return _WITH_MARKDOWN


def _turned(found: re.Match[str], page: MarkdownPage) -> str:
    sign = "!" if found[0].startswith("!") else ""
    return f"write {sign}[{found[1]}]({found[2]})"


def _closed(found: re.Match[str], page: MarkdownPage) -> str:
    if re.fullmatch(r"\d+|.", found[1]):
        return ""
    return _turned(found, page)


_KINDS: Final[tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str], MarkdownPage], str]], ...]] = (
    (_REFERENCE, "undefined-reference", _defined),
    (_REVERSED, "reversed-link", _turned),
    (_GAP, "gap-in-link", _closed),
    (_UNFINISHED, "unfinished-link", _turned),
    (_UNREAD, "unread-markdown", _outside),
)


def _footnotes(run: Run, page: MarkdownPage) -> Iterator[Slip]:
    for found in _FOOTNOTE.finditer(run.text):
        like = nearest(found[1], page.footnotes)
        fix = f"write [^{like}]" if like else f"add a line [^{found[1]}]: with the note"
        yield Slip("undefined-footnote", found[0], page.place_in(run, *found.span()), fix)


def _bare(run: Run, page: MarkdownPage) -> Iterator[Slip]:
    for found in _BARE.finditer(run.text):
        url = _without_end(found[0])
        if not _EXAMPLE.match(url) and (place := page.marked_place(run, *found.span())):
            yield Slip("bare-address", url, place, f"write <{url}>, or a link with words")


def _without_end(url: str) -> str:
    """An address without what ends the sentence around it; a bracket that opens in the address closes there."""
    while url[-1] in _END and not (url[-1] in _OPENED and url.count(_OPENED[url[-1]]) >= url.count(url[-1])):
        url = url[:-1]
    return url
