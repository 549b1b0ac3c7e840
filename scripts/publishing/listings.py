"""What the engine lists by itself, made complete: sitemap and search index learn of the pages made without it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

SITEMAP = "sitemap.xml"
SEARCH_INDEX = "search/search_index.json"


def add_to_sitemap(site: Path, pages: Iterable[tuple[str, date]]) -> None:
    """Adds pages, as full addresses with the day of their last change, to the sitemap in `site`."""
    path = site / SITEMAP
    lines = [f"<url><loc>{escape(url)}</loc><lastmod>{day.isoformat()}</lastmod></url>\n" for url, day in pages]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</urlset>", "".join(lines) + "</urlset>"), encoding="utf-8")


def add_to_search(site: Path, pages: Iterable[tuple[str, str, str]]) -> None:
    """Adds pages, as path from the site's root, title and text, to the search index in `site`."""
    path = site / SEARCH_INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    for location, title, text in pages:
        index["docs"].append({"location": location, "title": escape(title), "text": escape(text)})
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
