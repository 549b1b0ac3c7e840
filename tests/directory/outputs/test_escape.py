"""The guards at the sinks, one by one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from directory.outputs.escape import content_lines, content_text, data_uri, folded, plain, script_json, uri
from hypothesis import given
from hypothesis import strategies as st

HOSTILE = yaml.safe_load((Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8"))
HOSTILE_TEXTS = st.sampled_from([text for texts in HOSTILE.values() for text in texts]) | st.text(
    st.characters(exclude_categories=()), max_size=200
)

URIS = {
    "https://a.example/b?c=d&e=%20#f": "https://a.example/b?c=d&e=%20#f",
    "https://köln.example/straße": "https://xn--kln-sna.example/stra%C3%9Fe",
    "https://straße.example/": "https://xn--strae-oqa.example/",
    "https://a.example/臺北": "https://a.example/%E8%87%BA%E5%8C%97",
    "https://a.example/\r\nX:y": "https://a.example/%0D%0AX:y",
    'https://a.example/" <b>': "https://a.example/%22%20%3Cb%3E",
}


@pytest.mark.parametrize("text", URIS)
def test_an_address_is_written_in_the_letters_of_addresses(text: str) -> None:
    assert uri(text) == URIS[text]


TEXTS = {
    "a\\b;c,d": "a\\\\b\\;c\\,d",
    "one\r\ntwo\rthree\u0085four\u2028five": "one\\ntwo\\nthree\\nfour\\nfive",
    "nul\0 tab\t down\v half\ud800": "nul tab\t down half",
    'Tom & Jerry: <3 "x"': 'Tom & Jerry: <3 "x"',
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_value_stays_on_its_line(text: str) -> None:
    assert content_text(text) == TEXTS[text]


def test_a_line_is_folded_between_characters_and_never_inside_one() -> None:
    line = "NOTE:" + "x" * 68 + "👩‍👩‍👧"  # the 74th octet begins the first of them
    assert folded(line).split("\r\n") == ["NOTE:" + "x" * 68, " 👩‍👩‍👧"]
    assert folded("x" * 75) == "x" * 75
    assert folded("x" * 76) == "x" * 75 + "\r\n x"


def test_json_in_a_script_cannot_end_it() -> None:
    assert script_json(["</script><!--&\u2028\ud800ü"]) == '["\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\ud800ü"]'


ADDRESSES = {
    "BEGIN:VCARD\r\nFN:Zoë Nguyễn-O'Brien\r\n": "BEGIN:VCARD%0D%0AFN:Zoë%20Nguyễn-O%27Brien%0D%0A",
    '100 % & <b> "x" a\\, #1?': "100%20%25%20%26%20%3Cb%3E%20%22x%22%20a%5C,%20%231?",
    "zoe@zoe.example\t`{|}^[]\x7f": "zoe%40zoe.example%09%60%7B%7C%7D%5E%5B%5D%7F",
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_a_data_address_is_as_short_as_may_be(text: str) -> None:
    assert data_uri(text, "text/vcard") == f"data:text/vcard;charset=utf-8,{ADDRESSES[text]}"


@given(text=HOSTILE_TEXTS)
def test_a_data_address_holds_the_text_and_nothing_that_html_could_mistake(text: str) -> None:
    written = content_lines([f"FN:{content_text(text)}"])
    head, _, body = data_uri(written, "text/vcard").partition(",")
    assert head == "data:text/vcard;charset=utf-8"
    assert unquote(body, errors="strict") == written
    assert not set(body) & set("\"'&<>#@ \t\r\n\\`[]^{|}")
    assert "\n" not in plain(body)
    body.encode()


@given(st.lists(HOSTILE_TEXTS, max_size=5))
def test_content_lines_are_folded_lines_whether_they_are_short_or_long(texts: list[str]) -> None:
    lines = [content_text(text) for text in texts]
    assert content_lines(lines) == "".join(f"{folded(line)}\r\n" for line in lines)
