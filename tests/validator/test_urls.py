"""Addresses as the URL standard reads them: odd ones one by one, and the short way against the whole algorithm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validator.parse.urls import (
    bare,
    decoded,
    file_path,
    leads_to_anchor,
    resolve,
    resolve_by_standard,
    split_fragment,
    way_of,
)

BASE = "https://example.org/a/b/page.html"


def followed(url: str, base: str = BASE) -> str:
    """The whole address, or "malformed"."""
    parts = resolve(url, base)
    if parts is None:
        return "malformed"
    if not parts.host:
        return f"{parts.scheme}:{parts.path}"
    return f"{parts.origin}{parts.path}{'?' if parts.query else ''}{parts.query}"


ODD = [
    ("c.html", "https://example.org/a/b/c.html"),
    ("c/", "https://example.org/a/b/c/"),
    ("c/d", "https://example.org/a/b/c/d"),
    ("./c", "https://example.org/a/b/c"),
    ("././c", "https://example.org/a/b/c"),
    (".", "https://example.org/a/b/"),
    ("./", "https://example.org/a/b/"),
    ("..", "https://example.org/a/"),
    ("../", "https://example.org/a/"),
    ("../c", "https://example.org/a/c"),
    ("../..", "https://example.org/"),
    ("../../", "https://example.org/"),
    ("../../c", "https://example.org/c"),
    ("../../..", "https://example.org/"),
    ("../../../c", "https://example.org/c"),
    ("../../../../../c/d/", "https://example.org/c/d/"),
    ("c/..", "https://example.org/a/b/"),
    ("c/../d", "https://example.org/a/b/d"),
    ("c/./d", "https://example.org/a/b/c/d"),
    ("c/.", "https://example.org/a/b/c/"),
    ("...", "https://example.org/a/b/..."),
    (".c", "https://example.org/a/b/.c"),
    ("..c", "https://example.org/a/b/..c"),
    ("c..", "https://example.org/a/b/c.."),
    (".well-known/x", "https://example.org/a/b/.well-known/x"),
    ("%2e%2e/c", "https://example.org/a/c"),
    ("%2E%2E/c", "https://example.org/a/c"),
    (".%2e/c", "https://example.org/a/c"),
    ("%2e/c", "https://example.org/a/b/c"),
    ("%2e%2e%2fc", "https://example.org/a/b/%2e%2e%2fc"),
    ("c%20d", "https://example.org/a/b/c%20d"),
    ("c%zz", "https://example.org/a/b/c%zz"),
    ("c%", "https://example.org/a/b/c%"),
    ("c%2", "https://example.org/a/b/c%2"),
    ("c d", "https://example.org/a/b/c%20d"),
    (" c ", "https://example.org/a/b/c"),
    ("\tc\n", "https://example.org/a/b/c"),
    ("c\td", "https://example.org/a/b/cd"),
    ("c\nd", "https://example.org/a/b/cd"),
    ("c\r\nd", "https://example.org/a/b/cd"),
    ("\x00c", "https://example.org/a/b/c"),
    ("c\x00d", "https://example.org/a/b/c%00d"),
    ("c\x7fd", "https://example.org/a/b/c%7Fd"),
    ("\xa0c", "https://example.org/a/b/%C2%A0c"),
    ("c\\d", "https://example.org/a/b/c/d"),
    ("..\\c", "https://example.org/a/c"),
    ("\\c", "https://example.org/c"),
    ("\\\\host\\c", "https://host/c"),
    ("/\\host/c", "https://host/c"),
    ("/c", "https://example.org/c"),
    ("/", "https://example.org/"),
    ("/..", "https://example.org/"),
    ("/../c", "https://example.org/c"),
    ("/./c/", "https://example.org/c/"),
    ("/c//d", "https://example.org/c//d"),
    ("c//d", "https://example.org/a/b/c//d"),
    ("c//../d", "https://example.org/a/b/c/d"),
    ("//host", "https://host/"),
    ("//host/c", "https://host/c"),
    ("//host:8080/c", "https://host:8080/c"),
    ("//", "malformed"),
    ("///", "malformed"),
    ("///host/c", "https://host/c"),
    ("////host", "https://host/"),
    ("http:", "malformed"),
    ("http://", "malformed"),
    ("https:", "https://example.org/a/b/page.html"),
    ("https:c", "https://example.org/a/b/c"),
    ("https:/c", "https://example.org/c"),
    ("https:../c", "https://example.org/a/c"),
    ("http:c", "http://c/"),
    ("http:/c", "http://c/"),
    ("http:///c", "http://c/"),
    ("HTTP://HOST/C", "http://host/C"),
    ("https://host", "https://host/"),
    ("https://host:443/", "https://host/"),
    ("https://host:/", "https://host/"),
    ("https://host:80/", "https://host:80/"),
    ("https://host:99999/", "malformed"),
    ("https://host:port/", "malformed"),
    ("https://host:-1/", "malformed"),
    ("https://me@host/", "https://host/"),
    ("https://me:word@host/", "https://host/"),
    ("https://example.org@host/", "https://host/"),
    ("https://ho st/", "malformed"),
    ("https://ho%20st/", "malformed"),
    ("https://ho<st/", "malformed"),
    ("https://ho%73t/", "https://host/"),
    ("https://[::1]/", "https://[::1]/"),
    ("https://[::1/", "malformed"),
    ("https://127.1/", "https://127.0.0.1/"),
    ("https://0x7f.1/", "https://127.0.0.1/"),
    ("https://256.256.256.256/", "malformed"),
    ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("https://日本.example/", "https://xn--wgv71a.example/"),
    ("https://exa\u00admple.org/", "https://example.org/"),
    ("https://host./c", "https://host./c"),
    ("https://under_score.example/", "https://under_score.example/"),
    ("?q", "https://example.org/a/b/page.html?q"),
    ("?", "https://example.org/a/b/page.html"),
    ("c?q=1", "https://example.org/a/b/c?q=1"),
    ("c?../d", "https://example.org/a/b/c?../d"),
    ("?a b", "https://example.org/a/b/page.html?a%20b"),
    ("", "https://example.org/a/b/page.html"),
    ("é", "https://example.org/a/b/%C3%A9"),
    ("e\u0301", "https://example.org/a/b/e%CC%81"),
    ("日本/", "https://example.org/a/b/%E6%97%A5%E6%9C%AC/"),
    ("😀", "https://example.org/a/b/%F0%9F%98%80"),
    ("c|d", "https://example.org/a/b/c|d"),
    ('c"d', "https://example.org/a/b/c%22d"),
    ("c'd", "https://example.org/a/b/c'd"),
    ("c<d>", "https://example.org/a/b/c%3Cd%3E"),
    ("c:d", "c:d"),
    ("./c:d", "https://example.org/a/b/c:d"),
    ("1:d", "https://example.org/a/b/1:d"),
    ("C:\\x", "c:\\x"),
    ("C:/x", "c:/x"),
    ("mailto:me@example.org", "mailto:me@example.org"),
    ("tel:+44-1", "tel:+44-1"),
    ("data:,x", "data:,x"),
    ("data:image/png;base64,AA==", "data:image/png;base64,AA=="),
    ("blob:https://example.org/1", "blob:https://example.org/1"),
    ("javascript:void(0)", "javascript:void(0)"),
    ("JavaScript:x", "javascript:x"),
    ("java\nscript:x", "javascript:x"),
    ("about:blank", "about:blank"),
    ("urn:isbn:1", "urn:isbn:1"),
    ("file:///c", "file:/c"),
    ("ftp://host/c", "ftp://host/c"),
    ("ws://host", "ws://host/"),
]


@pytest.mark.parametrize(("url", "whole"), ODD, ids=[ascii(url) for url, _ in ODD])
def test_an_odd_address_leads_where_a_browser_goes(url: str, whole: str) -> None:
    assert followed(url) == whole


def test_a_character_that_utf_8_cannot_hold_makes_an_address_malformed() -> None:
    assert followed("c\ud800d") == "malformed"


STEPS = st.sampled_from(
    ["a", "b.html", "..", ".", "...", "", "-", "_x~", ".x", "x.", "%2e", "a b", "é", ":", "?q", "\\", "\t"]
)
LIKELY = st.lists(STEPS, max_size=6).map("/".join)
BASES = st.sampled_from(
    [
        "https://example.org/",
        "https://example.org/a",
        "https://example.org/a/",
        "http://h:81/a/b/c.html",
        "https://x/é/b/",
    ]
)


@given(LIKELY | st.text(alphabet="ab./-_~%:?\\ \té", max_size=12), BASES)
def test_the_short_way_equals_the_whole_algorithm(url: str, base: str) -> None:
    assert resolve(url, base) == resolve_by_standard(url, base)


@pytest.mark.parametrize("url", ["c.html", "../../c/", "..", ".", "./c/d", "../.."])
def test_most_addresses_go_the_short_way(url: str) -> None:
    assert way_of(url) is not None


@pytest.mark.parametrize(
    "url", ["", "/c", "c?q", "c d", "c//d", "https://c", "c/../d", ".c", "%41", "é", "c:d", "c\\d"]
)
def test_an_address_that_is_not_plain_never_goes_the_short_way(url: str) -> None:
    assert way_of(url) is None


@pytest.mark.parametrize(
    ("url", "rest", "fragment"),
    [
        ("a", "a", None),
        ("a#", "a", ""),
        ("#", "", ""),
        ("", "", None),
        ("a#b", "a", "b"),
        ("a#b#c", "a", "b#c"),
        ("a?q#b?r", "a?q", "b?r"),
        ("a#:~:text=hello", "a", ""),
        ("a#b:~:text=hello", "a", "b"),
        ("#:~:text=a&text=b", "", ""),
        ("a%23b", "a%23b", None),
    ],
)
def test_a_fragment_begins_at_the_first_sign_and_text_directives_are_no_part_of_it(
    url: str, rest: str, fragment: str | None
) -> None:
    assert split_fragment(url) == (rest, fragment)


@pytest.mark.parametrize(
    ("fragment", "arrives"),
    [
        ("", True),
        ("top", True),
        ("TOP", True),
        ("Top", True),
        ("colic", True),
        ("Colic", False),
        ("colic ", False),
        ("caf%C3%A9", True),
        ("café", True),
        ("cafe\u0301", False),
        ("50%25", True),
        ("50%", True),
        ("a%20b", True),
        ("%63olic", True),
        ("%E9", False),
        ("none", False),
    ],
)
def test_a_fragment_arrives_at_an_id_as_written_or_decoded(fragment: str, arrives: bool) -> None:
    assert leads_to_anchor(fragment, {"colic", "café", "50%", "a b"}) is arrives


def test_what_is_no_utf_8_is_lost_in_a_fragment_and_kept_in_the_path_of_a_file() -> None:
    assert (decoded("%E9"), file_path("%E9"), file_path("%C3%A9")) == ("\ufffd", "\udce9", "é")


def test_blanks_and_controls_around_an_address_are_no_part_of_it() -> None:
    assert bare("\x00\t a b \n\x1f") == "a b"
