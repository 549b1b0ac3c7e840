"""The guards at the sinks, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from directory.outputs.escape import content_text, folded, script_json, uri

HOSTILE = yaml.safe_load((Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8"))

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
