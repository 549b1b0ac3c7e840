"""A fault of a built page → the place in a file that a person edits, when one is known.

Asked in turn: a line that is the same, the front matter for what stands in the head, a link that leads there, an
element with the same words, an address of the data, a line of a template, and last any text that holds what the rule
quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin

from records.problem import Problem
from records.source import Source
from turbohtml import Element

from validator.finding import Place
from validator.parse.markdown import MarkdownPage
from validator.patterns import Patterns, tells
from validator.site import NOT_FOUND_PAGE, Site
from validator.sources import Sources
from validator.tracing import Built, Trace

NO_HEADING: Final = "missing-main-heading"


class Origin(NamedTuple):
    """A place in a file that a person edits."""

    path: str
    line: int
    column: int


@dataclass
class Origins:
    """What made the files of a site, by the path of the built file: `pages` that were Markdown, `copies` by the path
    of the same file in the sources, `people` by their YAML; `data`, `boxes`, `templates` and `shared` texts may have
    made a part of any page of `site`."""

    sources: Sources | None = None
    pages: Mapping[str, MarkdownPage] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, Source] = field(default_factory=dict)
    data: list[Source] = field(default_factory=list)
    shared: list[Source] = field(default_factory=list)
    boxes: list[MarkdownPage] = field(default_factory=list)
    patterns: Patterns = field(default_factory=lambda: Patterns(()))
    site: Site | None = None

    _built: Built = field(default_factory=lambda: Built(""))
    _traces: dict[str, Trace] = field(default_factory=dict)
    _known: dict[tuple[str, str], list[Origin]] = field(default_factory=dict)
    _addresses: dict[str, dict[str, list[Origin]]] = field(default_factory=dict)

    def of(self, problem: Problem, number: int) -> Origin | None:
        """What made the fault, the one with this `number` among equal ones of its page; None when it is not known."""
        if copied := self.copies.get(problem.page):
            return Origin(copied, problem.line, problem.column)
        built = self._page(problem.page)
        texts = self._texts(problem.page)
        if same := self._of_line(built, problem, texts):
            return same
        element = built.element(Place(problem.line, problem.column))
        return (
            self._of_head(problem, element)
            or self._of_address(problem, element, number)
            or self._of_element(built, element, texts)
            or self._of_data(problem)
            or self._of_template(built, problem)
            or self._of_text(problem, element, number)
        )

    def _texts(self, path: str) -> list[MarkdownPage]:
        """The Markdown that a built page may show: its own, and boxes, which people and places have not."""
        own = self.pages.get(path)
        return [own, *self.boxes] if own else self.boxes if path == NOT_FOUND_PAGE else []

    def _page(self, path: str) -> Built:
        """The built page, the last one that was asked for: problems come page by page."""
        if self._built.path != path:
            is_page = self.site is not None and path in self.site.files
            self._built = Built((self.site.text(path) or "") if is_page and self.site else "", path)
        return self._built

    def _of_line(self, built: Built, problem: Problem, texts: list[MarkdownPage]) -> Origin | None:
        """The line that is the same in the page, in a box or in a template; no page is parsed for it."""
        for text in texts:
            if place := self._trace(text).of_line(built, problem.line):
                return Origin(text.path, *place)
        made = self.patterns.same(built.line(problem.line))
        return Origin(made.path, made.number, made.column) if made else None

    def _trace(self, text: MarkdownPage) -> Trace:
        return self._traces.setdefault(text.path, Trace(text))

    def _of_head(self, problem: Problem, element: Element | None) -> Origin | None:
        """The field of the front matter that became the title or the description of a page, or where its heading is
        to stand."""
        page = self.pages.get(problem.page)
        if page and problem.rule == NO_HEADING:
            return Origin(page.path, *page.first_line)
        name = _field_of(element) if element is not None and page else ""
        place = page.value_place(name) if page and name else None
        return Origin(page.path, *place) if page and place else None

    def _of_address(self, problem: Problem, element: Element | None, number: int) -> Origin | None:
        """The link of the page, or of a box, that leads where the element does or as the rule quotes it."""
        asked = [(problem.written, number), *((one, 0) for one in _addresses_of(element))]
        for text in self._texts(problem.page):
            for written, at in asked if text.links else ():
                links = self._links(text)
                places = links.get(written) or links.get(_whole(self.pages.get(problem.page, text), written)) or []
                if written and places:
                    return places[min(at, len(places) - 1)]
        return None

    def _of_element(self, built: Built, element: Element | None, texts: list[MarkdownPage]) -> Origin | None:
        if element is None:
            return None
        found = ((text, self._trace(text).of_element(built, element)) for text in texts)
        return next((Origin(text.path, *place) for text, place in found if place), None)

    def _of_data(self, problem: Problem) -> Origin | None:
        """The address as the page's person has it, or a file of data: a template only hands it on."""
        if "/" not in problem.written:
            return None
        person = self.people.get(problem.page)
        texts = [*([person] if person else []), *self.data]
        return next((place for text in texts for place in _in_text(text, problem.written)), None)

    def _of_template(self, built: Built, problem: Problem) -> Origin | None:
        line = built.line(problem.line)
        made = self.patterns.like(line) if tells(line) else None
        return Origin(made.path, made.number, made.column) if made else None

    def _of_text(self, problem: Problem, element: Element | None, number: int) -> Origin | None:
        """Wherever the text stands that the rule quotes; the name of an element is none."""
        if not problem.written or (element is not None and problem.written == element.tag):
            return None
        places = self._places(problem.page, problem.written)
        return places[min(number, len(places) - 1)] if places else None

    def _places(self, built: str, written: str) -> list[Origin]:
        if (known := self._known.get((built, written))) is None:
            known = self._known[built, written] = self._own(built, written) or self._shared(written)
        return known

    def _own(self, built: str, written: str) -> list[Origin]:
        """The places of the text in what is this page's own."""
        if page := self.pages.get(built):
            return list(_in_text(Source(page.path, page.body), written))
        person = self.people.get(built)
        return list(_in_text(person, written)) if person else []

    def _shared(self, written: str) -> list[Origin]:
        if (known := self._known.get(("", written))) is None:
            known = [place for text in self.shared for place in _in_text(text, written)]
            self._known["", written] = known
        return known

    def _links(self, page: MarkdownPage) -> dict[str, list[Origin]]:
        """The places of a page's links by address, as written and as it is in the built site."""
        if (known := self._addresses.get(page.path)) is None:
            known = self._addresses[page.path] = {}
            for link in page.links:
                for address in {link.url, self._leads_to(page, link.url)}:
                    known.setdefault(address, []).append(Origin(page.path, link.place.line, link.place.column))
        return known

    def _leads_to(self, page: MarkdownPage, url: str) -> str:
        """The address in the built site that MkDocs makes of a link of Markdown."""
        path, sign, fragment = url.partition("#")
        if self.sources is None or not path or (uri := self.sources.target_uri(page, path)) not in self.sources.files:
            return _whole(page, url)
        return unquote(f"/{self.sources.url(uri)}{sign}{fragment}")


def _field_of(element: Element) -> str:
    """The field of the front matter that an element of a page's head shows; "" for any other."""
    if element.tag == "title":
        return "title"
    name = element.attr("name") or element.attr("property") or "" if element.tag == "meta" else ""
    return {"description": "description", "og:description": "description", "og:title": "title"}.get(name, "")


def _addresses_of(element: Element | None) -> Iterator[str]:
    names = ("href", "src", "action", "data") if element is not None else ()
    yield from (value for name in names if element is not None and (value := element.attr(name)))


def _whole(page: MarkdownPage, url: str) -> str:
    """The address from the site's root, as a browser on the built page resolves it."""
    try:
        return unquote(urljoin(f"/{page.url}", url))
    except ValueError:
        return url


def _in_text(text: Source, written: str) -> Iterator[Origin]:
    """Each place at which the text stands; failing that, decoded, or without its scheme."""
    forms = dict.fromkeys([written, unquote(written), written.partition(":")[2]])
    found = (list(_alone(form).finditer(text.text)) for form in forms if form and form in text.text)
    for match in next(filter(None, found), []):
        start = match.start()
        yield Origin(text.path, text.text.count("\n", 0, start) + 1, start - text.text.rfind("\n", 0, start))


def _alone(text: str) -> re.Pattern[str]:
    """The text where it is no part of a longer word, name or address."""
    return re.compile(rf"(?<![\w/.-]){re.escape(text)}(?![\w/-])")
