"""The parts of a finished site: one stylesheet, one script, and the replacement of what is served."""

from __future__ import annotations

import errno
import resource
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publishing.assets import component_files, fetched_modules, module_script, named_by_content, stylesheet
from publishing.replace import Published, publish, stage


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


PARTS = {
    "components/menu/menu.mjs": "export function start(root) {}",
    "components/search/search.mjs": "export function start(root) {}",
    "components/search/engine.mjs": 'import { key } from "./words.mjs";\nexport async function find() { key(""); }\n',
    "components/search/words.mjs": 'import { low } from "./low.mjs";\nexport const key = (text) => low(text);\n',
    "components/search/low.mjs": "const tongue = 1;\nexport function low(text) { return text; }\nexport { tongue };\n",
}
BUNDLE = """\
const module_low = (() => {
const tongue = 1;
function low(text) { return text; }


return { low, tongue };
})();
const module_words = (() => {
const { low } = module_low;
const key = (text) => low(text);

return { key };
})();
const { key } = module_words;
export async function find() { key(""); }
"""


def test_the_other_modules_of_a_component_are_one_file(tmp_path: Path) -> None:
    address = named_by_content("search/engine", ".mjs", BUNDLE)
    assert fetched_modules(write(tmp_path, PARTS)) == {"search/engine": (address, BUNDLE)}


def test_the_file_gets_a_new_name_when_a_module_in_it_changes(tmp_path: Path) -> None:
    before = fetched_modules(write(tmp_path, PARTS))
    after = fetched_modules(write(tmp_path, {"components/search/low.mjs": "export const low = null;\n"}))
    assert before["search/engine"][0] != after["search/engine"][0]


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


FILES = {"index.html": b"a", "b/index.html": b"b", "b/c.ics": b"c"}


def test_files_that_the_site_holds_as_they_are_are_named_and_not_written_again(tmp_path: Path) -> None:
    site, built = (
        write(tmp_path / "site", {"index.html": "a", "b/index.html": "old", "old.html": ""}),
        tmp_path / "built",
    )
    built.mkdir()
    kept = stage(FILES.items(), built, site)
    assert kept == ["index.html"]
    assert read(built) == {"b/index.html": "b", "b/c.ics": "c"}
    assert publish(built, site, kept) == Published(pages=2, size=3, written=2, removed=1)
    assert read(site) == {"index.html": "a", "b/index.html": "b", "b/c.ics": "c"}


def test_where_there_is_no_site_yet_nothing_is_kept_and_the_build_becomes_the_site(tmp_path: Path) -> None:
    site, built = tmp_path / "site", tmp_path / "built"
    built.mkdir()
    assert stage(FILES.items(), built, site) == []
    assert publish(built, site) == Published(pages=2, size=3, written=3, removed=0)
    assert read(site) == {"index.html": "a", "b/index.html": "b", "b/c.ics": "c"}
    assert not built.exists()


def test_a_link_in_the_site_is_not_kept_even_when_it_leads_to_the_same_words(tmp_path: Path) -> None:
    site, built = write(tmp_path / "site", {"real.html": "a"}), write(tmp_path / "built", {"other.html": ""})
    (site / "index.html").symlink_to(site / "real.html")
    assert stage(FILES.items(), built, site) == []


@pytest.mark.parametrize("old", [{}, {"index.html": "old", "b/gone.html": "x"}], ids=["first build", "later"])
def test_a_build_on_another_disk_is_copied_beside_the_site_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: dict[str, str]
) -> None:
    built, site, replace = (
        write(tmp_path / "built", {"index.html": "a", "b/c.css": "c"}),
        tmp_path / "site",
        Path.replace,
    )

    def within_a_disk(source: Path, target: Path) -> Any:
        if source.is_relative_to(built):
            raise OSError(errno.EXDEV, "another disk")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", within_a_disk)
    publish(built, write(site, old))
    assert read(site) == {"index.html": "a", "b/c.css": "c"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["built", "site"]


def test_a_page_comes_after_the_parts_it_needs_and_files_that_are_gone_go_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write(tmp_path / "site", {"a.html": "old", "old.css": ""})
    built = write(tmp_path / "built", {"a.html": "a", "b/index.html": "b", "z.css": "", "assets/z.js": ""})
    done: list[str] = []
    replace, unlink = Path.replace, Path.unlink
    monkeypatch.setattr(
        Path, "replace", lambda one, to: (done.append(to.relative_to(site).as_posix()), replace(one, to))[1]
    )
    monkeypatch.setattr(Path, "unlink", lambda one, **how: (done.append(f"- {one.name}"), unlink(one, **how))[1])
    publish(built, site)
    assert done == ["assets/z.js", "z.css", "a.html", "b/index.html", "- old.css"]


def test_a_file_that_does_not_fit_on_the_disk_is_an_error_and_never_half_a_file(tmp_path: Path) -> None:
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, was[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            stage([("a.html", b"x" * 5000)], tmp_path, tmp_path / "site")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)


NAMES = st.lists(st.sampled_from(["a", "b.html", "c"]), min_size=1, max_size=3).map("/".join)


def is_a_tree(files: dict[str, str]) -> bool:
    """No name is that of a file and of a folder."""
    folders = {parent.as_posix() for name in files for parent in Path(name).parents}
    return not folders & files.keys()


TREES = st.dictionaries(NAMES, st.sampled_from(["", "x", "yy"]), max_size=5).filter(is_a_tree)


@given(old=TREES, new=TREES, staged=st.sets(st.integers(0, 4)))
def test_any_site_becomes_any_build_however_much_of_it_is_staged(
    old: dict[str, str], new: dict[str, str], staged: set[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site, built = write(Path(folder, "site"), old), Path(folder, "built")
        built.mkdir()
        later = {name: text for number, (name, text) in enumerate(new.items()) if number in staged}
        write(built, {name: text for name, text in new.items() if name not in later})
        kept = stage(((name, text.encode()) for name, text in later.items()), built, site)
        told = publish(built, site, kept)
        assert read(site) == new
        assert set(kept) == {name for name, text in later.items() if old.get(name) == text}
        assert told.written == sum(old.get(name) != text for name, text in new.items())
        assert (told.pages, told.size) == (sum(n.endswith(".html") for n in new), sum(map(len, new.values())))
        assert not [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]
