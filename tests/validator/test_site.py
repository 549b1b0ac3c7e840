"""A folder of built files as a host has it: odd names, links in circles, pipes, encodings, and what they cost nobody."""

from __future__ import annotations

import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from validator.engine import check
from validator.facts import Facts
from validator.folder import Entry, entries_of
from validator.home import home_of
from validator.hosting import Hosting, Served
from validator.opening import open_site
from validator.parse.encoding import decode
from validator.parse.html import HtmlPage
from validator.parse.redirects import redirects_in
from validator.rule import all_rules
from validator.site import Site

RULES = tuple(rule for rule in all_rules() if rule.kind == "site")


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def report(root: Path) -> list[str]:
    """The reports of all rules for whole sites, without what is advice only."""
    found = check(open_site(root, date(2026, 11, 23)), RULES)
    return [str(one).partition("\n")[0] for one in found if one.level == "error"]


def test_a_link_to_a_folder_above_is_not_followed_round_and_round(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/page.html": ""})
    (tmp_path / "a/b/up").symlink_to(tmp_path / "a")
    (tmp_path / "a/self").symlink_to(tmp_path / "a/self")
    assert sorted(entries_of(tmp_path)) == [
        Entry("a/b/page.html"),
        Entry("a/self", "this is a link in a circle"),
    ]


def test_a_linked_folder_is_published_under_both_names(tmp_path: Path) -> None:
    write(tmp_path, {"1.0/index.html": "", "index.html": '<a href="latest/">1</a>'})
    (tmp_path / "latest").symlink_to("1.0")
    assert sorted(entry.path for entry in entries_of(tmp_path)) == ["1.0/index.html", "index.html", "latest/index.html"]


def test_folders_that_all_link_to_each_other_end(tmp_path: Path) -> None:
    names = "abcdefgh"
    for name in names:
        write(tmp_path, {f"{name}/index.html": ""})
        for other in names:
            (tmp_path / name / other).symlink_to(tmp_path / other)
    assert len(list(entries_of(tmp_path))) < 1000


def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": '<a href="pipe.html">1</a>'})
    os.mkfifo(tmp_path / "pipe.html")
    assert report(tmp_path) == [
        'index.html:1:4: error W101 broken-link: a href leads to "pipe.html", and the site has no such file',
        "pipe.html:1:1: error W001 unreadable-file: this is a pipe, a socket or a device and no file",
    ]


def test_a_folder_with_the_name_of_a_page_and_a_link_to_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.html/index.html": "", "index.html": '<a href="a.html">1</a> <a href="a.html/">2</a>'})
    (tmp_path / "gone.html").symlink_to("nowhere.html")
    assert report(tmp_path) == ["gone.html:1:1: error W001 unreadable-file: this is a link to nothing"]


def test_what_a_version_control_system_keeps_is_not_published(tmp_path: Path) -> None:
    write(tmp_path, {".git/x.html": "", "node_modules/x.html": "", ".well-known/x.html": ""})
    assert [entry.path for entry in entries_of(tmp_path)] == [".well-known/x.html"]


def test_names_that_are_no_utf_8_and_hold_controls_are_followed_and_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.html")).write_text('<a href="gone/">1</a>')
    (tmp_path / "a\nb.html").write_text("")
    write(tmp_path, {"index.html": '<a href="caf%E9.html">1</a> <a href="a%0Ab.html">2</a>'})
    assert report(tmp_path) == [
        'caf\\udce9.html:1:4: error W101 broken-link: a href leads to "gone/", and the site has no such file'
    ]


def test_a_page_is_found_in_the_unicode_form_that_its_name_is_stored_in(tmp_path: Path) -> None:
    stored = unicodedata.normalize("NFD", "café.html")
    write(tmp_path, {stored: "", "index.html": f'<a href="{stored}">1</a> <a href="cafe%CC%81.html">2</a>'})
    assert report(tmp_path) == []


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        (b"\xef\xbb\xbf<p>\xc3\xa9", "<p>é"),
        ("<p>é".encode("utf-16"), "<p>é"),
        (b"\xfe\xff" + "<p>é".encode("utf-16-be"), "<p>é"),
        (b'<meta charset="latin1"><p>\xe9\x80', '<meta charset="latin1"><p>é€'),
        (
            b'<meta http-equiv=x content="text/html; charset=koi8-r">\xc1',
            '<meta http-equiv=x content="text/html; charset=koi8-r">а',
        ),
        (b"<meta charset=shift_jis>\x82\xa0", "<meta charset=shift_jis>あ"),
        (b"<meta charset=utf-8>\xe9", "<meta charset=utf-8>\ufffd"),
        (b"<!-- <meta charset=latin1> -->\xc3\xa9", "<!-- <meta charset=latin1> -->é"),
        (b"<meta charset=utf-16>\xc3\xa9", "<meta charset=utf-16>é"),
        (b"<meta charset=hex>\xc3\xa9", "<meta charset=hex>é"),
        (b"<meta charset=none>\xc3\xa9", "<meta charset=none>é"),
        (b"\xe9", "é"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\x00b", "a\x00b"),
        (b"", ""),
    ],
)
def test_a_file_is_read_in_the_encoding_that_a_browser_takes(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_places_hold_in_every_encoding(tmp_path: Path) -> None:
    page = '<p>é</p>\r\n<p>é <a href="gone/">1</a>'
    write(
        tmp_path,
        {"a.html": page, "b.html": page.encode("utf-16"), "c.html": b"<meta charset=latin1>" + page.encode("cp1252")},
    )
    said = 'error W101 broken-link: a href leads to "gone/", and the site has no such file'
    assert report(tmp_path) == [f"{name}.html:2:9: {said}" for name in "abc"]


FILES = frozenset({"index.html", "a/index.html", "b.html", "c/d.txt", "E/index.htm", "x.html/index.html", "404.html"})


@pytest.mark.parametrize(
    ("path", "served"),
    [
        ("", Served("index.html")),
        ("index.html", Served("index.html")),
        ("a", Served("a/index.html")),
        ("a/", Served("a/index.html")),
        ("a/index", Served("a/index.html")),
        ("a//", Served("", "missing")),
        ("b", Served("b.html")),
        ("b.html", Served("b.html")),
        ("b/", Served("", "missing")),
        ("b.html/", Served("", "missing")),
        ("c", Served("", "no-index")),
        ("c/", Served("", "no-index")),
        ("c/d", Served("", "missing")),
        ("C/D.txt", Served("c/d.txt", "wrong-case")),
        ("e/", Served("E/index.htm", "wrong-case")),
        ("A", Served("a/index.html", "wrong-case")),
        ("B", Served("b.html", "wrong-case")),
        ("x.html", Served("x.html/index.html")),
        ("x", Served("", "missing")),
        ("index.html/", Served("", "missing")),
        ("../a/", Served("", "missing")),
        ("cdn-cgi/x", Served("")),
    ],
)
def test_a_host_serves_a_file_for_a_path(path: str, served: Served) -> None:
    assert Hosting(FILES).served(path) == served


@pytest.mark.parametrize(
    ("line", "path", "to"),
    [
        ("/a /b", "/a", "/b"),
        ("/a /b", "/a/", "/b"),
        ("/a/ /b 301", "/a", "/b"),
        ("/a /b", "/a/c", ""),
        ("/a/* /b/:splat", "/a/c/d", "/b/c/d"),
        ("/a/* /b/:splat", "/a", "/b/"),
        ("/a/* /b", "/ab", ""),
        ("/* /b 200", "/", "/b"),
        ("/:x/:y /b?x=:x&y=:y", "/1/2", "/b?x=1&y=2"),
        ("/:x /b", "/1/2", ""),
        ("/a.b /c", "/aXb", ""),
        ("/:x/:x /b", "/1/1", "/b"),
        ("https://old.example/a /b", "/a", ""),
        ("/a x=:x /b", "/a", "/b"),
        ("/a*/b /c", "/a*/b", "/c"),
        ("/****************************** /c", "/" + "a" * 50 + "/", ""),
    ],
)
def test_a_line_of_redirects_sends_a_path_on(line: str, path: str, to: str) -> None:
    (rule,) = redirects_in(line)
    assert rule.leads(path) == to


def home(files: dict[str, str]) -> str:
    """What the pages in `files` tell of the site's address."""
    site = Site(Path("unused"))
    site.__dict__["files"] = frozenset(files)
    for path, text in files.items():
        site.learn(HtmlPage(path, text))
    return home_of(site.pages.values(), list[Facts](), Hosting(frozenset(files)))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a/index.html": '<link rel=canonical href="https://x.example/sub/a/">'}, "https://x.example/sub/"),
        ({"a.html": '<link rel=canonical href="https://x.example/a">'}, "https://x.example/"),
        ({"a.html": '<link rel=canonical href="/a.html">'}, "https://site.invalid/"),
        ({"a.html": '<meta property="og:url" content="https://x.example:81/a.html">'}, "https://x.example:81/"),
        ({"a.html": '<link rel=canonical href="https://x.example/other/">'}, ""),
        ({"404.html": '<a href="/sub/a.html">1</a>', "a.html": ""}, "https://site.invalid/sub/"),
        ({"404.html": '<a href="/a.html">1</a>', "a.html": ""}, "https://site.invalid/"),
        ({"index.html": "<p>"}, ""),
        (
            {"a.html": '<link rel=canonical href="https://x.example/sub/a.html"><a href="/a.html">forgotten</a>'},
            "https://x.example/sub/",
        ),
    ],
)
def test_the_address_of_a_site_is_read_off_its_files(files: dict[str, str], told: str) -> None:
    assert home(files) == told
