"""What one cold visit transfers, compressed, beside the same text in stock Material, built in the same run.

    .venv/bin/python tests/benchmarks/weight.py

Counts the page and all that it loads by itself (stylesheets, scripts, the icon), each compressed with gzip at level 9.
"""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "start": "index.html",
    "article": "babies/relief/index.html",
    "safety": "is-now-a-good-time/index.html",
    "finder": "instructors/index.html",
    "person": "instructors/maria-garcia-london/index.html",
}
LOADED = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"|<script[^>]* src="([^"]+)"')
STOCK = """
site_name: Stock
theme: {name: material, font: false, palette: [{scheme: default}, {scheme: slate}]}
markdown_extensions: [attr_list, md_in_html]
plugins: [search]
"""


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def weight(page: Path) -> tuple[int, int]:
    """Bytes and number of files of one visit."""
    links = {one or other for one, other in LOADED.findall(page.read_text("utf-8"))}
    files = {page, *((page.parent / link).resolve() for link in links)}
    return sum(compressed(file) for file in files), len(files)


def build(project: Path, site: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    return site


def stock_article(folder: Path) -> Path:
    """The article on discomforts as stock Material shows it, with the drawings left out."""
    text = (ROOT / "docs/en/babies/relief.md").read_text("utf-8").split("---\n", 2)[2]
    (folder / "docs/relief").mkdir(parents=True)
    (folder / "docs/relief/index.md").write_text(re.sub(r"!\[.*?\]\(.*?\)", "", text), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    return build(folder, folder / "site") / "relief/index.html"


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        stock, files = weight(stock_article(Path(temporary) / "stock"))
        site = build(ROOT, Path(temporary) / "ours")
        print(f"{'page':<10}{'kB':>8}{'files':>7}{'of stock':>10}")
        for name, path in PAGES.items():
            ours, number = weight(site / path)
            print(f"{name:<10}{ours / 1000:>8.1f}{number:>7}{ours / stock:>9.0%}")
        print(
            f"{'stock':<10}{stock / 1000:>8.1f}{files:>7}      (the article, without its drawing and without its search index)"
        )


if __name__ == "__main__":
    main()
