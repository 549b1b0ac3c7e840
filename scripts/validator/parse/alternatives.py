"""What links and images of Markdown are called to those who hear a page."""

from __future__ import annotations

from typing import Final

from validator.parse.markdown import Link, MarkdownPage

VAGUE: Final = frozenset(
    {"click here", "click", "here", "this", "this link", "this page", "link", "more", "read more", "learn more"}
    | {"more info", "more information", "details", "more details", "go", "see more", "find out more", "continue"}
    | {"continue reading", "click this link", "follow this link", "right here", "info", "page", "website", "url"}
)
"""As in the rule of built pages; a page has one language, and most have this one."""


def name_of(link: Link, page: MarkdownPage) -> str:
    """The words that a link is announced with; an attribute that names it goes before its text."""
    named = link.element.attr("aria-label") or link.element.attr("aria-labelledby")
    return named or link.text or link.element.attr("title") or _inner_label(link)


def name_of_file(link: Link) -> str:
    """The name of the page that a link leads to: "details" may be what that page is about."""
    path = link.url.partition("#")[0].partition("?")[0].rstrip("/")
    return path.rpartition("/")[2].partition(".")[0].casefold()


def _inner_label(link: Link) -> str:
    """The label of something inside a link, such as that of an icon."""
    inside = link.element.select("[aria-label], [title], title")
    return next((one.attr("aria-label") or one.attr("title") or one.text for one in inside), "")


def needs_alternative(link: Link, page: MarkdownPage) -> bool:
    """Whether an image without words leaves those out who do not see it (HTML standard, 4.8.4.4)."""
    element = link.element
    if (element.attr("alt") or "").strip() or element.attr("title") or element.attr("aria-label"):
        return False
    if (element.attr("role") or "") in ("presentation", "none") or page.is_hidden(element):
        return False
    around = element.closest("a")
    if around is not None:
        return not page.text_of(around) if "alt" not in element.attrs else False
    figure = element.closest("figure")
    return figure is None or figure.select_one("figcaption") is None
