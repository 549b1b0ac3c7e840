"""Writes a sound site of any number of lean pages, for measuring what reads whole sites.

    .venv/bin/python tests/benchmarks/lean_site.py 10000 /tmp/lean

Pages of one shell with a menu, a table of contents and a footer, each with its neighbours, its town and eight sections;
a town page for every forty; a style sheet, a script, pictures, a sitemap.  The same number gives the same bytes.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

HOME: Final = "https://example.org/"
IN_A_TOWN: Final = 40
SECTIONS: Final = ("about", "certificate", "classes", "languages", "place", "contact", "questions", "sources")
MENU: Final = ("babies", "families", "classes", "towns", "evidence", "about", "privacy", "contact")
WORDS: Final = (
    *("calm", "warm", "hands", "slow", "stroke", "listen", "baby", "parent", "class", "learn"),
    *("ask", "rest", "oil", "leg", "tummy", "back", "song", "stop", "yes", "wait"),
)


def pages(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Path and text of every file."""
    draw = random.Random(seed)
    towns = -(-count // IN_A_TOWN)
    yield "index.html", page("", "Home", "".join(f'<a href="{name}/">{name}</a> ' for name in ("people/p0", *MENU)))
    for name in MENU:
        listed = (
            "".join(f'<li><a href="t{one}/">Town {one}</a></li>' for one in range(towns)) if name == "towns" else ""
        )
        yield f"{name}/index.html", page(f"{name}/", name.title(), f"<ul>{listed}</ul>")
    for town in range(towns):
        people = range(town * IN_A_TOWN, min(count, (town + 1) * IN_A_TOWN))
        listed = "".join(f'<li><a href="../../people/p{one}/">Person {one}</a></li>' for one in people)
        yield f"towns/t{town}/index.html", page(f"towns/t{town}/", f"Town {town}", f"<ul>{listed}</ul>")
    for one in range(count):
        yield f"people/p{one}/index.html", page(f"people/p{one}/", f"Person {one}", person(one, count, draw))
    yield "style.css", "body { background: url(art/paper.svg) }\n"
    yield "menu.mjs", "export const menu = document;\n"
    yield "art/paper.svg", '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
    yield "sitemap.xml", sitemap(count, towns)


def person(one: int, count: int, draw: random.Random) -> str:
    """The middle of one page."""
    contents = "".join(f'<li><a href="#{name}">{name.title()}</a></li>' for name in SECTIONS)
    words = ("".join(f"<p>{' '.join(draw.choices(WORDS, k=60))}.</p>" for _ in range(2)) for _ in SECTIONS)
    sections = "".join(
        f'<h2 id="{name}">{name.title()}</h2>{text}\n' for name, text in zip(SECTIONS, words, strict=True)
    )
    near = "".join(f'<a href="../p{(one + step) % count}/#classes">Next</a> ' for step in (1, 2, 3, count - 1))
    return f'<ol>{contents}</ol>{sections}<p>{near}<a href="../../towns/t{one // IN_A_TOWN}/">Town</a></p>'


def page(folder: str, title: str, middle: str) -> str:
    """A whole page; `folder` is its address from the site's root."""
    up = "../" * folder.count("/")
    menu = "".join(f'<li><a href="{up}{name}/">{name.title()}</a></li>' for name in MENU)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        f'<link rel="canonical" href="{HOME}{folder}"><link rel="stylesheet" href="{up}style.css">\n'
        f'<script type="module" src="{up}menu.mjs"></script></head>\n<body><a href="#main">Skip to the text</a>\n'
        f'<header><a href="{up or "."}">Home</a><nav aria-label="Site"><ul>{menu}</ul></nav></header>\n'
        f'<main id="main"><h1>{title}</h1>\n{middle}</main>\n'
        f"<footer><p>Free to share.</p><ul>{menu}</ul></footer></body></html>\n"
    )


def sitemap(count: int, towns: int) -> str:
    """Every page."""
    folders = ("", *(f"{name}/" for name in MENU))
    folders += tuple(f"towns/t{one}/" for one in range(towns)) + tuple(f"people/p{one}/" for one in range(count))
    listed = "".join(f"<url><loc>{HOME}{folder}</loc></url>\n" for folder in folders)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</urlset>\n'


def write(count: int, folder: Path) -> None:
    """Writes the site into `folder`."""
    for path, text in pages(count):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
