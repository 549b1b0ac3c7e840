"""A page is asked only for what is written in it; whatever the markup, nothing that the parser makes is missed."""

from __future__ import annotations

import random
import re
from typing import Final

import pytest
from validator.parse.html import HtmlPage

PIECES: Final = (
    *("<p>", "</p>", "</br>", "<IMG SRC=a>", "<image src=a>", "<table><td>", "<col>", "<svg><foreignObject>", "<math>"),
    *("<template shadowrootmode=open><b>", "<template>", "</template>", "<a href=x>", "<b><p></b>", "<!--", "-->"),
    *("<select><option>", "<isindex>", "<frameset>", "<noscript>", "<title>", "</title>", "<script>", "</script>"),
    *("<a\x00b>", "<x\u00a0y>", "<\u212aeygen>", "<DIV\x0cID=a>", "<div/id=b>", "<i\u0130>", '<a"b=c>', "<plaintext>"),
    *("<svg><TITLE>", "<![CDATA[<b>]]>", "<h1 ARIA-LABEL='&lt;u&gt;'>", "<o:p>", "text", "<tr>", "<caption>", "</"),
)
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")


@pytest.mark.parametrize("seed", range(400))
def test_every_element_and_attribute_of_the_tree_is_written(seed: int) -> None:
    draw = random.Random(seed)
    page = HtmlPage("a.html", "".join(draw.choices(PIECES, k=draw.randrange(1, 14))))
    elements = page.document.select("*")
    assert {one.tag for one in elements if _NAME.fullmatch(one.tag)} - page.written == set()
    names = {name.lower() for one in elements for name in one.attrs if _NAME.fullmatch(name)}
    assert {name for name in names if name not in page.text.lower()} == set()
