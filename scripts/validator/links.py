"""All links of the Markdown of a project, each settled once for the rules that speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from validator.lookup import Lookup
from validator.parse.markdown import MarkdownPage
from validator.settled import Fault, Settled
from validator.settling import Settler
from validator.site import Site
from validator.snippets import Snippets
from validator.sources import Sources

__all__ = ["Fault", "Links", "Settled"]


@dataclass
class Links:
    """The links of `sources`; `site` is a build of them, where there is one."""

    sources: Sources
    site: Site | None = None
    _settled: dict[str, list[Settled]] = field(default_factory=dict)

    @cached_property
    def lookup(self) -> Lookup:
        return Lookup(self.sources, self.site)

    @cached_property
    def snippets(self) -> Snippets:
        return Snippets(self.sources)

    def of(self, page: MarkdownPage) -> list[Settled]:
        """Every link and image of `page`, in order."""
        if page.uri not in self._settled:
            settler = Settler(page, self.lookup)
            self._settled[page.uri] = [settler.settle(link) for link in page.links]
        return self._settled[page.uri]

    def faulty(self, page: MarkdownPage, fault: Fault) -> Iterator[Settled]:
        """The links of `page` with this fault."""
        return (settled for settled in self.of(page) if settled.fault is fault)

    @cached_property
    def reached(self) -> frozenset[str]:
        """Every file of `docs_dir` that some other page links to or shows."""
        published = self.sources.published
        return frozenset(
            published[settled.path]
            for page in self.sources.pages.values()
            for settled in self.of(page)
            if settled.path in published and published[settled.path] != page.uri
        )
