"""JSON-LD for pages: what is said to programs is what is shown to people (schema.org WebPage, MedicalWebPage)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pages.chapter import Chapter
from pages.front_matter import FrontMatter, Pattern


def page_data(chapter: Chapter, page: FrontMatter, address: str, trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The graph of one page; `trail` holds title and absolute address of each step from the start page to this one."""
    root = str(chapter.address)
    organisation = {"@type": "Organization", "@id": f"{root}#publisher", "name": chapter.name, "url": root}
    organisation["logo"] = f"{root}art/favicon.png"
    site = {"@type": "WebSite", "@id": f"{root}#site", "name": chapter.name, "url": root}
    graph: list[dict[str, Any]] = [organisation, site, _web_page(page, address, root)]
    if len(trail) > 1:
        graph.append(_breadcrumbs(trail))
    return {"@context": "https://schema.org", "@graph": graph}


def _web_page(page: FrontMatter, address: str, root: str) -> dict[str, Any]:
    medical = page.pattern in (Pattern.BENEFIT, Pattern.HOW_TO)
    name, _, role = page.reviewed_by.partition(", ")
    reviewer = {"@type": "Person", "name": name, "jobTitle": role}
    return {
        "@type": "MedicalWebPage" if medical else "WebPage",
        "@id": address,
        "url": address,
        "name": page.title,
        "description": page.description,
        "inLanguage": page.lang,
        "datePublished": page.published.isoformat(),
        "dateModified": page.last_reviewed.isoformat(),
        "lastReviewed": page.last_reviewed.isoformat(),
        **({} if page.awaits_clinician else {"reviewedBy": reviewer}),
        "isPartOf": {"@id": f"{root}#site"},
        "publisher": {"@id": f"{root}#publisher"},
        "primaryImageOfPage": f"{root}art/social.png",
    }


def _breadcrumbs(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    steps = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
