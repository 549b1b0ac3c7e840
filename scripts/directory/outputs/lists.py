"""The article of a page that lists people or towns: what `place` gathered, put into the parts of components/place/.

A person stands in several lists (their town, their languages, online), so the card is drawn once for each depth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup

from directory.outputs import paths
from directory.outputs.place import Card, Group, Link, Pager, PlacePage
from directory.outputs.shell import Shell, joined
from directory.outputs.trail import trail
from directory.outputs.wording import Wording

_NOTHING: Final = Markup("")
Parts = Mapping[str, Shell]


class Lists:
    """Draws the lists; `parts` are the macros of components/place/, `cards` of person-card/, `trails` of trail/."""

    def __init__(self, wording: Wording, parts: Parts, cards: Parts, trails: Parts) -> None:
        self.wording, self.parts, self.cards, self.trails = wording, parts, cards, trails
        self._drawn: dict[tuple[str, str], Markup] = {}

    def content(self, page: PlacePage) -> Markup:
        """The article of one page."""
        root = paths.root(page.path)
        return self.parts["page"].fill(
            {
                "trail": trail(page.trail, root, self.trails),
                "heading": page.heading,
                "count": page.count,
                "sample": self.parts["sample"].fill({}) if page.has_samples else _NOTHING,
                "towns": self._towns(page.towns, root) if page.towns else _NOTHING,
                "groups": joined([self._group(group, page.heading, root) for group in page.groups]),
                "pager": self._pager(page.pager, root) if page.pager else _NOTHING,
                "chapter": self._chapter(page),
            }
        )

    def _towns(self, towns: Iterable[Link], root: str) -> Markup:
        facts = ({"href": f"{root}{town.path}", "name": town.name, "count": town.count} for town in towns)
        return self.parts["towns"].fill({"links": joined([self.parts["town"].fill(one) for one in facts])})

    def _group(self, group: Group, heading: str, root: str) -> Markup:
        people = joined([self._card(card, root) for card in group.people])
        part = self.parts["group" if group.name else "only_group"]
        return part.fill({"name": group.name or heading, "people": people})

    def _pager(self, pager: Pager, root: str) -> Markup:
        def link(part: str, path: str | None) -> Markup:
            return self.parts[part].fill({"href": f"{root}{path}"}) if path is not None else _NOTHING

        links = {"previous": link("previous", pager.previous), "next": link("next", pager.next)}
        return self.parts["pager"].fill({"here": pager.here, **links})

    def _chapter(self, page: PlacePage) -> Markup:
        chapter = page.chapter
        if chapter is None:
            return _NOTHING
        return self.parts["chapter"].fill({"text": page.chapter_text, "href": chapter.url, "name": chapter.name})

    def _card(self, card: Card, root: str) -> Markup:
        key = card.path, root
        if key not in self._drawn:
            self._drawn[key] = self._new_card(card, root)
        return self._drawn[key]

    def _new_card(self, card: Card, root: str) -> Markup:
        more = {"next_class": card.next_class, "warning": card.warning}
        return self.cards["card"].fill(
            {
                "href": f"{root}{card.path}",
                "name": card.name,
                "place": joined([self.cards["own"].fill({"text": part}) for part in card.place_parts], ", "),
                "facts": " · ".join(filter(None, (", ".join(card.languages), ", ".join(card.formats)))),
                "more": joined([self.cards[part].fill({"text": text}) for part, text in more.items() if text]),
            }
        )
