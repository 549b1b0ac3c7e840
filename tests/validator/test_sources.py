"""The sources of a project: what MkDocs would publish, what cannot be read, and what settings mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from validator.opening import open_project
from validator.project import Project
from validator.sources import PAGE_LIMIT, Sources


def project(root: Path, files: dict[str, str | bytes]) -> Project:
    for path, text in ({"mkdocs.yml": "site_name: Test\n"} | files).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return open_project(root, date(2026, 11, 23))


def sources(root: Path, files: dict[str, str | bytes]) -> Sources:
    found = project(root, files).sources
    assert found is not None
    return found


UNREADABLE = {
    "a NUL": (b"# A\n\n\0", "docs/a.md:3:1: error M001 nul-byte: byte 5 is NUL, which no text contains"),
    "no UTF-8": (b"# A\n\xe9", "docs/a.md:2:1: error M001 wrong-encoding: byte 4 (0xe9) is not UTF-8"),
    "too long": (b"a\n" * (PAGE_LIMIT // 2 + 1), "docs/a.md:1:1: error M001 file-too-large: this file is larger than"),
}


@pytest.mark.parametrize(("data", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_page_that_cannot_be_read_is_one_located_problem(data: bytes, message: str, tmp_path: Path) -> None:
    found = sources(tmp_path, {"docs/a.md": data, "docs/b.md": "# B\n"})
    assert list(found.pages) == ["b.md"]
    assert [str(one)[: len(message)] for one in found.problems] == [message]


def test_a_page_that_is_too_hard_to_read_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("validator.parse.reader.SECONDS", 0.2)
    monkeypatch.setattr("validator.parse.reader.SECONDS_A_CHARACTER", 1e-6)
    found = project(tmp_path, {"docs/a.md": "[a](" * 5000, "docs/b.md": "# B\n"})
    assert found.sources is not None
    assert list(found.sources.pages) == ["b.md"]
    assert [str(one) for one in found.sources.problems] == [
        "docs/a.md:1:1: error M001 unreadable-page: this page cannot be read: reading it takes more time than any honest "
        "page of its length\n    fix: take out the long run of brackets, stars or quotation marks"
    ]


def test_files_are_published_where_mkdocs_puts_them(tmp_path: Path) -> None:
    files = ["index.md", "a.md", "b/index.md", "b/README.md", "c/README.md", "d/e.md", "x.png", ".hidden/f.md"]
    found = sources(tmp_path, {f"docs/{name}": "x" for name in [*files, "templates/g.md"]})
    assert found.published == {
        "index.html": "index.md",
        "a/index.html": "a.md",
        "b/index.html": "b/index.md",
        "c/index.html": "c/README.md",
        "d/e/index.html": "d/e.md",
        "x.png": "x.png",
    }
    assert [found.url(uri) for uri in ("index.md", "a.md", "c/README.md", "x.png")] == ["", "a/", "c/", "x.png"]


def test_a_page_that_is_a_link_to_another_file_of_the_project_is_read(tmp_path: Path) -> None:
    project(tmp_path, {"README.md": "# Read me\n", "docs/b.md": "# B\n"})
    (tmp_path / "docs/index.md").symlink_to("../README.md")
    found = open_project(tmp_path, date(2026, 11, 23)).sources
    assert found is not None
    assert [page.headings[0].text for _, page in sorted(found.pages.items())] == ["B", "Read me"]
    assert found.problems == []


def test_a_page_that_is_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    project(tmp_path / "site", {"docs/b.md": "# B\n"})
    (tmp_path / "site/docs/a.md").symlink_to("../../secret.md")
    found = open_project(tmp_path / "site", date(2026, 11, 23)).sources
    assert found is not None
    assert list(found.pages) == ["b.md"]
    assert [(one.path, one.rule) for one in found.problems] == [("docs/a.md", "symbolic-link")]


def test_settings_are_inherited_name_by_name(tmp_path: Path) -> None:
    found = sources(
        tmp_path,
        {
            "mkdocs.yml": "INHERIT: base/common.yml\ntheme: {custom_dir: mine}\n",
            "base/common.yml": "INHERIT: deeper.yml\ntheme: {name: material}\nuse_directory_urls: false\n",
            "base/deeper.yml": "theme: {custom_dir: theirs}\nnav: [a.md]\nuse_directory_urls: true\n",
            "docs/a.md": "# A\n",
        },
    )
    config = found.config
    assert (config.theme, config.custom_dir, config.use_directory_urls) == ("material", "mine", False)
    assert [(entry.target, entry.path, entry.place) for entry in config.nav or ()] == [
        ("a.md", "base/deeper.yml", (2, 7))
    ]


INHERITED = {
    "itself": ({"mkdocs.yml": "INHERIT: mkdocs.yml\n"}, "they inherit from themselves, through mkdocs.yml"),
    "in a circle": (
        {"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "INHERIT: mkdocs.yml\n"},
        "they inherit from themselves, through mkdocs.yml",
    ),
    "nothing": ({"mkdocs.yml": "INHERIT: a.yml\n"}, "INHERIT names a.yml, and this file cannot be read"),
    "no YAML": ({"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "a: [\n"}, "these settings cannot be read: "),
}


@pytest.mark.parametrize(("files", "message"), INHERITED.values(), ids=INHERITED)
def test_settings_that_inherit_what_cannot_be_read_are_one_problem(
    files: dict[str, str | bytes], message: str, tmp_path: Path
) -> None:
    found = project(tmp_path, files)
    assert [(one.code, message in one.message) for one in found.problems] == [("S001", True)]


def test_nothing_that_settings_name_is_run(tmp_path: Path) -> None:
    made = tmp_path / "made"
    text = (
        "markdown_extensions:\n  - toc:\n"
        f"      slugify: !!python/object/apply:os.mkdir ['{made}']\n"
        f"      a: !!python/object/apply:markdown.markdownFromFile {{kwds: {{input: mkdocs.yml, output: '{made}'}}}}\n"
        "      b: !!python/name:os.system\n"
    )
    assert sources(tmp_path, {"mkdocs.yml": text, "docs/a.md": "# A\n"}).pages["a.md"].anchors == {"a"}
    assert not made.exists()
