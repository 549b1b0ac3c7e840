"""The parts of a finished site: one stylesheet, one script, and the replacement of what is served."""

from __future__ import annotations

from pathlib import Path

import pytest
from publishing.assets import component_files, module_script, named_by_content, stylesheet
from publishing.replace import Published, publish


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def test_a_component_is_found_by_the_name_of_its_folder(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"components/b/b.css": "", "components/a/a.css": "", "components/a/other.css": "", "a.css": ""},
    )
    assert [path.name for path in component_files(tmp_path, ".css")] == ["a.css", "b.css"]


def test_the_stylesheet_keeps_the_order_and_drops_our_comments() -> None:
    made = stylesheet("theme{}/*# sourceMappingURL=x */", ":root{}", ["/* why */ .a{}", ".b{}"])
    assert made == "theme{}\n:root{}\n.a{}\n.b{}"


def test_modules_are_started_on_their_elements() -> None:
    made = module_script(
        {"menu": "export function start(root) {}\n", "search": "const x = 1;\nexport function start(root) {}"}
    )
    assert made == (
        "const modules = {};\n"
        'modules["menu"] = (() => {\nfunction start(root) {}\n\nreturn start;\n})();\n'
        'modules["search"] = (() => {\nconst x = 1;\nfunction start(root) {}\nreturn start;\n})();\n'
        '\nfor (const root of document.querySelectorAll("[data-module]")) modules[root.dataset.module]?.(root);\n'
    )


def test_the_name_of_an_asset_changes_with_its_text() -> None:
    one, other = named_by_content("boot", ".js", "a"), named_by_content("boot", ".js", "b")
    assert one != other
    assert one == named_by_content("boot", ".js", "a") == "assets/boot.ca978112ca.js"


CASES = {
    "a first build": ({}, {"index.html": "a", "x/y.css": "b"}, (1, 2, 2, 0)),
    "nothing changed": ({"index.html": "a"}, {"index.html": "a"}, (1, 1, 0, 0)),
    "one page changed": (
        {"index.html": "a", "b.html": "b"},
        {"index.html": "A", "b.html": "b"},
        (2, 2, 1, 0),
    ),
    "a page went": ({"index.html": "a", "b/index.html": "b"}, {"index.html": "a"}, (1, 1, 0, 1)),
    "a folder became a file": ({"a/b.html": "x"}, {"a": "y"}, (0, 1, 1, 0)),
    "a file became a folder": ({"a": "y"}, {"a/b.html": "x"}, (1, 1, 1, 0)),
}


@pytest.mark.parametrize(("old", "new", "counts"), CASES.values(), ids=CASES)
def test_the_site_becomes_the_build(
    tmp_path: Path, old: dict[str, str], new: dict[str, str], counts: tuple[int, int, int, int]
) -> None:
    site, built = write(tmp_path / "site", old), write(tmp_path / "built", new)
    assert publish(built, site) == Published(*counts)
    assert read(site) == new
    assert not [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_a_link_in_the_site_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    outside = write(tmp_path, {"secret.txt": "keep"})
    site, built = tmp_path / "site", write(tmp_path / "built", {"index.html": "new"})
    site.mkdir()
    (site / "index.html").symlink_to(outside / "secret.txt")
    publish(built, site)
    assert (site / "index.html").read_text() == "new"
    assert not (site / "index.html").is_symlink()
    assert (outside / "secret.txt").read_text() == "keep"
